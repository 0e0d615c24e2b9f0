package org.fleetdesk.core.kinds;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.Tuples;

import com.fasterxml.jackson.databind.JsonNode;

/** What the cells of a plan are, worked out on a whole tree and without regard to time: what the decoders are held to. */
final class TreeRows {

	private static final Pattern STEP = Pattern
			.compile("\\[\\*]|\\[\\w+=[^]]+]|\\['[^']+']|\\{[^}]+}|\\*|[^.\\[\\]{}*']+");
	private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("n", "1e-9"), Map.entry("u", "1e-6"),
			Map.entry("m", "1e-3"), Map.entry("", "1"), Map.entry("k", "1e3"), Map.entry("M", "1e6"),
			Map.entry("G", "1e9"), Map.entry("T", "1e12"), Map.entry("P", "1e15"), Map.entry("E", "1e18"),
			Map.entry("Ki", "1024"), Map.entry("Mi", "1048576"), Map.entry("Gi", "1073741824"),
			Map.entry("Ti", "1099511627776"));

	/** What is more counts as this. */
	private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

	private TreeRows() {
	}

	/** The cell; empty for a word that is not known here. */
	static Optional<Object[]> cell(RowPlan.Cell cell, JsonNode object) {
		String word = cell.reduce().replaceFirst(" .*", "");
		String argument = cell.reduce().substring(word.length()).replaceFirst("^ ", "");
		String type = cell.column().type();
		List<String> texts = values(cell, object).map(TreeRows::text).filter(t -> !t.isEmpty()).toList();
		String all = String.join(argument.isEmpty() ? "," : argument, texts);
		return switch (word) {
			case "first" -> known(first(cell, object, argument));
			case "trimmed" -> known(texts.isEmpty() ? null : texts.getFirst().strip());
			case "count" -> known(values(cell, object).count());
			case "sum" -> known(number(type, values(cell, object).map(v -> amount(type, v)).flatMap(Optional::stream)
					.map(MOST::min).reduce((a, b) -> MOST.min(a.add(b))), 0));
			case "join" -> known(all.isEmpty() ? null : all);
			case "joinUnique" -> known(texts.isEmpty() ? null : String.join(",", new LinkedHashSet<>(texts)));
			case "ratio" -> known(total(cell.paths().get(0), object) + "/" + total(cell.paths().get(1), object));
			case "pairs" -> known(joined(pairs(cell.paths().getFirst(), object).entrySet().stream()
					.map(e -> e.getKey() + "=" + e.getValue()), ","));
			case "reference" -> known(reference(cell, object));
			case "tuples" -> known(tuples(cell.paths(), object));
			case "selection" -> known(selection(values(cell, object).findFirst()));
			case "duration" -> Optional.empty();
			case "podStatus", "podReady", "podRestarts", "podLastRestart" -> known(
					new TreePod(object).cell(word));
			case "podRequest" -> known(number(type, Optional.ofNullable(podRequest(type, argument, object))
					.map(BigInteger::valueOf), 0));
			case "nodeStatus" -> known(nodeStatus(object));
			default -> TreeWords.cell(word, argument, cell, object);
		};
	}

	/** The most that is asked for at once, one container started after the other. */
	private static Long podRequest(String type, String resource, JsonNode pod) {
		Long sidecars = null;
		Long most = null;
		for (JsonNode container : values("spec.initContainers[*]", pod).toList()) {
			Long now = plus(sidecars, requested(type, container.path("resources").path("requests").path(resource)));
			most = most == null || now != null && now > most ? now : most;
			sidecars = text(container.path("restartPolicy")).equals("Always") ? now : sidecars;
		}
		Long together = null;
		for (JsonNode container : values("spec.containers[*]", pod).toList()) {
			together = plus(together, requested(type, container.path("resources").path("requests").path(resource)));
		}
		together = plus(together, sidecars);
		Long peak = most == null || together != null && together > most ? together : most;
		return plus(peak, requested(type, pod.path("spec").path("overhead").path(resource)));
	}

	static Long requested(String type, JsonNode quantity) {
		return quantity.isMissingNode() ? null : amount(type, quantity).map(TreeRows::bounded).orElse(null);
	}

	static Long plus(Long a, Long b) {
		return a == null ? b : b == null ? a : (Long) bounded(BigInteger.valueOf(a).add(BigInteger.valueOf(b)));
	}

	private static Long bounded(BigInteger value) {
		return value.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
	}

	private static Optional<Object[]> known(Object cell) {
		return Optional.of(new Object[]{cell});
	}

	private static Object first(RowPlan.Cell cell, JsonNode object, String otherwise) {
		String type = cell.column().type();
		Stream<JsonNode> values = values(cell, object);
		return switch (type) {
			case "string" -> values.map(TreeRows::text).filter(t -> !t.isEmpty()).findFirst()
					.orElse(otherwise.isEmpty() ? null : otherwise);
			case "boolean" -> values.map(v -> amount(type, v)).flatMap(Optional::stream).filter(v -> v.signum() != 0)
					.findFirst().filter(v -> v.signum() > 0).isPresent();
			case "date", "deadline" -> values.map(TreeRows::millis).filter(Objects::nonNull).findFirst().orElse(null);
			case "integer" -> number(type, values.map(v -> amount(type, v)).flatMap(Optional::stream)
					.filter(v -> v.signum() != 0).findFirst(), otherwise.isEmpty() ? 0 : Long.parseLong(otherwise));
			default -> number(type, values.map(v -> amount(type, v)).flatMap(Optional::stream).findFirst(), 0);
		};
	}

	private static Object number(String type, Optional<BigInteger> value, long otherwise) {
		BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
		Optional<Long> bounded = value.map(v -> v.compareTo(most) > 0 ? Long.MAX_VALUE : v.longValueExact());
		return switch (type) {
			case "integer" -> bounded.orElse(otherwise);
			case "cpu" -> bounded.map(v -> (Object) (v / 1e9)).orElse(null);
			default -> bounded.orElse(null);
		};
	}

	/** Of numbers, booleans and quantities: billionths for cpu, else whole units. */
	private static Optional<BigInteger> amount(String type, JsonNode value) {
		if (value.isBoolean()) {
			return type.equals("cpu")
					? Optional.empty()
					: Optional.of(value.asBoolean()
							? BigInteger.ONE
							: BigInteger.ZERO);
		}
		Matcher parts = Pattern.compile("(-?[0-9.]+(?:e[0-9]+)?)(|[numkMGTPE]|[KMGT]i)").matcher(text(value));
		if (!parts.matches()) {
			return Optional.empty();
		}
		BigDecimal units = new BigDecimal(parts.group(1)).multiply(new BigDecimal(UNITS.get(parts.group(2))));
		return Optional.of(units.scaleByPowerOfTen(type.equals("cpu") ? 9 : 0).setScale(0, RoundingMode.UP)
				.toBigInteger());
	}

	static Long millis(JsonNode value) {
		return value.isTextual() && !value.asText().isEmpty()
				? (Long) OffsetDateTime.parse(value.asText()).toInstant().toEpochMilli()
				: null;
	}

	private static long total(String path, JsonNode object) {
		return values(path, object).mapToLong(JsonNode::asLong).sum();
	}

	private static Map<String, String> pairs(String path, JsonNode object) {
		Map<String, String> pairs = new TreeMap<>();
		values(path, object).forEach(map -> map.properties().forEach(e -> pairs.put(e.getKey(), text(e.getValue()))));
		return pairs;
	}

	private static String joined(Stream<String> parts, String separator) {
		String all = parts.collect(Collectors.joining(separator));
		return all.isEmpty() ? null : all;
	}

	private static String reference(RowPlan.Cell cell, JsonNode object) {
		String kind = values(cell.paths().get(0), object).map(TreeRows::text).findFirst().orElse("");
		String name = values(cell.paths().get(1), object).map(TreeRows::text).findFirst().orElse("");
		String reference = kind.toLowerCase(java.util.Locale.ROOT) + (name.isEmpty() ? "" : "/" + name);
		return reference.isEmpty() ? null : reference;
	}

	private static String tuples(List<String> paths, JsonNode object) {
		List<List<String>> columns = paths.stream().map(path -> column(path, object)).toList();
		StringBuilder all = new StringBuilder();
		for (int i = 0; i < columns.getFirst().size(); i++) {
			int at = i;
			if (!columns.getFirst().get(i).isEmpty()) {
				Tuples.add(all, columns.stream()
						.map(c -> c.size() == 1 ? c.getFirst() : at < c.size() ? c.get(at) : "").toList());
			}
		}
		return all.isEmpty() ? null : all.toString();
	}

	/** The first text at a path in each element of the last list on the way. */
	private static List<String> column(String path, JsonNode object) {
		Matcher list = Pattern.compile("(.*(?:\\[\\*]|\\[\\w+=[^]]+]))\\.?(.*)").matcher(path);
		if (!list.matches()) {
			return first(values(path, object)).stream().toList();
		}
		String rest = list.group(2);
		return values(list.group(1), object)
				.map(each -> first(rest.isEmpty() ? Stream.of(each) : values(rest, each)).orElse("")).toList();
	}

	private static Optional<String> first(Stream<JsonNode> values) {
		return values.map(TreeRows::text).filter(text -> !text.isEmpty()).findFirst();
	}

	private static String selection(Optional<JsonNode> selector) {
		if (selector.filter(JsonNode::isObject).isEmpty()) {
			return null;
		}
		List<List<String>> all = new ArrayList<>();
		boolean plain = Stream.of("matchLabels", "matchExpressions").noneMatch(selector.get()::has);
		(plain ? selector.get() : selector.get().path("matchLabels")).properties()
				.forEach(label -> all.add(List.of(label.getKey(), "In", text(label.getValue()))));
		selector.get().path("matchExpressions").forEach(each -> {
			List<String> requirement = new ArrayList<>(List.of(text(each.path("key")), text(each.path("operator"))));
			each.path("values").forEach(value -> requirement.add(text(value)));
			all.add(requirement);
		});
		return all.stream().filter(requirement -> !requirement.getFirst().isEmpty()).map(requirement -> {
			StringBuilder text = new StringBuilder();
			Tuples.add(text, requirement);
			return text.toString();
		}).sorted().collect(Collectors.joining());
	}

	private static String nodeStatus(JsonNode node) {
		List<String> ready = values("status.conditions[type=Ready]", node).map(c -> text(c.path("status"))).toList();
		String status = ready.isEmpty() ? "Unknown" : ready.getLast().equals("True") ? "Ready" : "NotReady";
		return status + (node.path("spec").path("unschedulable").asBoolean() ? ",SchedulingDisabled" : "");
	}

	static String text(JsonNode value) {
		return value.isValueNode() && !value.isNull() ? value.asText() : "";
	}

	private static Stream<JsonNode> values(RowPlan.Cell cell, JsonNode object) {
		return cell.paths().stream().flatMap(path -> values(path, object));
	}

	/** What stands at a path. */
	static Stream<JsonNode> values(String path, JsonNode object) {
		List<JsonNode> at = List.of(object);
		Matcher step = STEP.matcher(path);
		while (step.find()) {
			Function<JsonNode, Stream<JsonNode>> next = next(step.group());
			at = at.stream().flatMap(next).toList();
		}
		boolean ends = path.endsWith("*") || path.endsWith("]"); // an element or entry is there even if it is null
		List<JsonNode> found = new ArrayList<>(at);
		found.removeIf(value -> value.isMissingNode() || !ends && value.isNull());
		return found.stream();
	}

	private static Function<JsonNode, Stream<JsonNode>> next(String step) {
		if (step.equals("[*]")) {
			return node -> stream(node.isArray() ? node : null);
		} else if (step.startsWith("['")) {
			return node -> Stream.of(node.path(step.substring(2, step.length() - 2)));
		} else if (step.startsWith("[")) {
			String[] wanted = step.substring(1, step.length() - 1).split("=");
			return node -> stream(node.isArray() ? node : null)
					.filter(each -> text(each.path(wanted[0])).equals(wanted[1]));
		} else if (step.equals("*")) {
			return node -> node.properties().stream().map(Map.Entry::getValue);
		} else if (step.startsWith("{")) {
			List<Pattern> globs = Stream.of(step.substring(1, step.length() - 1).split(","))
					.map(glob -> Pattern.compile(glob.replace(".", "\\.").replace("*", ".*"))).toList();
			return node -> node.properties().stream()
					.filter(e -> globs.stream().anyMatch(glob -> glob.matcher(e.getKey()).matches()))
					.map(Map.Entry::getValue);
		}
		return node -> Stream.of(node.path(step));
	}

	private static Stream<JsonNode> stream(JsonNode list) {
		List<JsonNode> all = new ArrayList<>();
		if (list != null) {
			list.forEach(all::add);
		}
		return all.stream();
	}
}

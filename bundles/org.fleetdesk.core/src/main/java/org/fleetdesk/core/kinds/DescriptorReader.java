package org.fleetdesk.core.kinds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.filter.Heading;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.RowPlan;

/**
 * Reads a file of a pack that describes a kind; {@code docs/descriptors.md} has the language. A file with anything wrong in it
 * gives no descriptor, and all that is wrong. Reading blocks for nothing, on any thread.
 */
public final class DescriptorReader {
	/** What can be done with objects, as files say it. */
	static final Set<String> CAPABILITIES = Set.of("cordon", "drain", "evict", "expand", "exec", "forward", "logs",
			"pause",
			"quota", "restart", "restore", "rollback", "scale", "set-image", "set-key", "snapshot",
			"suspend", "taint", "trigger");

	private static final Pattern KIND = Pattern.compile("[a-z][-a-z0-9]*(\\.[a-z0-9][-a-z0-9.]*)?");
	private static final Pattern ADDRESS = Pattern.compile("(https?://|\\{).+");
	private static final Set<String> NUMBERS = Set.of("integer", "number", "cpu", "bytes");

	/**
	 * What a file gave.
	 *
	 * @param descriptor the kind's; none if anything is wrong
	 * @param problems what is wrong, in the order of the file
	 */
	public record Read(Optional<Descriptor> descriptor, List<PackProblem> problems) {
		public Read {
			problems = List.copyOf(problems);
		}
	}

	private final String file;
	private final String pack;
	private final List<PackProblem> problems = new ArrayList<>();
	private boolean secret;

	private DescriptorReader(String file, String pack) {
		this.file = file;
		this.pack = pack;
	}

	/**
	 * Reads a file.
	 *
	 * @param file where it stands, for people; its name is the kind's and {@code .yaml}
	 * @param text what stands in it
	 * @param pack the name of the pack it belongs to
	 */
	public static Read read(String file, String text, String pack) {
		DescriptorReader reader = new DescriptorReader(file, pack);
		Optional<Descriptor> read = Fields.of(file, text, reader.problems::add).flatMap(reader::descriptor);
		reader.problems.sort(Comparator.comparingInt(PackProblem::line).thenComparingInt(PackProblem::column));
		return new Read(reader.problems.isEmpty() ? read : Optional.empty(), reader.problems);
	}

	private Optional<Descriptor> descriptor(Fields root) {
		Optional<KindKey> kind = kind(root, "kind");
		if (kind.isEmpty() && !root.has("kind")) {
			root.wrong("pack.missing", "kind");
		}
		String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
		kind.filter(k -> !name.equals(k + ".yaml")).ifPresent(k -> root.wrongAt("kind", "pack.name", k + ".yaml"));
		secret = kind.filter(SecretPaths.KIND::equals).isPresent();
		List<String> versions = root.texts("versions");
		Map<String, String> bars = new HashMap<>();
		List<RowPlan.Cell> columns = columns(root, bars);
		List<HealthRule> health = health(root, columns);
		List<Relation> relations = root.maps("relations").stream().flatMap(f -> relation(f).stream()).toList();
		List<DetailSection> details = root.maps("details").stream().map(this::section).toList();
		Optional<Revisions> revisions = root.map("revisions").flatMap(this::revisions);
		Set<String> capabilities = capabilities(root);
		List<WebLink> links = root.maps("links").stream().map(this::link).toList();
		root.done();
		return kind.filter(k -> problems.isEmpty()).map(k -> new Descriptor(k, versions, columns, bars, health,
				relations, details, revisions, capabilities, links, pack));
	}

	static Optional<KindKey> kind(Fields fields, String key) {
		Optional<String> said = fields.text(key);
		if (said.filter(s -> !KIND.matcher(s).matches()).isPresent()) {
			fields.wrongAt(key, "pack.kind", said.get());
			return Optional.empty();
		}
		return said.map(KindKey::parse);
	}

	private List<RowPlan.Cell> columns(Fields root, Map<String, String> bars) {
		List<RowPlan.Cell> columns = new ArrayList<>();
		Map<String, Fields> barred = new HashMap<>();
		Set<String> names = new HashSet<>();
		for (Fields fields : root.maps("columns")) {
			boolean wide = fields.truth("wide");
			Optional<String> bar = fields.text("bar");
			RowPlan.Cell cell = cell(fields, wide, "");
			fields.done();
			String name = cell.column().name();
			if (!names.add(name.toLowerCase(Locale.ROOT))) {
				fields.wrongAt("name", "pack.column.twice", name);
			}
			bar.ifPresent(whole -> {
				bars.put(name, whole);
				barred.put(name, fields);
			});
			columns.add(cell);
		}
		barred.forEach((name, fields) -> {
			Optional<RowPlan.Cell> whole = columns.stream().filter(c -> c.column().name().equals(bars.get(name)))
					.findFirst();
			if (whole.isEmpty()) {
				fields.wrongAt("bar", "pack.bar.none", name, bars.get(name));
			} else if (columns.stream().filter(c -> c == whole.get() || c.column().name().equals(name))
					.anyMatch(c -> !NUMBERS.contains(c.column().type()))) {
				fields.wrongAt("bar", "pack.bar.type", name, bars.get(name));
			}
		});
		return columns;
	}

	/** A column of a list, or a value of a page. */
	private RowPlan.Cell cell(Fields fields, boolean wide, String each) {
		Column column = new Column(fields.needed("name"), fields.text("type").orElse("string"), wide, "");
		List<String> paths = new ArrayList<>(fields.text("path").stream().toList());
		paths.addAll(fields.texts("paths"));
		if (fields.has("path") && fields.has("paths")) {
			fields.wrongAt("paths", "pack.path.twice");
		}
		RowPlan.Cell cell = new RowPlan.Cell(column, fields.text("reduce").orElse("first"), paths);
		try {
			new RowPlan(List.of(cell));
		} catch (IllegalArgumentException e) {
			fields.saidAt(wrong(fields, cell), String.valueOf(e.getMessage()));
		}
		String shown = secret ? SecretPaths.shown(cell, each) : "";
		if (!shown.isEmpty()) {
			fields.wrongAt(fields.has("paths") ? "paths" : "path", "pack.secret", shown);
		}
		return cell;
	}

	/** The key of what a cell cannot be read for. */
	private static String wrong(Fields fields, RowPlan.Cell cell) {
		String paths = fields.has("paths") ? "paths" : "path";
		if (!read(new RowPlan.Cell(cell.column(), "first", List.of("metadata.name")))) {
			return "type";
		}
		boolean right = cell.paths().stream().allMatch(p -> read(new RowPlan.Cell(cell.column(), "first", List.of(p))));
		return right && fields.has("reduce") ? "reduce" : paths;
	}

	private static boolean read(RowPlan.Cell cell) {
		try {
			return !new RowPlan(List.of(cell)).cells().isEmpty();
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	private List<HealthRule> health(Fields root, List<RowPlan.Cell> columns) {
		List<Heading> headings = Heading.of(columns.stream().map(RowPlan.Cell::column).toList());
		List<HealthRule> rules = new ArrayList<>();
		for (Fields fields : root.maps("health")) {
			Optional<Health> is = fields.word("is", Health.class);
			Filter when = Filter.parse(fields.text("when").orElse(""));
			fields.done();
			when.problem().ifPresent(p -> fields.saidAt("when", p.sentence()));
			if (when.problem().isEmpty() && !headings.isEmpty()) {
				when.on(headings, 0).missing().forEach(p -> fields.saidAt("when", p.sentence()));
			}
			is.ifPresent(i -> rules.add(new HealthRule(i, when)));
		}
		return rules;
	}

	private Optional<Relation> relation(Fields fields) {
		Optional<Relation> read = RelationReader.read(fields);
		read.ifPresent(relation -> {
			relation.paths().forEach(path -> hidden(fields, pathsAt(fields), path));
			hidden(fields, "namespace", relation.namespace());
			relation.reach().clusters().forEach(path -> hidden(fields, "cluster", path));
		});
		return read;
	}

	/** The key at which a relation's paths stand. */
	private static String pathsAt(Fields fields) {
		return Stream.of("path", "paths", "reference").filter(fields::has).findFirst().orElse("selector");
	}

	private DetailSection section(Fields fields) {
		String title = fields.needed("title");
		String each = fields.path("each").orElse("");
		if (!fields.has("fields")) {
			fields.wrong("pack.missing", "fields");
		}
		List<DetailSection.Field> values = new ArrayList<>();
		for (Fields value : fields.maps("fields")) {
			Optional<KindKey> link = kind(value, "link");
			values.add(new DetailSection.Field(cell(value, false, each), link));
			value.done();
		}
		fields.done();
		return new DetailSection(title, each, values);
	}

	private Optional<Revisions> revisions(Fields fields) {
		if (!fields.has("kind")) {
			fields.wrong("pack.missing", "kind");
		}
		Optional<KindKey> kind = kind(fields, "kind");
		String number = fields.neededPath("number");
		String template = fields.neededPath("template");
		String in = fields.neededPath("in");
		hidden(fields, "in", in);
		boolean kept = kind.filter(SecretPaths.KIND::equals).isPresent();
		hidden(fields, "number", number, kept);
		hidden(fields, "template", template, kept);
		fields.done();
		return kind.map(k -> new Revisions(k, number, template, in));
	}

	private static Set<String> capabilities(Fields root) {
		Set<String> said = new LinkedHashSet<>(root.texts("capabilities"));
		said.stream().filter(word -> !CAPABILITIES.contains(word)).forEach(word -> root.wrongAt("capabilities",
				"pack.word", word, String.join(", ", new TreeSet<>(CAPABILITIES))));
		return said;
	}

	private WebLink link(Fields fields) {
		String title = fields.needed("title");
		String url = fields.needed("url");
		fields.done();
		if (!url.isEmpty() && !ADDRESS.matcher(url).matches()) {
			fields.wrongAt("url", "pack.url");
		}
		WebLink.parts(url).ifPresentOrElse(
				parts -> parts.stream().filter(WebLink.Part::path).forEach(part -> place(fields, part.text())),
				() -> fields.wrongAt("url", "pack.url.brace"));
		return new WebLink(title, url);
	}

	private void place(Fields fields, String path) {
		try {
			RowPlan.checkPath(path);
			hidden(fields, "url", path);
		} catch (IllegalArgumentException e) {
			fields.wrongAt("url", "pack.path", e.getMessage());
		}
	}

	private void hidden(Fields fields, String key, String path) {
		hidden(fields, key, path, secret);
	}

	/** Tells of a path to what a Secret hides, if it begins in one. */
	private static void hidden(Fields fields, String key, String path, boolean secret) {
		if (secret && SecretPaths.hidden(path)) {
			fields.wrongAt(key, "pack.secret", path);
		}
	}
}

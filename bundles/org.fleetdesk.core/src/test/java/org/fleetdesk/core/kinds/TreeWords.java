package org.fleetdesk.core.kinds;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.text.Schedule;

import com.fasterxml.jackson.databind.JsonNode;

/** More words of plans, worked out on a tree. */
final class TreeWords {

	private TreeWords() {
	}

	/** The cell; empty for a word that is not known here. */
	static Optional<Object[]> cell(String word, String argument, RowPlan.Cell cell, JsonNode object) {
		return switch (word) {
			case "keys" -> known(joined(cell.paths().stream().flatMap(path -> TreeRows.values(path, object))
					.flatMap(map -> Stream.of(map).flatMap(TreeWords::keys))));
			case "qualified" -> known(qualified(cell, object, argument));
			case "condition" -> known(condition(cell.paths().getFirst(), object, argument));
			case "certificateExpiry" -> known(expiry(cell, object, false));
			case "bundleExpiry" -> known(expiry(cell, object, true));
			case "claimState" -> known(claimState(object));
			case "requestStatus" -> known(requestStatus(object));
			case "quotaRequests" -> known(quota(object, false));
			case "quotaLimits" -> known(quota(object, true));
			case "endpointSubsets" -> known(subsets(object));
			case "podLastExit" -> known(lastExit(object));
			case "podLimit" -> known(limit(cell.column().type(), argument, object));
			case "of" -> known(null);
			case "schedule" -> known(schedule(cell.paths(), object));
			default -> Optional.empty();
		};
	}

	private static Optional<Object[]> known(Object cell) {
		return Optional.of(new Object[]{cell});
	}

	private static String text(String path, JsonNode object) {
		return TreeRows.values(path, object).map(TreeRows::text).filter(t -> !t.isEmpty()).findFirst().orElse("");
	}

	private static Stream<String> keys(JsonNode map) {
		return map.properties().stream().map(e -> e.getKey()).sorted();
	}

	private static String joined(Stream<String> parts) {
		String all = parts.filter(p -> !p.isEmpty()).collect(Collectors.joining(","));
		return all.isEmpty() ? null : all;
	}

	private static String qualified(RowPlan.Cell cell, JsonNode object, String otherwise) {
		String all = cell.paths().stream().map(path -> text(path, object)).filter(t -> !t.isEmpty())
				.collect(Collectors.joining("/"));
		return all.isEmpty() ? otherwise.isEmpty() ? null : otherwise : all;
	}

	private static String condition(String path, JsonNode object, String otherwise) {
		JsonNode condition = TreeRows.values(path, object).findFirst().orElse(null);
		String status = condition == null ? "" : TreeRows.text(condition.path("status"));
		if (status.isEmpty()) {
			return otherwise.isEmpty() ? null : otherwise;
		}
		String reason = TreeRows.text(condition.path("reason"));
		return status.equals("True") || reason.isEmpty() ? status : status + " (" + reason + ")";
	}

	private static Long expiry(RowPlan.Cell cell, JsonNode object, boolean last) {
		return TreeRows.values(cell.paths().getFirst(), object).map(TreeRows::text).map(TreeWords::ends)
				.map(ends -> last
						? ends.stream().max(Comparator.naturalOrder()).orElse(null)
						: ends.stream().findFirst().orElse(null))
				.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
	}

	private static List<Long> ends(String base64) {
		try {
			List<Long> ends = new ArrayList<>();
			byte[] pem = Base64.getDecoder().decode(base64);
			for (Certificate each : CertificateFactory.getInstance("X.509")
					.generateCertificates(new ByteArrayInputStream(pem))) {
				ends.add(((X509Certificate) each).getNotAfter().getTime());
			}
			return ends;
		} catch (CertificateException | IllegalArgumentException none) {
			return List.of();
		}
	}

	private static String claimState(JsonNode claim) {
		List<String> state = new ArrayList<>();
		boolean deleted = TreeRows.millis(claim.path("metadata").path("deletionTimestamp")) != null;
		boolean allocated = claim.path("status").path("allocation").isObject();
		if (deleted) {
			state.add("deleted");
		}
		if (allocated) {
			state.add("allocated");
			if (!claim.path("status").path("reservedFor").isEmpty()) {
				state.add("reserved");
			}
		} else if (!deleted) {
			state.add("pending");
		}
		return String.join(",", state);
	}

	private static String requestStatus(JsonNode request) {
		List<String> types = TreeRows.values("status.conditions[*].type", request).map(TreeRows::text).toList();
		String status = types.contains("Denied") ? "Denied" : types.contains("Approved") ? "Approved" : "Pending";
		return status + (types.contains("Failed") ? ",Failed" : "")
				+ (text("status.certificate", request).isEmpty() ? "" : ",Issued");
	}

	private static String quota(JsonNode quota, boolean limits) {
		JsonNode status = quota.path("status");
		String all = keys(status.path("hard")).filter(resource -> resource.startsWith("limits.") == limits)
				.map(resource -> resource + ": " + or0(status.path("used").path(resource)) + "/"
						+ or0(status.path("hard").path(resource)))
				.collect(Collectors.joining(", "));
		return all.isEmpty() ? null : all;
	}

	private static String or0(JsonNode quantity) {
		return TreeRows.text(quantity).isEmpty() ? "0" : TreeRows.text(quantity);
	}

	private static String subsets(JsonNode endpoints) {
		List<String> all = new ArrayList<>();
		for (JsonNode subset : endpoints.path("subsets")) {
			List<String> ips = new ArrayList<>();
			subset.path("addresses").forEach(a -> ips.add(TreeRows.text(a.path("ip"))));
			if (subset.path("ports").isEmpty()) {
				all.addAll(ips);
			}
			subset.path("ports").forEach(port -> ips.forEach(ip -> all
					.add((ip.contains(":") ? "[" + ip + "]" : ip) + ":" + port.path("port").asLong())));
		}
		String some = all.stream().limit(3).collect(Collectors.joining(","));
		return all.isEmpty() ? null : all.size() > 3 ? some + " + " + (all.size() - 3) + " more..." : some;
	}

	private static Object limit(String type, String resource, JsonNode pod) {
		List<JsonNode> running = Stream.concat(TreeRows.values("spec.containers[*]", pod),
				TreeRows.values("spec.initContainers[restartPolicy=Always]", pod)).toList();
		List<Optional<Long>> limits = running.stream()
				.map(each -> Optional.ofNullable(
						TreeRows.requested(type, each.path("resources").path("limits").path(resource))))
				.toList();
		if (pod.path("spec").path("containers").isEmpty() || limits.stream().anyMatch(Optional::isEmpty)) {
			return null;
		}
		Long sum = limits.stream().map(Optional::get).reduce(0L, TreeRows::plus);
		return type.equals("cpu") ? (Object) (sum / 1e9) : sum;
	}

	private static String schedule(List<String> paths, JsonNode object) {
		String said = text(paths.getFirst(), object);
		long since = paths.stream().skip(3).flatMap(path -> TreeRows.values(path, object)).map(TreeRows::millis)
				.filter(Objects::nonNull).findFirst().orElse(0L);
		return said.isEmpty() || text(paths.get(2), object).equals("true")
				? null
				: Schedule.of(said, text(paths.get(1), object), since).map(Schedule::toString).orElse(null);
	}

	private static String lastExit(JsonNode pod) {
		JsonNode last = null;
		Long when = null;
		for (JsonNode each : Stream.of("status.initContainerStatuses[*]", "status.containerStatuses[*]")
				.flatMap(path -> TreeRows.values(path, pod)).toList()) {
			JsonNode ended = each.path("lastState").path("terminated");
			Long then = TreeRows.millis(ended.path("finishedAt"));
			if (ended.isObject() && (last == null || then != null && (when == null || then > when))) {
				last = ended;
				when = then;
			}
		}
		if (last == null) {
			return null;
		}
		long code = last.path("exitCode").asLong();
		String reason = TreeRows.text(last.path("reason"));
		long signal = last.path("signal").asLong();
		return !reason.isEmpty()
				? code == 0 ? reason : reason + " (" + code + ")"
				: signal != 0 ? "Signal:" + signal : "ExitCode:" + code;
	}
}

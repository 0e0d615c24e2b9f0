package org.fleetdesk.cli.fleet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;
import org.fleetdesk.kube.read.Scope;

/** Asks a cluster how it is: three small requests. */
final class ClusterCheck {
	/** The headings of {@link Result#cells}. */
	static final List<String> HEADINGS = List.of("State", "Version", "Nodes", "Pods", "Problem");
	private static final ResourceType NODES = new ResourceType("", "v1", "nodes", "node", "Node", false, List.of(),
			List.of(), Set.of("list"), true);
	private static final ResourceType PODS = new ResourceType("", "v1", "pods", "pod", "Pod", true, List.of(),
			List.of(),
			Set.of("list"), true);

	/** How a cluster stands: what was learnt, and what went wrong. */
	record Result(List<String> cells, Optional<KubeException> cause) {

		/** Whether it answered as a cluster does. */
		boolean answers() {
			return cause.isEmpty();
		}
	}

	private ClusterCheck() {
	}

	static Result of(Target target) throws InterruptedException {
		try {
			String version = target.version().gitVersion();
			return new Result(
					List.of(Texts.text("state.open"), version, count(target, NODES), count(target, PODS), ""),
					Optional.empty());
		} catch (KubeException e) {
			return new Result(List.of(Texts.text("state.away"), "", "", "", String.valueOf(e.getMessage())),
					Optional.of(e));
		}
	}

	/** How many there are; "?" where the user may not list them. */
	private static String count(Target target, ResourceType type) throws InterruptedException {
		int[] rows = {0};
		try {
			Page page = target.reader().list(Scope.all(type), ListOptions.page(1), new RowSink() {
				@Override
				public void columns(List<Column> columns) {
					// only their number counts
				}

				@Override
				public void row(Row row) {
					rows[0]++;
				}
			});
			OptionalLong remaining = page.remaining();
			return Long.toString(rows[0] + remaining.orElse(0));
		} catch (KubeException.Forbidden e) {
			return "?";
		}
	}
}

package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.discovery.HttpDiscovery;
import org.fleetdesk.kube.internal.read.HttpReader;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.Scope;

/**
 * Walks all that a server serves, and every CustomResourceDefinition at hand where the server may have them: each kind can be
 * listed, by its pack or in the server's columns, and its cells are what their columns say.
 */
@OnEveryServer
class ServedKindsTest extends Check {
	private static final Kinds KINDS = new Kinds();
	private static final int MOST = 100;

	ServedKindsTest(Server server) {
		super(server);
	}

	@Test
	void everyServedKindIsListedByItsPackOrInTheServersColumns() throws Exception {
		try (Definitions definitions = Definitions.on(server)) {
			List<ResourceType> types = new HttpDiscovery(transport()).resources().types().stream()
					.filter(type -> type.verbs().contains("list")).toList();
			assertThat(types).extracting(ResourceType::qualifiedName).containsAll(definitions.kinds())
					.hasSizeGreaterThan(20);
			HttpReader reader = new HttpReader(transport()).with(KINDS);
			List<String> wrong = new ArrayList<>();
			Set<String> without = new TreeSet<>();
			for (ResourceType type : types) {
				Optional<RowPlan> plan = KINDS.of(type);
				if (plan.isEmpty()) {
					without.add(type.qualifiedName() + " " + type.version());
				}
				check(reader, type, plan).ifPresent(problem -> wrong.add(type + ": " + problem));
			}
			System.out.println(server + ": " + types.size() + " kinds in their versions, " + definitions.kinds().size()
					+ " of " + Definitions.WHERE + "; without a pack are " + without);
			assertThat(wrong).isEmpty();
		}
	}

	private static Optional<String> check(HttpReader reader, ResourceType type, Optional<RowPlan> plan)
			throws InterruptedException {
		Scope scope = Scope.all(type);
		Listed listed;
		Map<String, JsonNode> objects = new HashMap<>();
		try {
			listed = list(reader, scope, ListOptions.page(MOST));
			if (plan.isPresent()) {
				reader.objects(scope, ListOptions.page(MOST), object -> objects.put(version(object), object));
			}
		} catch (KubeException e) {
			return Optional.of(String.valueOf(e.getMessage()));
		}
		if (listed.columns.isEmpty() || plan.isPresent() && !listed.columns.equals(plan.get().columns())) {
			return Optional.of("columns " + listed.headings());
		}
		for (Row row : listed.rows.values()) {
			JsonNode object = objects.get(row.uid() + "@" + row.resourceVersion());
			Row read = object == null ? row : plan.get().read(object);
			for (int i = 0; i < listed.columns.size(); i++) {
				if (plan.isPresent() && !fits(listed.columns.get(i), row.cell(i))) {
					return Optional.of(row + ", " + listed.columns.get(i).name() + " is " + row.cell(i));
				} else if (!java.util.Objects.equals(read.cell(i), row.cell(i))) {
					return Optional.of(row + ", " + listed.columns.get(i).name() + " is " + row.cell(i)
							+ ", and of the object " + read.cell(i));
				}
			}
		}
		return Optional.empty();
	}

	private static String version(JsonNode object) {
		return object.path("metadata").path("uid").asText() + "@"
				+ object.path("metadata").path("resourceVersion").asText();
	}

	private static boolean fits(Column column, Object cell) {
		return cell == null || switch (column.type()) {
			case "integer", "date", "bytes" -> cell instanceof Long;
			case "number", "cpu" -> cell instanceof Double;
			case "boolean" -> cell instanceof Boolean;
			default -> cell instanceof String;
		};
	}
}

package org.fleetdesk.core.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.fleetdesk.core.object.ManagedFields.ListForm;
import org.fleetdesk.core.object.ManagedFields.Manager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ManagedFieldsTest {
	private static final FieldPath CONTAINERS = FieldPath.of("spec", "containers");
	private static final FieldPath WEB = CONTAINERS.with(new FieldPath.Item("name", "web"));

	private final ManagedFields fields = ManagedFields.of(tree("""
			{"metadata":{"managedFields":[
			{"manager":"kubectl","operation":"Update","time":"2026-11-21T12:00:00Z","fieldsV1":{
			"f:metadata":{"f:labels":{".":{},"f:app.kubernetes.io/name":{}},"f:finalizers":{".":{},"v:\\"keep\\"":{}}},
			"f:spec":{"f:containers":{"k:{\\"name\\":\\"web\\"}":{".":{},"f:name":{},"f:image":{},"f:args":{},
			"f:ports":{".":{},"k:{\\"containerPort\\":80,\\"protocol\\":\\"TCP\\"}":{".":{},"f:containerPort":{}}}}}}}},
			{"manager":"fleetdesk","operation":"Apply","time":"yesterday","fieldsV1":{
			"f:spec":{"f:containers":{"k:{\\"name\\":\\"web\\"}":{"f:image":{}}}}}},
			{"manager":"kubelet","operation":"Update","subresource":"status","fieldsV1":{"f:status":{"f:phase":{}}}},
			{"manager":"odd"},
			{"manager":"odder","fieldsV1":{"k:{":{},"x":{"y":1},"v:[":{}}}]}}"""));

	private static JsonNode tree(String json) {
		try {
			return new ObjectMapper().readTree(json);
		} catch (JsonProcessingException e) {
			throw new IllegalArgumentException(e);
		}
	}

	private List<String> holders(FieldPath path) {
		return fields.of(path).stream().map(Manager::name).toList();
	}

	@Test
	void aFieldNamesWhoHoldsIt() {
		assertThat(holders(WEB.with("image"))).containsExactly("kubectl", "fleetdesk");
		assertThat(holders(FieldPath.of("metadata", "labels", "app.kubernetes.io/name"))).containsExactly("kubectl");
		assertThat(holders(FieldPath.of("status", "phase"))).containsExactly("kubelet");
		assertThat(holders(FieldPath.of("spec", "replicas"))).isEmpty();
		assertThat(holders(FieldPath.of("metadata", "finalizers").with(new FieldPath.Value(tree("\"keep\"")))))
				.containsExactly("kubectl");
	}

	@Test
	void whatIsHeldAsOneValueIsHeldInEveryPart() {
		assertThat(holders(WEB.with("args").with(0))).containsExactly("kubectl");
		assertThat(holders(WEB)).as("and what holds a part, holds something of the whole")
				.containsExactly("kubectl", "fleetdesk");
	}

	@Test
	void listsAreMergedAsTheirHoldersSay() {
		assertThat(fields.form(CONTAINERS)).isEqualTo(Optional.of(ListForm.BY_KEYS));
		assertThat(fields.keys(CONTAINERS)).containsExactly("name");
		assertThat(fields.keys(WEB.with("ports"))).containsExactly("containerPort", "protocol");
		assertThat(fields.form(WEB.with("args"))).isEqualTo(Optional.of(ListForm.ATOMIC));
		assertThat(fields.form(FieldPath.of("metadata", "finalizers"))).isEqualTo(Optional.of(ListForm.SET));
		assertThat(fields.form(FieldPath.of("spec", "volumes"))).isEmpty();
	}

	@Test
	void whatAManagerApplied() {
		assertThat(fields.applied("fleetdesk")).containsExactly(WEB.with("image"));
		assertThat(fields.applied("kubectl")).as("it updates and does not apply").isEmpty();
	}

	@Test
	void anObjectWithoutManagersHasNone() {
		assertThat(ManagedFields.of(tree("{}")).isEmpty()).isTrue();
		assertThat(fields.isEmpty()).isFalse();
	}
}

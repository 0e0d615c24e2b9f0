package org.fleetdesk.kube.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.fleetdesk.kube.KubeException.Cause;
import org.junit.jupiter.api.Test;

/** The sentences are those of kube-apiserver 1.35.4. */
class SaidFieldsTest {

	@Test
	void anApplyNamesWrongTypesAndUnknownFields() {
		String one = "failed to create typed patch object (web/a; apps/v1, Kind=Deployment): .spec.replicas: "
				+ "expected numeric (int or float), got string";
		assertThat(SaidFields.textsFault(500, one)).isTrue();
		assertThat(SaidFields.textsFault(500, "etcdserver: request timed out")).isFalse();
		assertThat(SaidFields.of(one)).containsExactly(new Cause("FieldValueTypeInvalid", ".spec.replicas",
				"expected numeric (int or float), got string"));
		assertThat(SaidFields.of("failed to create typed patch object (web/a; apps/v1, Kind=Deployment): errors:\n"
				+ "  .spec.replica: field not declared in schema\n"
				+ "  .spec.template.spec.containers[name=\"web\"].imag: field not declared in schema"))
				.extracting(Cause::field)
				.containsExactly(".spec.replica", ".spec.template.spec.containers[name=\"web\"].imag");
	}

	@Test
	void strictDecodingNamesUnknownAndDoubledFields() {
		assertThat(SaidFields.of("ConfigMap in version \"v1\" cannot be handled as a ConfigMap: strict decoding error: "
				+ "unknown field \"dat\", duplicate field \"metadata.name\"")).extracting(Cause::field, Cause::message)
				.containsExactly(org.assertj.core.groups.Tuple.tuple("dat", "unknown field"),
						org.assertj.core.groups.Tuple.tuple("metadata.name", "duplicate field"));
	}

	@Test
	void decodingNamesAWrongType() {
		assertThat(SaidFields.of("Deployment in version \"v1\" cannot be handled as a Deployment: json: cannot "
				+ "unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32"))
				.containsExactly(new Cause("FieldValueTypeInvalid", "spec.replicas",
						"cannot unmarshal string of type int32"));
	}

	@Test
	void mostSentencesNameNone() {
		assertThat(SaidFields.of("deployments.apps \"web\" not found")).isEmpty();
	}
}

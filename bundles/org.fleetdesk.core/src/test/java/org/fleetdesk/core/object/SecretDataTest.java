package org.fleetdesk.core.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;

class SecretDataTest {
	private static JsonNode tree(String json) {
		try {
			return new JsonMapper().readTree(json);
		} catch (JsonProcessingException e) {
			throw new AssertionError(e);
		}
	}

	private final JsonNode secret = tree("""
			{"apiVersion":"v1","kind":"Secret","metadata":{"name":"s","annotations":{
			"kubectl.kubernetes.io/last-applied-configuration":"{\\"data\\":{\\"word\\":\\"c3dvcmRmaXNo\\"}}","a":"b"}},
			"data":{"word":"c3dvcmRmaXNo","key":"/wD+","odd":"not base64!"},"stringData":{"plain":"swordfish"}}
			""");

	@Test
	void nothingOfASecretIsLeftWhenItIsMasked() {
		JsonNode masked = SecretData.masked(secret);
		assertThat(masked.toString()).doesNotContain("c3dvcmRmaXNo", "swordfish", "/wD+", "not base64");
		assertThat(masked.at("/data/word").asText()).isEqualTo("•••• (9 bytes)");
		assertThat(masked.at("/metadata/annotations/a").asText()).isEqualTo("b");
		assertThat(secret.at("/data/word").asText()).isEqualTo("c3dvcmRmaXNo");
	}

	@Test
	void otherObjectsStayAsTheyAre() {
		JsonNode map = tree("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"data\":{\"a\":\"b\"}}");
		assertThat(SecretData.masked(map)).isSameAs(map);
		assertThat(SecretData.secret(tree("{\"apiVersion\":\"x/v1\",\"kind\":\"Secret\"}"))).isFalse();
	}

	@Test
	void valuesAreReadAsTextWhereTheyAreText() {
		assertThat(SecretData.text(secret, "word")).contains("swordfish");
		assertThat(SecretData.text(secret, "key")).isEmpty();
		assertThat(SecretData.sizes(secret)).containsAllEntriesOf(Map.of("word", 9, "key", 3));
	}
}

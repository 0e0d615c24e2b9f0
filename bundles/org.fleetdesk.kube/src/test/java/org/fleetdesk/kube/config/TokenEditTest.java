package org.fleetdesk.kube.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.kube.config.TokenEdit.Impossible;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEditTest {

	private static final String TOKEN = "eyJhbGciOiJub25lIn0.e30.c2ln";

	private static String set(String text, String value) throws Impossible {
		return TokenEdit.with(text, "u", TokenEdit.ID_TOKEN, value);
	}

	/** Kubeconfigs with OLD where the token stands. */
	@ParameterizedTest
	@ValueSource(strings = {
			"# 𝔘𝔫𝔦 before\nusers:\n- name: u\n  user: # one\n    auth-provider:\n      config:\n        a: b # c\n"
					+ "        id-token: OLD   # that\n        z: y\n      name: oidc\n# end",
			"{\n\t\"users\": [\n\t\t{\"name\": \"u\", \"user\": {\"auth-provider\": {\"config\": {\"id-token\": \"OLD\"}}}}]}",
			"users:\r\n- user:\r\n    auth-provider: {config: {\"id-token\": \"OLD\", x: 1}}\r\n  name: u\r\n",
			"users: [{name: other, user: {auth-provider: {config: {id-token: OTHER}}}},\n"
					+ " {name: u, user: {auth-provider: {config: {id-token: 'OLD'}}}}]\n---\nmore: 1\n"})
	void aTokenIsReplacedAndNothingElse(String text) throws Impossible {
		String made = set(text, TOKEN);
		assertThat(made).isEqualTo(text.replace("'OLD'", '"' + TOKEN + '"').replace("OLD", TOKEN));
		assertThat(TokenEdit.value(TokenEdit.config(made, "u"), "id-token")).contains(TOKEN);
	}

	@ParameterizedTest
	@ValueSource(strings = {"users:\n- name: u\n  user:\n    auth-provider:\n      config:\n        # first\n"
			+ "        a: b\n        c: d\n",
			"users:\r\n- name: u\r\n  user:\r\n    auth-provider:\r\n      config:\r\n"
					+ "        a: b\r\n",
			"users: [{name: u, user: {auth-provider: {config: {a: b}}}}]",
			"{\"users\": [{\"name\": \"u\", \"user\": {\"auth-provider\": {\"config\": {\n\"a\": \"b\"}}}}]}"})
	void aTokenThatIsMissingIsAdded(String text) throws Impossible {
		String made = set(text, TOKEN);
		assertThat(TokenEdit.value(TokenEdit.config(made, "u"), "id-token")).contains(TOKEN);
		assertThat(TokenEdit.value(TokenEdit.config(made, "u"), "a")).contains("b");
		assertThat(made.length() - text.length()).isLessThan(TOKEN.length() + 30);
		assertThat(made.lines().count()).isLessThanOrEqualTo(text.lines().count() + 1);
	}

	@ParameterizedTest
	@ValueSource(strings = {"plain", "12", "null", "with \"quotes\" and: colons # x", "0x1234567890123456",
			"\\back\tslash", "1.e5", "true-token-of-some-length"})
	void anyTextIsWrittenSoThatItIsReadAgain(String value) throws Impossible {
		String made = set("users: [{name: u, user: {auth-provider: {config: {id-token: x}}}}]", value);
		assertThat(TokenEdit.value(TokenEdit.config(made, "u"), "id-token")).contains(value);
	}

	@Test
	void aBlockOfTextIsReplacedWithWhatFollows() throws Impossible {
		String text = "users:\n- user:\n    auth-provider:\n      config:\n        id-token: >-\n          OLD\n"
				+ "          OLD\n        a: b\n  name: u\n";
		String made = set(text, TOKEN);
		assertThat(made).isEqualTo(text.replace(">-\n          OLD\n          OLD", '"' + TOKEN + '"'));
	}

	@ParameterizedTest
	@ValueSource(strings = {"users: [{name: u, user: {auth-provider: {config: {id-token: &a x}}}}]\nb: *a",
			"t: &t x\nusers: [{name: u, user: {auth-provider: {config: {id-token: *t}}}}]",
			"users: [{name: u, user: {auth-provider: {config: {id-token: [x]}}}}]", "users: []", "users: [", ""})
	void whatCannotBeChangedAloneIsLeft(String text) {
		assertThatThrownBy(() -> set(text, TOKEN)).isInstanceOf(Impossible.class);
	}

	@Test
	void theEncodingStays(@TempDir Path folder) throws Exception {
		String text = "users: [{name: u, user: {auth-provider: {name: oidc, config: {client-id: ü, "
				+ "idp-issuer-url: 'https://i', id-token: old}}}}]\r\n";
		byte[] utf16 = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
		Path file = Files.write(folder.resolve("config"), utf16);
		KubeconfigTokens tokens = new KubeconfigTokens(Optional.of(file), "u",
				new KubeconfigTokens.Values(Optional.empty(), Optional.empty()));
		assertThat(tokens.read().idToken()).contains("old");
		tokens.write(TOKEN, Optional.of("r"));
		assertThat(Files.readString(file, StandardCharsets.UTF_16LE)).startsWith("\uFEFFusers").contains("ü", TOKEN,
				"refresh-token: \"r\"").endsWith("\r\n");
		assertThat(List.of(folder.toFile().list())).containsExactly("config");
	}
}

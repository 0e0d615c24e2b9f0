package org.fleetdesk.core.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

	@ParameterizedTest
	@ValueSource(strings = {"Authorization: Bearer S3CRET-abc", "Authorization: Basic S3CRETabc=", "token: S3CRET",
			"{\"token\": \"S3CRET with \\\" quote\"}", "id-token=S3CRET", "client-key-data: S3CRET",
			"client-certificate-data: S3CRET", "password: 'S3CRET words'", "https://me:S3CRET@host:6443/api",
			"https://S3CRET@host", "AWS_SECRET_ACCESS_KEY=S3CRET", "run login --token S3CRET now",
			"run login --client-secret=S3CRET now", "eyJhbGciOiJSUzI1NiJ9.S3CRETpayload.S3CRETsignature",
			"-----BEGIN RSA PRIVATE KEY-----\nS3CRET\n-----END RSA PRIVATE KEY-----",
			"-----BEGIN PRIVATE KEY-----\nS3CRET cut", "got S3CRETS3CRETS3CRETS3CRETS3CRETS3CRETS3CRETS3 from plugin",
			"apiKey = S3CRET"})
	void takesSecretsOut(String text) {
		assertThat(Redaction.of(text)).doesNotContain("S3CRET").contains(Redaction.MARK);
	}

	@ParameterizedTest
	@ValueSource(strings = {"prod-eu is away since 09:40: connection refused by 10.0.0.1:6443",
			"https://127.0.0.1:6443/apis/apps/v1/deployments?limit=500", "org.fleetdesk.ui 0.1.0.202611211142",
			"java.lang.IllegalStateException: no such pod web-7c9d8b6f5-x2x9z",
			"at org.eclipse.ui.internal.WorkbenchPage.busyShowView(WorkbenchPage.java:1234)",
			"/home/me/.kube/config: context dev: no such user"})
	void leavesOtherTextAlone(String text) {
		assertThat(Redaction.of(text)).isEqualTo(text);
	}

	@Test
	void keepsWhatStandsAroundASecret() {
		assertThat(Redaction.of("get https://u:p@host/x failed; token: abc, code 401"))
				.isEqualTo("get https://(redacted)@host/x failed; token: (redacted) code 401");
	}
}

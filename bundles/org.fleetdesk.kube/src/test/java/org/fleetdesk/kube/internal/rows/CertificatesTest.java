package org.fleetdesk.kube.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatesTest {

	private static final String LEAF = """
			-----BEGIN CERTIFICATE-----
			MIIBczCCARmgAwIBAgIUDrZ0P/EoSyUAUIo9iPKWlsm8TNgwCgYIKoZIzj0EAwIw
			DzENMAsGA1UEAwwEbGVhZjAeFw0yNjExMjEyMTE1MTJaFw0zMDEyMzAyMTE1MTJa
			MA8xDTALBgNVBAMMBGxlYWYwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQTEiWK
			KiQvX18Nh1FfFFM6Anf5g1A4+qzrlexz2g9bC0pAA0hVE2gDRzDOh01SREEFBZ5A
			HWpBWN3/MNbJAkouo1MwUTAdBgNVHQ4EFgQUpFlqDgjBoVk4eN5akq2k1/HQ+W8w
			HwYDVR0jBBgwFoAUpFlqDgjBoVk4eN5akq2k1/HQ+W8wDwYDVR0TAQH/BAUwAwEB
			/zAKBggqhkjOPQQDAgNIADBFAiBmqd93wp6HWYs3cg1f+xj4J0PlennNse0+iFLt
			EfY+RAIhAIYGtfDLsvWapu0tFlb5gcF8T8TTUrJkpfvuWerPq7hR
			-----END CERTIFICATE-----
			""";
	private static final String AUTHORITY = """
			-----BEGIN CERTIFICATE-----
			MIIBbjCCARWgAwIBAgIUOvHkD8aBSBoJelzN2Ltcdg02rcgwCgYIKoZIzj0EAwIw
			DTELMAkGA1UEAwwCY2EwHhcNMjYxMTIxMjExNTEyWhcNNDAwNzMwMjExNTEyWjAN
			MQswCQYDVQQDDAJjYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABLZd1zoWvGEz
			Fk6gZBQSkII5Pnn0JEOHdyI6uOG4NBDHgMqndmD7QLT1BEXytUdft5BAid3ZD5xi
			z9WXpJypQG6jUzBRMB0GA1UdDgQWBBSMPqJHClDhTbyHZPWZOxUfHWUEczAfBgNV
			HSMEGDAWgBSMPqJHClDhTbyHZPWZOxUfHWUEczAPBgNVHRMBAf8EBTADAQH/MAoG
			CCqGSM49BAMCA0cAMEQCIHE4//P27Ply1c7LYQm4DEk/T0OeySZ9mEY8MygAqO2A
			AiATkDgo8yHT8tUGFKt67y9HTQqcGx0acfXpmhcup9G86w==
			-----END CERTIFICATE-----
			""";
	private static final long LEAF_ENDS = Instant.parse("2030-12-30T21:15:12Z").toEpochMilli();
	private static final long AUTHORITY_ENDS = Instant.parse("2040-07-30T21:15:12Z").toEpochMilli();

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
	}

	@Test
	void aCertificateEndsWhenItSaysWhetherInTextOrInBytes() {
		assertThat(Certificates.end(LEAF, false)).isEqualTo(LEAF_ENDS);
		assertThat(Certificates.end(base64(LEAF), false)).isEqualTo(LEAF_ENDS);
		assertThat(Certificates.end("a comment before it\n" + LEAF, false)).isEqualTo(LEAF_ENDS);
	}

	@Test
	void ofAChainTheFirstCountsAndOfABundleTheLastEnd() {
		assertThat(Certificates.end(LEAF + AUTHORITY, false)).isEqualTo(LEAF_ENDS);
		assertThat(Certificates.end(LEAF + AUTHORITY, true)).isEqualTo(AUTHORITY_ENDS);
		assertThat(Certificates.end(AUTHORITY + LEAF, true)).isEqualTo(AUTHORITY_ENDS);
	}

	@Test
	void aSlotTakesBytesAndText() {
		for (Slot.Type type : new Slot.Type[]{Slot.Type.FIRST_END, Slot.Type.LAST_END}) {
			Slot slot = new Slot(type, new StringPool());
			byte[] bytes = LEAF.getBytes(StandardCharsets.US_ASCII);
			slot.bytes(bytes, 0, bytes.length);
			slot.take(bytes, 0, bytes.length);
			char[] chars = base64(LEAF).toCharArray();
			slot.take(chars, 0, chars.length);
			slot.bytes(bytes, 0, 0);
			assertThat(slot.count()).isEqualTo(3);
			assertThat(slot.number(0)).isEqualTo(slot.number(1)).isEqualTo(slot.number(2)).isEqualTo(LEAF_ENDS);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "AAE=", "no base64!", "-----BEGIN CERTIFICATE-----\nAAE=\n-----END CERTIFICATE-----",
			"-----BEGIN CERTIFICATE-----", "-----BEGIN PRIVATE KEY-----\nAAE=\n-----END PRIVATE KEY-----"})
	void whatIsNoCertificateHasNoEnd(String text) {
		assertThat(Certificates.end(text, false)).isEqualTo(Slot.NONE);
		assertThat(Certificates.end(text, true)).isEqualTo(Slot.NONE);
	}
}

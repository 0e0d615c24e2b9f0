package org.fleetdesk.kube.internal.rows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When certificates end. Takes some ten microseconds a certificate. Stateless. */
final class Certificates {

	private static final String BEGIN = "-----BEGIN ";
	private static final Pattern BLOCK = Pattern
			.compile("-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([^-]*)-----END");

	private Certificates() {
	}

	/**
	 * When a certificate in a text ends, in milliseconds since 1970: the first one's, or of all the last end.
	 *
	 * @param text PEM, or the same in base64, as JSON has what is bytes in protobuf
	 * @return {@link Slot#NONE} if there is no certificate
	 */
	static long end(String text, boolean last) {
		return pem(text.contains(BEGIN) ? text : decoded(text), last);
	}

	private static String decoded(String base64) {
		try {
			return new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
		} catch (IllegalArgumentException noBase64) {
			return "";
		}
	}

	private static long pem(String text, boolean last) {
		long end = Slot.NONE;
		Matcher block = BLOCK.matcher(text);
		while (block.find()) {
			long found = end(block.group(1));
			end = Math.max(end, found);
			if (found != Slot.NONE && !last) {
				return found;
			}
		}
		return end;
	}

	private static long end(String base64) {
		try {
			byte[] der = Base64.getMimeDecoder().decode(base64);
			return CertificateFactory.getInstance("X.509")
					.generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate certificate
							? certificate.getNotAfter().getTime()
							: Slot.NONE;
		} catch (CertificateException | IllegalArgumentException noCertificate) {
			return Slot.NONE;
		}
	}
}

package org.fleetdesk.demo.internal.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/**
 * A key and a self-signed certificate for 127.0.0.1 and localhost, made at every start and kept in memory. The JDK makes
 * none by a public interface, so the few lines of DER are written here.
 */
public final class Certificate {

	private static final byte[] ECDSA_SHA256 = {0x30, 0x0a, 0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d,
			0x04,
			0x03, 0x02};
	private static final byte[] TRUE = {1, 1, (byte) 0xff};
	private static final int SEQUENCE = 0x30;
	private static final int OCTETS = 0x04;

	private final KeyStore keys;
	private final X509Certificate certificate;

	private Certificate(KeyStore keys, X509Certificate certificate) {
		this.keys = keys;
		this.certificate = certificate;
	}

	/** Makes one that is valid for a month. */
	public static Certificate create(String commonName, Instant now) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			KeyPair pair = generator.generateKeyPair();
			byte[] content = content(commonName, now, pair);
			Signature signature = Signature.getInstance("SHA256withECDSA");
			signature.initSign(pair.getPrivate());
			signature.update(content);
			byte[] signed = tag(SEQUENCE, content, ECDSA_SHA256, tag(3, new byte[1], signature.sign()));
			X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
					.generateCertificate(new ByteArrayInputStream(signed));
			KeyStore keys = KeyStore.getInstance("PKCS12");
			keys.load(null, null);
			keys.setKeyEntry("demo", pair.getPrivate(), new char[0],
					new java.security.cert.Certificate[]{certificate});
			return new Certificate(keys, certificate);
		} catch (GeneralSecurityException | IOException e) {
			throw new IllegalStateException("no certificate could be made", e);
		}
	}

	KeyStore keys() {
		return keys;
	}

	/** The certificate as PEM text. */
	public String pem() {
		try {
			return "-----BEGIN CERTIFICATE-----\n"
					+ Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(certificate.getEncoded())
					+ "\n-----END CERTIFICATE-----\n";
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("the certificate cannot be encoded", e);
		}
	}

	private static byte[] content(String commonName, Instant now, KeyPair pair) throws IOException {
		byte[] name = tag(SEQUENCE, tag(0x31, tag(SEQUENCE, oid(0x55, 0x04, 0x03),
				tag(0x0c, commonName.getBytes(StandardCharsets.UTF_8)))));
		byte[] names = tag(SEQUENCE, tag(0x82, "localhost".getBytes(StandardCharsets.US_ASCII)),
				tag(0x87, new byte[]{127, 0, 0, 1}));
		byte[] usage = tag(SEQUENCE, oid(0x2b, 6, 1, 5, 5, 7, 3, 1));
		byte[] extensions = tag(SEQUENCE, extension(oid(0x55, 0x1d, 0x13), true, tag(SEQUENCE, TRUE)),
				extension(oid(0x55, 0x1d, 0x0f), true, tag(3, new byte[]{2, (byte) 0x84})),
				extension(oid(0x55, 0x1d, 0x25), false, usage), extension(oid(0x55, 0x1d, 0x11), false, names));
		byte[] serial = new BigInteger(64, new SecureRandom()).add(BigInteger.ONE).toByteArray();
		return tag(SEQUENCE, tag(0xa0, new byte[]{2, 1, 2}), tag(2, serial), ECDSA_SHA256, name,
				tag(SEQUENCE, time(now.minus(Duration.ofHours(1))), time(now.plus(Duration.ofDays(30)))), name,
				pair.getPublic().getEncoded(), tag(0xa3, extensions));
	}

	private static byte[] extension(byte[] oid, boolean critical, byte[] value) throws IOException {
		return critical ? tag(SEQUENCE, oid, TRUE, tag(OCTETS, value)) : tag(SEQUENCE, oid, tag(OCTETS, value));
	}

	private static byte[] time(Instant time) throws IOException {
		String text = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC).format(time);
		return tag(0x17, text.substring(2).getBytes(StandardCharsets.US_ASCII));
	}

	private static byte[] oid(int... bytes) throws IOException {
		byte[] content = new byte[bytes.length];
		for (int index = 0; index < bytes.length; index++) {
			content[index] = (byte) bytes[index];
		}
		return tag(6, content);
	}

	private static byte[] tag(int tag, byte[]... parts) throws IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			content.write(part);
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(tag);
		int length = content.size();
		if (length >= 256) {
			out.write(0x82);
			out.write(length >> 8);
		} else if (length >= 128) {
			out.write(0x81);
		}
		out.write(length);
		content.writeTo(out);
		return out.toByteArray();
	}
}

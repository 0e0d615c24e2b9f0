package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

import org.fleetdesk.kube.internal.http.Materials.Unusable;

/**
 * Private keys in PEM: PKCS8 as Java reads it, PKCS1 (RSA) and SEC1 (EC) by putting the few bytes around them that make
 * them PKCS8. client-java does the same with Bouncy Castle, which costs a second of a program's start.
 */
final class PrivateKeys {

	private static final int INTEGER = 0x02;
	private static final int OCTETS = 0x04;
	private static final int SEQUENCE = 0x30;
	private static final int PARAMETERS = 0xA0;
	private static final byte[] ZERO = {INTEGER, 1, 0};
	/** OID 1.2.840.113549.1.1.1 and NULL. */
	private static final byte[] RSA = {6, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 1, 1, 5, 0};
	/** OID 1.2.840.10045.2.1; the curve follows. */
	private static final byte[] EC = {6, 7, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 2, 1};

	private PrivateKeys() {
	}

	/** The first private key; the name stands in what is thrown. */
	static PrivateKey read(byte[] pem, String name) throws Unusable {
		List<String> blocks = Materials.blocks(pem, "PRIVATE KEY");
		if (blocks.isEmpty()) {
			throw new Unusable(text("material.key.none", name));
		}
		String block = blocks.get(0);
		if (block.contains("ENCRYPTED")) {
			throw new Unusable(text("material.key.locked", name));
		}
		try {
			byte[] der = Base64.getDecoder().decode(block.replaceAll("-----[^-]*-----|\\s", ""));
			if (block.startsWith("-----BEGIN RSA ")) {
				der = pkcs8(RSA, der);
			} else if (block.startsWith("-----BEGIN EC ")) {
				der = pkcs8(join(EC, curve(der)), der);
			}
			return key(new PKCS8EncodedKeySpec(der));
		} catch (GeneralSecurityException | RuntimeException e) {
			throw new Unusable(text("material.key.damaged", name), e);
		}
	}

	private static PrivateKey key(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
		InvalidKeySpecException problem = new InvalidKeySpecException("unknown algorithm");
		for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
			try {
				return KeyFactory.getInstance(algorithm).generatePrivate(spec);
			} catch (InvalidKeySpecException e) {
				problem.addSuppressed(e);
			}
		}
		throw problem;
	}

	private static byte[] pkcs8(byte[] algorithm, byte[] key) {
		return element(SEQUENCE, join(ZERO, element(SEQUENCE, algorithm), element(OCTETS, key)));
	}

	/** The curve that a SEC1 key names. */
	private static byte[] curve(byte[] der) throws GeneralSecurityException {
		ByteBuffer key = content(ByteBuffer.wrap(der), SEQUENCE);
		content(key, INTEGER);
		content(key, OCTETS);
		ByteBuffer curve = content(key, PARAMETERS);
		byte[] bytes = new byte[curve.remaining()];
		curve.get(bytes);
		return bytes;
	}

	/** The content of the next element, which must be of a type; moves behind it. */
	private static ByteBuffer content(ByteBuffer in, int type) throws GeneralSecurityException {
		if ((in.get() & 0xFF) != type) {
			throw new InvalidKeySpecException("unexpected element");
		}
		int length = in.get() & 0xFF;
		if (length >= 0x80) {
			int bytes = length & 0x7F;
			length = 0;
			for (int i = 0; i < bytes; i++) {
				length = length << 8 | in.get() & 0xFF;
			}
		}
		ByteBuffer content = in.slice(in.position(), length);
		in.position(in.position() + length);
		return content;
	}

	private static byte[] element(int type, byte[] content) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(type);
		if (content.length >= 0x80) {
			int bytes = content.length < 0x100 ? 1 : content.length < 0x10000 ? 2 : 3;
			out.write(0x80 | bytes);
			for (int i = bytes - 1; i > 0; i--) {
				out.write(content.length >> 8 * i);
			}
		}
		out.write(content.length);
		out.writeBytes(content);
		return out.toByteArray();
	}

	private static byte[] join(byte[]... parts) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			out.writeBytes(part);
		}
		return out.toByteArray();
	}
}

package org.fleetdesk.kube.internal.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What ties one login by browser together (state, nonce, PKCE's verifier). Not a record, so that it is never printed. */
final class Secrets {

	private static final int BYTES = 32;

	private final String state;
	private final String nonce;
	private final String verifier;

	/** New ones by chance. */
	Secrets() {
		SecureRandom random = new SecureRandom();
		state = word(random);
		nonce = word(random);
		verifier = word(random);
	}

	private static String word(SecureRandom random) {
		byte[] bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return base64(bytes);
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** Comes back with the browser. */
	String state() {
		return state;
	}

	/** Comes back in the ID token. */
	String nonce() {
		return nonce;
	}

	/** Proves to the token endpoint that the code is redeemed by who asked for it. */
	String verifier() {
		return verifier;
	}

	/** The verifier's digest, which the browser carries. */
	String challenge() {
		try {
			return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e); // every Java has it
		}
	}
}

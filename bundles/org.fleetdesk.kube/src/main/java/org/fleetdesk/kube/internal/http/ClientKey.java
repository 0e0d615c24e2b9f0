package org.fleetdesk.kube.internal.http;

import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.fleetdesk.kube.internal.http.Materials.Unusable;
import org.jspecify.annotations.Nullable;

/**
 * A client certificate with its key, given to every server that asks, as client-go does. Two are equal if their
 * certificates are. Immutable.
 */
final class ClientKey extends X509ExtendedKeyManager {

	private static final String ALIAS = "client";

	private final List<X509Certificate> chain;
	private final PrivateKey key;

	private ClientKey(List<X509Certificate> chain, PrivateKey key) {
		this.chain = List.copyOf(chain);
		this.key = key;
	}

	/** From PEM; the names stand in what is thrown. */
	static ClientKey of(byte[] certificate, String certificateName, byte[] key, String keyName) throws Unusable {
		List<X509Certificate> chain = Certificates.parse(certificate, certificateName);
		PrivateKey made = key(key, keyName);
		if (!fits(chain.get(0), made)) {
			throw new Unusable(keyName + " is not the key of the certificate in " + certificateName);
		}
		return new ClientKey(chain, made);
	}

	private static PrivateKey key(byte[] pem, String name) throws Unusable {
		List<String> blocks = Materials.blocks(pem, "PRIVATE KEY");
		if (blocks.isEmpty()) {
			throw new Unusable(name + " holds no PEM private key");
		}
		String block = blocks.get(0);
		if (block.contains("ENCRYPTED")) {
			throw new Unusable(name + " is locked with a password; give the key without one");
		}
		try (PEMParser parser = new PEMParser(new StringReader(block))) {
			Object parsed = parser.readObject();
			PrivateKeyInfo info = parsed instanceof PEMKeyPair pair
					? pair.getPrivateKeyInfo()
					: (PrivateKeyInfo) parsed;
			String algorithm = switch (info.getPrivateKeyAlgorithm().getAlgorithm().getId()) {
				case "1.2.840.113549.1.1.1" -> "RSA";
				case "1.2.840.10045.2.1" -> "EC";
				case "1.3.101.112", "1.3.101.113" -> "EdDSA";
				default -> throw new Unusable(name + " is neither an RSA nor an EC nor an Ed25519 key");
			};
			return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
		} catch (IOException | GeneralSecurityException | RuntimeException e) {
			throw new Unusable(name + " holds a damaged private key", e);
		}
	}

	private static boolean fits(X509Certificate certificate, PrivateKey key) {
		String algorithm = switch (key.getAlgorithm()) {
			case "RSA" -> "SHA256withRSA";
			case "EC" -> "SHA256withECDSA";
			default -> "EdDSA";
		};
		byte[] sample = {1, 2, 3};
		try {
			Signature signature = Signature.getInstance(algorithm);
			signature.initSign(key);
			signature.update(sample);
			byte[] signed = signature.sign();
			signature.initVerify(certificate.getPublicKey());
			signature.update(sample);
			return signature.verify(signed);
		} catch (GeneralSecurityException e) {
			return false;
		}
	}

	X509Certificate certificate() {
		return chain.get(0);
	}

	@Override
	public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
		return Arrays.stream(types).anyMatch(this::isOf) ? ALIAS : null;
	}

	@Override
	public @Nullable String chooseEngineClientAlias(String[] types, Principal @Nullable [] issuers,
			@Nullable SSLEngine engine) {
		return chooseClientAlias(types, issuers, null);
	}

	private boolean isOf(String type) {
		return type.equals(key.getAlgorithm()) || type.startsWith("Ed") && key.getAlgorithm().startsWith("Ed");
	}

	@Override
	public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
		return isOf(type) ? new String[]{ALIAS} : null;
	}

	@Override
	public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
		return null;
	}

	@Override
	public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
		return null;
	}

	@Override
	public X509Certificate[] getCertificateChain(String alias) {
		return chain.toArray(X509Certificate[]::new);
	}

	@Override
	public PrivateKey getPrivateKey(String alias) {
		return key;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ClientKey o && chain.equals(o.chain);
	}

	@Override
	public int hashCode() {
		return chain.hashCode();
	}

	@Override
	public String toString() {
		return Certificates.subject(certificate());
	}
}

package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

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
		PrivateKey made = PrivateKeys.read(key, keyName);
		if (!fits(chain.get(0), made)) {
			throw new Unusable(text("material.key.other", keyName, certificateName));
		}
		return new ClientKey(chain, made);
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

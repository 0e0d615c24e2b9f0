package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import org.fleetdesk.kube.config.KubeServer;
import org.fleetdesk.kube.internal.http.Materials.Unusable;
import org.jspecify.annotations.Nullable;

import okhttp3.internal.tls.OkHostnameVerifier;

/**
 * Trusts one server: by the kubeconfig's authority alone if it names one, else by what Java trusts; and only under the
 * name that is wanted. Refuses with {@link RefusedCertificate}.
 */
final class ServerTrust extends X509ExtendedTrustManager {

	private final @Nullable X509ExtendedTrustManager authorities;
	private final String authority;
	private final String host;

	private ServerTrust(@Nullable X509ExtendedTrustManager authorities, String authority, String host) {
		this.authorities = authorities;
		this.authority = authority;
		this.host = host;
	}

	/** Reads the authority's file if there is one. */
	static ServerTrust of(KubeServer server, String host) throws Unusable {
		if (server.insecure()) {
			return new ServerTrust(null, "", host);
		}
		try {
			if (server.authority().isEmpty()) {
				return new ServerTrust(manager(null), text("tls.unsigned.system"), host);
			}
			String name = Materials.name(server.authority().get());
			KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
			store.load(null, null);
			int index = 0;
			for (X509Certificate certificate : Certificates.read(server.authority().get())) {
				store.setCertificateEntry("ca" + index++, certificate);
			}
			return new ServerTrust(manager(store), text("tls.unsigned.file", name), host);
		} catch (GeneralSecurityException | IOException e) {
			throw new Unusable(text("tls.store"), e);
		}
	}

	private static X509ExtendedTrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(store);
		for (TrustManager manager : factory.getTrustManagers()) {
			if (manager instanceof X509ExtendedTrustManager extended) {
				return extended;
			}
		}
		throw new GeneralSecurityException("no trust manager");
	}

	/** Whether a certificate is for the server's name. */
	boolean named(X509Certificate certificate) {
		return authorities == null || OkHostnameVerifier.INSTANCE.verify(host, certificate);
	}

	private interface Check {
		void run(X509ExtendedTrustManager manager) throws CertificateException;
	}

	private void check(X509Certificate[] chain, Check check) throws CertificateException {
		if (authorities == null) {
			return;
		}
		try {
			check.run(authorities);
		} catch (CertificateException e) {
			throw RefusedCertificate.of(chain, authority, e);
		}
		if (!named(chain[0])) {
			List<String> names = OkHostnameVerifier.INSTANCE.allSubjectAltNames(chain[0]);
			throw RefusedCertificate.name(chain[0], names, host);
		}
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
		check(chain, m -> m.checkServerTrusted(chain, type, socket));
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
			throws CertificateException {
		check(chain, m -> m.checkServerTrusted(chain, type, engine));
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
		check(chain, m -> m.checkServerTrusted(chain, type));
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
		throw new CertificateException("only servers are checked here");
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
			throws CertificateException {
		throw new CertificateException("only servers are checked here");
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
		throw new CertificateException("only servers are checked here");
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return authorities == null ? new X509Certificate[0] : authorities.getAcceptedIssuers();
	}
}

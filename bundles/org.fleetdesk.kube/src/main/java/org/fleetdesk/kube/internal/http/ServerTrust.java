package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import org.fleetdesk.kube.config.KubeServer;
import org.fleetdesk.kube.config.Material;
import org.fleetdesk.kube.internal.http.Materials.Unusable;
import org.fleetdesk.kube.internal.text.SafeText;
import org.jspecify.annotations.Nullable;

import okhttp3.internal.tls.OkHostnameVerifier;

/**
 * Trusts one server: by the kubeconfig's authority alone if it names one, else by what Java trusts; and only under the
 * name that is wanted. Refuses with {@link RefusedCertificate}.
 */
class ServerTrust extends X509ExtendedTrustManager {

	private final @Nullable X509ExtendedTrustManager authorities;
	private final List<X509Certificate> anchors;
	private final List<X509CRL> revocations;
	private final String authority;
	private final String remedy;
	private final String host;

	private ServerTrust(@Nullable X509ExtendedTrustManager authorities, List<X509CRL> revocations, String authority,
			String remedy, String host) {
		this.authorities = authorities;
		this.anchors = authorities == null ? List.of() : List.of(authorities.getAcceptedIssuers());
		this.revocations = revocations;
		this.authority = authority;
		this.remedy = remedy;
		this.host = host;
	}

	/** Reads the authority's file if there is one. */
	static ServerTrust of(KubeServer server, String host) throws Unusable {
		if (server.insecure()) {
			return new ServerTrust(null, List.of(), "", "", host);
		}
		try {
			if (server.authority().isEmpty()) {
				return new ServerTrust(manager(null), List.of(), text("certificate.anyKnown"),
						text("certificate.anyKnown.remedy"), host);
			}
			Material material = server.authority().get();
			KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
			store.load(null, null);
			int index = 0;
			for (X509Certificate certificate : Certificates.read(material)) {
				store.setCertificateEntry("ca" + index++, certificate);
			}
			return new ServerTrust(manager(store), Certificates.revocations(material),
					text("certificate.given", Materials.name(material)), text("certificate.given.remedy"), host);
		} catch (GeneralSecurityException | IOException e) {
			throw new Unusable(text("tls.store"), e);
		}
	}

	/**
	 * Trusts a proxy that is spoken to in TLS: by the kubeconfig's authority, as kubectl does, and by what Java trusts.
	 * Without a check where the kubeconfig says so of the server.
	 */
	static ServerTrust ofProxy(KubeServer server, String host) throws Unusable {
		if (server.insecure()) {
			return new ServerTrust(null, List.of(), "", "", host);
		}
		try {
			KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
			store.load(null, null);
			List<X509Certificate> trusted = new ArrayList<>(List.of(manager(null).getAcceptedIssuers()));
			if (server.authority().isPresent()) {
				trusted.addAll(Certificates.read(server.authority().get()));
			}
			for (int i = 0; i < trusted.size(); i++) {
				store.setCertificateEntry("ca" + i, trusted.get(i));
			}
			return new ServerTrust(manager(store), List.of(), text("certificate.anyKnown"),
					text("certificate.proxy.remedy"), host) {
				@Override
				RefusedCertificate refused(RefusedCertificate problem) {
					return new RefusedCertificate(text("certificate.proxy", host, problem.getMessage()), problem);
				}
			};
		} catch (GeneralSecurityException | IOException e) {
			throw new Unusable(text("tls.store"), e);
		}
	}

	/** What is said of a refusal, which speaks of a server. */
	RefusedCertificate refused(RefusedCertificate problem) {
		return problem;
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
		if (authorities != null) {
			try {
				check(chain, authorities, check);
			} catch (RefusedCertificate e) {
				throw refused(e);
			}
		}
	}

	private void check(X509Certificate[] chain, X509ExtendedTrustManager manager, Check check)
			throws RefusedCertificate {
		CertificatePath path = CertificatePath.of(chain, anchors);
		if (!path.anchored()) {
			throw RefusedCertificate.unknown(path, anchors, authority, remedy);
		}
		CertificateFaults.check(path, revocations);
		if (!named(chain[0])) {
			throw Arrays.stream(chain).anyMatch(this::named)
					? new RefusedCertificate(text("certificate.order", Certificates.subject(chain[0])))
					: RefusedCertificate.name(chain[0], OkHostnameVerifier.INSTANCE.allSubjectAltNames(chain[0]), host);
		}
		try {
			check.run(manager);
		} catch (CertificateException e) {
			throw new RefusedCertificate(text("certificate.refused",
					text("certificate.server", Certificates.subject(chain[0])), SafeText.line(root(e), 200)), e);
		}
	}

	private static String root(Throwable problem) {
		Throwable cause = problem;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return String.valueOf(cause.getMessage());
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

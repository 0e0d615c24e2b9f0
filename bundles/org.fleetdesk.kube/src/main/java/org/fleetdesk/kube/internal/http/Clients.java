package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

import org.fleetdesk.kube.config.KubeServer;
import org.fleetdesk.kube.internal.http.Materials.Unusable;
import org.fleetdesk.kube.internal.http.OkHttpTransport.Limits;
import org.jspecify.annotations.Nullable;

import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/** Makes OkHttp clients for one server: trust, proxy, limits. */
final class Clients {

	private final KubeServer server;
	private final Limits limits;

	Clients(KubeServer server, Limits limits) {
		this.server = server;
		this.limits = limits;
	}

	/** Reads the authority's file. Follows no redirect, so that no login is carried elsewhere. */
	OkHttpClient make(Place place, Optional<URI> proxy, Optional<ClientKey> key) {
		OkHttpClient.Builder client = new OkHttpClient.Builder().connectTimeout(limits.connect())
				.writeTimeout(limits.connect()).callTimeout(Duration.ZERO).pingInterval(limits.ping())
				.followRedirects(false).followSslRedirects(false).addInterceptor(Clients::idle);
		if (proxy.isPresent()) {
			client.proxy(Proxies.proxy(proxy.get()).orElseThrow(() -> place.unreachable(0,
					text("proxy.kind", place.proxy().orElse("")), null)));
			String login = proxy.get().getRawUserInfo();
			if (login != null) {
				client.proxyAuthenticator((route, response) -> proxyLogin(login, route, response));
			}
		} else {
			client.proxy(Proxy.NO_PROXY);
		}
		if (server.url().getScheme().equalsIgnoreCase("https")) {
			trust(client, place, key);
		}
		return client.build();
	}

	private void trust(OkHttpClient.Builder client, Place place, Optional<ClientKey> key) {
		String host = server.tlsServerName().orElse(Proxies.bare(server.url().getHost()));
		try {
			ServerTrust trust = ServerTrust.of(server, host);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(key.map(k -> new KeyManager[]{k}).orElse(null), new TrustManager[]{trust}, null);
			SSLSocketFactory sockets = context.getSocketFactory();
			client.sslSocketFactory(
					server.tlsServerName().isPresent() ? new NamedSockets(sockets, host) : sockets, trust);
			client.hostnameVerifier((asked, session) -> named(trust, session));
		} catch (Unusable e) {
			throw place.untrusted(text("tls.unchecked", e.getMessage()), e);
		} catch (GeneralSecurityException e) {
			throw place.untrusted(text("tls.unavailable"), e);
		}
	}

	private static boolean named(ServerTrust trust, SSLSession session) {
		try {
			return trust.named((X509Certificate) session.getPeerCertificates()[0]);
		} catch (SSLPeerUnverifiedException e) {
			return false;
		}
	}

	private static Response idle(Interceptor.Chain chain) throws IOException {
		Duration idle = chain.request().tag(Duration.class);
		int millis = idle == null ? 0 : (int) Math.min(Integer.MAX_VALUE, idle.toMillis());
		return chain.withReadTimeout(millis, TimeUnit.MILLISECONDS).proceed(chain.request());
	}

	private static @Nullable Request proxyLogin(String login, @Nullable Route route, Response response) {
		boolean tried = response.request().header("Proxy-Authorization") != null;
		List<String> parts = List.of(login.split(":", 2));
		String user = URLDecoder.decode(parts.get(0).replace("+", "%2B"), StandardCharsets.UTF_8);
		String password = parts.size() < 2
				? ""
				: URLDecoder.decode(parts.get(1).replace("+", "%2B"), StandardCharsets.UTF_8);
		return tried
				? null
				: response.request().newBuilder()
						.header("Proxy-Authorization", Credentials.basic(user, password, StandardCharsets.UTF_8))
						.build();
	}
}

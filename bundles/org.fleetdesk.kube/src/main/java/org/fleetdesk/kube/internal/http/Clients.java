package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Locale;
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

import okhttp3.Connection;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

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
				.followRedirects(false).followSslRedirects(false).addInterceptor(Clients::idle)
				.addNetworkInterceptor(Clients::byOkioAlone);
		if (proxy.isPresent()) {
			through(client, place, proxy.get());
		} else {
			client.proxy(Proxy.NO_PROXY);
		}
		if (server.url().getScheme().equalsIgnoreCase("https")) {
			trust(client, place, key);
		}
		return client.build();
	}

	private void through(OkHttpClient.Builder client, Place place, URI url) {
		Optional<ProxyLogin> login = ProxyLogin.of(url);
		String scheme = url.getHost() == null ? "" : String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
		switch (scheme) {
			case "http", "https" -> {
				boolean secure = scheme.equals("https");
				client.proxy(new Proxy(Proxy.Type.HTTP, Proxies.address(url, secure ? 443 : 80)));
				login.ifPresent(l -> client.proxyAuthenticator((route, response) -> proxyLogin(l, response)));
				if (secure) {
					secure(client, place, Proxies.bare(url.getHost()));
				}
			}
			case "socks5", "socks5h" -> client.proxy(Proxy.NO_PROXY).dns(SocksSockets.UNASKED)
					.socketFactory(new SocksSockets(Proxies.address(url, 1080), login));
			default -> throw place.unreachable(0, text("proxy.kind", place.proxy().orElse("")), null);
		}
	}

	private void secure(OkHttpClient.Builder client, Place place, String proxy) {
		try {
			client.socketFactory(new TlsProxySockets(ServerTrust.ofProxy(server, proxy), proxy));
		} catch (Unusable e) {
			throw place.untrusted(text("tls.unchecked", e.getMessage()), e);
		} catch (GeneralSecurityException e) {
			throw place.untrusted(text("tls.unavailable"), e);
		}
	}

	private void trust(OkHttpClient.Builder client, Place place, Optional<ClientKey> key) {
		String host = server.tlsServerName().orElse(Proxies.bare(server.url().getHost()));
		try {
			ServerTrust trust = ServerTrust.of(server, host);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(key.map(k -> new KeyManager[]{k}).orElse(null), new TrustManager[]{trust}, null);
			SSLSocketFactory sockets = context.getSocketFactory();
			client.sslSocketFactory(new TlsSockets(sockets, server.tlsServerName(), limits.connect()), trust);
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

	/** A socket's own limit would stay while {@link Transport.Answer#idle} moves the one of the stream. */
	private static Response byOkioAlone(Interceptor.Chain chain) throws IOException {
		Connection connection = chain.connection();
		if (connection != null && !connection.protocol().toString().startsWith("h2")) {
			connection.socket().setSoTimeout(0);
		}
		return chain.proceed(chain.request());
	}

	private static @Nullable Request proxyLogin(ProxyLogin login, Response response) {
		boolean tried = response.request().header("Proxy-Authorization") != null;
		return tried
				? null
				: response.request().newBuilder().header("Proxy-Authorization",
						Credentials.basic(login.user(), login.password(), StandardCharsets.UTF_8)).build();
	}
}

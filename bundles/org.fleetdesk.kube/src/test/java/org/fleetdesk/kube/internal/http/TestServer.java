package org.fleetdesk.kube.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;

/** An HTTP server on loopback whose handler a test gives. */
final class TestServer implements AutoCloseable {

	private final HttpServer server;
	private final boolean secure;
	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	/** With TLS if a context is given; {@code wants} asks clients for certificates. */
	TestServer(@Nullable SSLContext tls, boolean wants, HttpHandler handler) throws IOException {
		InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
		secure = tls != null;
		if (tls != null) {
			HttpsServer https = HttpsServer.create(address, 0);
			https.setHttpsConfigurator(new HttpsConfigurator(tls) {
				@Override
				public void configure(HttpsParameters parameters) {
					SSLParameters ssl = tls.getDefaultSSLParameters();
					ssl.setNeedClientAuth(wants);
					parameters.setSSLParameters(ssl);
				}
			});
			server = https;
		} else {
			server = HttpServer.create(address, 0);
		}
		server.createContext("/", handler);
		server.setExecutor(threads);
		server.start();
	}

	int port() {
		return server.getAddress().getPort();
	}

	String url() {
		return (secure ? "https" : "http") + "://127.0.0.1:" + port();
	}

	static void answer(HttpExchange exchange, int code, String type, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	static void ok(HttpExchange exchange) throws IOException {
		answer(exchange, 200, "application/json", "{}");
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}
}

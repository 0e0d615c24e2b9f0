package org.fleetdesk.demo.internal.http;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty on a free port of 127.0.0.1, with TLS and HTTP/2; HTTP/1.1 only where no ALPN provider is found. Requests run on
 * virtual threads. Safe for any thread; to be closed.
 */
public final class WebServer implements AutoCloseable {

	private static final Logger LOG = System.getLogger(WebServer.class.getName());
	private static final int STREAMS = 250;
	/** Encoded by what Jetty looks up once, when the first such field is made. */
	private static final HttpField NAME = Providers
			.with(() -> new PreEncodedHttpField(HttpHeader.SERVER, "fleetdesk-demo"));

	private final Server server;
	private final ServerConnector connector;
	private final Set<Exchange> exchanges = ConcurrentHashMap.newKeySet();

	/** Starts it. */
	public WebServer(Certificate certificate, Service service) {
		QueuedThreadPool threads = new QueuedThreadPool(16, 2);
		threads.setName("demo");
		threads.setDaemon(true);
		threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server = new Server(threads);
		connector = new ServerConnector(server, 1, 1, Providers.with(() -> factories(certificate)));
		connector.setHost("127.0.0.1");
		connector.setIdleTimeout(Long.MAX_VALUE / 2);
		server.addConnector(connector);
		server.setHandler(new Handler.Abstract() {
			@Override
			public boolean handle(Request request, Response response, Callback callback) {
				answer(service, request, response, callback);
				return true;
			}
		});
		server.setStopTimeout(0);
		run(server::start);
		connector.setPort(connector.getLocalPort());
	}

	private static ConnectionFactory[] factories(Certificate certificate) {
		HttpConfiguration http = new HttpConfiguration();
		http.setSendServerVersion(false);
		http.setRequestHeaderSize(1 << 16);
		http.setIdleTimeout(-1);
		http.addCustomizer(new SecureRequestCustomizer(false));
		SslContextFactory.Server tls = new SslContextFactory.Server();
		tls.setKeyStore(certificate.keys());
		tls.setKeyStorePassword("");
		tls.setSniRequired(false);
		HttpConnectionFactory http1 = new HttpConnectionFactory(http);
		HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(http);
		http2.setMaxConcurrentStreams(STREAMS);
		http2.setStreamIdleTimeout(-1);
		try {
			ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
			alpn.setDefaultProtocol(http1.getProtocol());
			return new ConnectionFactory[]{new SslConnectionFactory(tls, alpn.getProtocol()), alpn, http2, http1};
		} catch (IllegalStateException noProvider) {
			LOG.log(Level.INFO, "the demo cluster speaks HTTP/1.1 only: " + noProvider.getMessage());
			return new ConnectionFactory[]{new SslConnectionFactory(tls, http1.getProtocol()), http1};
		}
	}

	private void answer(Service service, Request request, Response response, Callback callback) {
		response.getHeaders().put(NAME);
		Exchange exchange = new Exchange(request, response);
		exchanges.add(exchange);
		try {
			service.serve(exchange);
			callback.succeeded();
		} catch (EofException gone) {
			callback.failed(gone);
		} catch (IOException | RuntimeException e) {
			LOG.log(exchange.open() ? Level.WARNING : Level.DEBUG,
					() -> "the demo cluster failed at " + exchange.method() + " " + exchange.path(), e);
			callback.failed(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			callback.failed(e);
		} finally {
			exchanges.remove(exchange);
		}
	}

	/** Where it is. */
	public URI uri() {
		return URI.create("https://127.0.0.1:" + connector.getPort());
	}

	/** Ends all answers that are under way. */
	public void cut() {
		exchanges.forEach(Exchange::cut);
	}

	/** Lets nobody connect any more and drops who is connected. */
	public synchronized void leave() {
		cut();
		run(connector::stop);
	}

	/** Listens again at the same port. */
	public synchronized void comeBack() {
		run(connector::start);
	}

	@Override
	public void close() {
		cut();
		run(server::stop);
	}

	private interface Step {
		void run() throws Exception;
	}

	private static void run(Step step) {
		try {
			step.run();
		} catch (Exception e) {
			throw new IllegalStateException("the demo cluster's server cannot be started or stopped", e);
		}
	}
}

package org.fleetdesk.kube.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.fleetdesk.kube.KubeException.Unauthenticated;
import org.fleetdesk.kube.KubeException.Untrusted;
import org.fleetdesk.kube.config.ExecConsent;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeUser.Exec;
import org.fleetdesk.kube.login.Logins;
import org.jspecify.annotations.Nullable;

import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/**
 * A transport over OkHttp: HTTP/2 where the server has it, on the threads of the callers, as many requests at a time as
 * there are callers. Opens nothing before the first request.
 * <p>
 * A connection that died without a word (a half-open one: cable, sleep, a proxy that forgot it) is found by HTTP/2 pings:
 * one that is not answered before the next is due breaks the connection with all its streams, so at the latest after twice
 * {@link Limits#ping}. HTTP/1.1 knows no pings, and {@link #pings} says so: there only {@link Transport.Call#idle} finds it.
 */
public final class OkHttpTransport implements Transport {

	/**
	 * How long what no call limits may take.
	 *
	 * @param connect to open a connection
	 * @param login for a login plugin to end
	 * @param attended for a login plugin to end that somebody talks to
	 * @param ping between pings on an HTTP/2 connection, which breaks if one is not answered
	 */
	public record Limits(Duration connect, Duration login, Duration attended, Duration ping) {
		/** What programs use. */
		public static final Limits USUAL = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60),
				Duration.ofMinutes(5), Duration.ofSeconds(12));

		/** With no more time for plugins that somebody talks to. */
		public Limits(Duration connect, Duration login, Duration ping) {
			this(connect, login, login, ping);
		}
	}

	/** A client and what it was made with. */
	private record Built(OkHttpClient client, Optional<ClientKey> key) {
	}

	private final KubeContext context;
	private final Map<String, String> environment;
	private final InstantSource clock;
	private final Limits limits;
	private final Login login;
	private final Set<okhttp3.Call> calls = ConcurrentHashMap.newKeySet();
	private final Distance distance = new Distance();
	private volatile boolean closed;
	private volatile boolean pings = true;

	private final Object guard = new Object();
	/** Guarded by {@code guard}. */
	private @Nullable Built built;

	/** A transport to a context's server as its user, with a login of its own that asks nobody. */
	public OkHttpTransport(KubeContext context, ExecConsent consent, Map<String, String> environment,
			InstantSource clock, Limits limits) {
		this(context, consent, environment, clock, limits, new OidcSessions(Logins.NONE, environment, clock, limits));
	}

	/** A transport to a context's server as its user; {@code sessions} may be shared with others. */
	public OkHttpTransport(KubeContext context, ExecConsent consent, Map<String, String> environment,
			InstantSource clock, Limits limits, OidcSessions sessions) {
		this.context = context;
		this.environment = Map.copyOf(environment);
		this.clock = clock;
		this.limits = limits;
		Optional<Exec> exec = context.user().exec();
		boolean plain = context.user().token().isPresent() || context.user().basic().isPresent();
		if (exec.isPresent() && !plain) {
			this.login = new ExecLogin(context, exec.get(), new ExecPlugins(consent, sessions.console(),
					this.environment, clock, limits.login(), limits.attended()));
		} else if (context.user().oidc().isPresent() && !plain) {
			this.login = new OidcLogin(context, sessions.of(context.user().oidc().get()));
		} else {
			this.login = new FileLogin(context, clock);
		}
	}

	@Override
	public boolean pings() {
		return pings;
	}

	@Override
	public void loginAgain() {
		login.again();
	}

	@Override
	public Answer send(Call call) throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		Identity identity = login.identity();
		try {
			return send(call, identity);
		} catch (Unauthenticated refused) {
			Identity renewed = login.renewed(identity);
			if (renewed.same(identity)) {
				throw refused;
			}
			return send(call, renewed);
		}
	}

	private Answer send(Call call, Identity identity) throws InterruptedException {
		Optional<URI> proxy = Proxies.of(context.server(), environment);
		Place place = new Place(context.name(), Place.authority(context.server().url()),
				proxy.map(p -> p.getHost() + (p.getPort() < 0 ? "" : ":" + p.getPort())), call);
		try {
			return send(place, identity, client(place, proxy, identity.key()));
		} catch (Untrusted e) {
			// the authority's file may be put right
			forget();
			throw e;
		}
	}

	private Answer send(Place place, Identity identity, OkHttpClient client) throws InterruptedException {
		okhttp3.Call running = client.newCall(request(place.call(), identity));
		calls.add(running);
		boolean handedOver = false;
		try {
			if (closed) {
				running.cancel();
			}
			long begun = System.nanoTime();
			Response response = running.execute();
			distance.answered(System.nanoTime() - begun);
			pings = response.protocol() == Protocol.HTTP_2;
			if (response.isSuccessful() && !HttpFailures.page(response, place.call().accept())) {
				handedOver = true;
				return new OkHttpAnswer(place, running, response, () -> calls.remove(running));
			}
			try (response) {
				throw new HttpFailures(place, identity, clock).of(response);
			}
		} catch (IOException e) {
			boolean interrupt = e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException);
			if (Thread.interrupted() || interrupt) {
				throw interrupted(e);
			}
			throw IoFailures.of(place, identity, e);
		} catch (RuntimeException e) {
			throw e;
		} catch (Exception e) {
			// Kotlin declares no exceptions; the only one that is neither is that of an interrupted wait
			throw interrupted(e);
		} finally {
			if (!handedOver) {
				calls.remove(running);
			}
		}
	}

	private static InterruptedException interrupted(Exception cause) {
		InterruptedException interrupted = new InterruptedException();
		interrupted.initCause(cause);
		return interrupted;
	}

	private Request request(Call call, Identity identity) {
		String base = context.server().url().toString().replaceFirst("[/?#]+$", "");
		Request.Builder request = new Request.Builder().url(HttpUrl.get(base + call.path()))
				.header("Accept", call.accept()).header("User-Agent", "fleetdesk/0.1").tag(Duration.class, call.idle());
		request.method(call.method(), call.body().map(OkHttpTransport::body).orElse(null));
		if (distance.near()) {
			request.header("Accept-Encoding", "identity"); // else OkHttp asks for gzip
		}
		identity.authorization().ifPresent(a -> request.header("Authorization", a));
		context.user().impersonate().ifPresent(i -> Impersonations.headers(i, request));
		return request.build();
	}

	/** Sent once: whether a change was made whose answer never came is for its caller to find out. */
	private static RequestBody body(Call.Body body) {
		byte[] bytes = body.tree().toString().getBytes(StandardCharsets.UTF_8);
		MediaType type = MediaType.get(body.contentType());
		return new RequestBody() {
			@Override
			public MediaType contentType() {
				return type;
			}

			@Override
			public long contentLength() {
				return bytes.length;
			}

			@Override
			public boolean isOneShot() {
				return true;
			}

			@Override
			public void writeTo(BufferedSink sink) throws IOException {
				sink.write(bytes);
			}
		};
	}

	private OkHttpClient client(Place place, Optional<URI> proxy, Optional<ClientKey> key) {
		synchronized (guard) {
			if (built != null && built.key().equals(key)) {
				return built.client();
			}
		}
		OkHttpClient made = new Clients(context.server(), limits).make(place, proxy, key);
		Built old;
		synchronized (guard) {
			if (built != null && built.key().equals(key)) {
				return built.client();
			}
			old = built;
			built = new Built(made, key);
		}
		evict(old);
		return made;
	}

	private void forget() {
		Built old;
		synchronized (guard) {
			old = built;
			built = null;
		}
		evict(old);
	}

	private static void evict(@Nullable Built old) {
		if (old != null) {
			old.client().connectionPool().evictAll();
		}
	}

	@Override
	public void close() {
		closed = true;
		login.close();
		calls.forEach(okhttp3.Call::cancel);
		forget();
	}
}

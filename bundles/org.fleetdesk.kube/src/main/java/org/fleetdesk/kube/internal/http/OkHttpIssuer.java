package org.fleetdesk.kube.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.config.KubeServer;
import org.fleetdesk.kube.config.OidcProvider;
import org.fleetdesk.kube.internal.http.OkHttpTransport.Limits;
import org.fleetdesk.kube.internal.http.Transport.Call;
import org.fleetdesk.kube.internal.oidc.IssuerHttp;
import org.fleetdesk.kube.internal.oidc.LoginFailed;
import org.fleetdesk.kube.internal.oidc.LoginFailed.Kind;
import org.fleetdesk.kube.internal.text.SafeText;
import org.fleetdesk.kube.internal.text.Texts;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Speaks to an issuer over OkHttp, with the proxies of the environment and the trust of the kubeconfig. Follows no
 * redirect: what is sent here is secret. A request and its answer may take as long as a login plugin's end at most.
 */
final class OkHttpIssuer implements IssuerHttp {

	private static final long MAX_BODY = 1 << 20;
	private static final Duration LONGEST = Duration.ofSeconds(20);
	private static final ObjectMapper JSON = new ObjectMapper();
	private static final Identity NOBODY = new Identity("", Optional.empty(), Optional.empty());

	private final OidcProvider provider;
	private final Map<String, String> environment;
	private final Limits limits;
	private final Duration longest;

	OkHttpIssuer(OidcProvider provider, Map<String, String> environment, Limits limits) {
		this.provider = provider;
		this.environment = environment;
		this.limits = limits;
		this.longest = limits.login().compareTo(LONGEST) < 0 ? limits.login() : LONGEST;
	}

	@Override
	public Reply get(URI url) throws LoginFailed, InterruptedException {
		return send(url, new Request.Builder().url(url.toString()));
	}

	@Override
	public Reply post(URI url, Map<String, String> form, Optional<Basic> client)
			throws LoginFailed, InterruptedException {
		FormBody.Builder body = new FormBody.Builder(StandardCharsets.UTF_8);
		form.forEach(body::add);
		Request.Builder request = new Request.Builder().url(url.toString()).post(body.build());
		client.ifPresent(c -> request.header("Authorization", Credentials.basic(c.user(), c.password())));
		return send(url, request);
	}

	private Reply send(URI url, Request.Builder request) throws LoginFailed, InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		KubeServer server = new KubeServer("", url, provider.authority(), false, Optional.empty(), Optional.empty());
		Optional<URI> proxy = Proxies.of(server, environment);
		Place place = new Place("", Place.authority(url),
				proxy.map(p -> p.getHost() + (p.getPort() < 0 ? "" : ":" + p.getPort())),
				new Call("GET", "", "application/json", "login", "", longest));
		try {
			OkHttpClient client = new Clients(server, limits).make(place, proxy, Optional.empty()).newBuilder()
					.callTimeout(longest).build();
			try (Response response = client.newCall(request.header("Accept", "application/json").build()).execute()) {
				return reply(response);
			} finally {
				client.connectionPool().evictAll();
			}
		} catch (KubeException e) {
			throw failed(e);
		} catch (IOException e) {
			throw failed(place, e);
		}
	}

	private static Reply reply(Response response) throws IOException, LoginFailed {
		if (response.code() / 100 == 3) {
			throw new LoginFailed(Kind.REFUSED, Texts.text("oidc.redirect"), null);
		}
		BufferedSource source = response.body().source();
		if (source.request(MAX_BODY + 1)) {
			throw new LoginFailed(Kind.REFUSED, Texts.text("oidc.endless"), null);
		}
		JsonNode body = json(source.readByteArray());
		if (body == null || !body.isObject()) {
			if (response.isSuccessful()) {
				throw new LoginFailed(Kind.REFUSED, Texts.text("oidc.nojson"), null);
			}
			boolean passing = response.code() >= 500 || response.code() == 429;
			throw new LoginFailed(passing ? Kind.UNREACHABLE : Kind.REFUSED,
					Texts.text("oidc.endpoint.code", response.code()), null);
		}
		String error = SafeText.redacted(body.path("error").asText(""), 100);
		String more = SafeText.redacted(body.path("error_description").asText(""), 300);
		return new Reply(response.code(), body, more.isEmpty() ? error : error + " (" + more + ")");
	}

	private static @Nullable JsonNode json(byte[] bytes) {
		try {
			return JSON.readTree(bytes);
		} catch (IOException e) {
			return null;
		}
	}

	private LoginFailed failed(Place place, IOException e) throws InterruptedException {
		boolean cut = e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException);
		if (Thread.interrupted() || cut && !"timeout".equals(e.getMessage())) {
			InterruptedException interrupted = new InterruptedException();
			interrupted.initCause(e);
			throw interrupted;
		}
		if (cut) {
			return new LoginFailed(Kind.UNREACHABLE, Texts.text("oidc.slow", longest.toSeconds()), e);
		}
		return failed(IoFailures.of(place, NOBODY, e));
	}

	/** The same as a clause: without a cluster before it and a full stop behind it. */
	private static LoginFailed failed(KubeException e) {
		String clause = String.valueOf(e.getMessage()).replaceFirst("^[:：] ?", "").replaceFirst("[.。]$", "");
		Kind kind = switch (e) {
			case KubeException.Untrusted u -> Kind.UNTRUSTED;
			case KubeException.Unreachable u -> Kind.UNREACHABLE;
			default -> Kind.REFUSED;
		};
		return new LoginFailed(kind, clause, e);
	}
}

package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

import org.fleetdesk.kube.KubeException.Answer;
import org.fleetdesk.kube.KubeException.Request;
import org.fleetdesk.kube.KubeException.Unauthenticated;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeUser;
import org.fleetdesk.kube.config.KubeUser.ClientCertificate;
import org.fleetdesk.kube.config.Material;
import org.fleetdesk.kube.internal.http.Materials.Unusable;
import org.jspecify.annotations.Nullable;

/** Logs in with what the kubeconfig holds or names: certificate, token, user name and password. Read again each minute. */
final class FileLogin implements Login {

	private static final Duration FRESH = Duration.ofMinutes(1);

	private record Read(Identity identity, Instant at) {
	}

	private final KubeContext context;
	private final InstantSource clock;
	private volatile @Nullable Read last;

	FileLogin(KubeContext context, InstantSource clock) {
		this.context = context;
		this.clock = clock;
	}

	@Override
	public Identity identity() {
		Read read = last;
		if (read != null && (!inFiles() || clock.instant().isBefore(read.at().plus(FRESH)))) {
			return read.identity();
		}
		return read();
	}

	@Override
	public Identity renewed(Identity refused) {
		return inFiles() ? read() : refused;
	}

	private boolean inFiles() {
		KubeUser user = context.user();
		return user.token().filter(Material.InFile.class::isInstance).isPresent() || user.certificate().filter(
				c -> c.certificate() instanceof Material.InFile || c.key() instanceof Material.InFile).isPresent();
	}

	private Identity read() {
		try {
			Identity identity = make(context.user());
			last = new Read(identity, clock.instant());
			return identity;
		} catch (Unusable e) {
			throw failed(context, text("login.cannot", e.getMessage()), e.getCause());
		}
	}

	private static Identity make(KubeUser user) throws Unusable {
		Optional<ClientKey> key = Optional.empty();
		String source = "";
		if (user.certificate().isPresent()) {
			ClientCertificate pem = user.certificate().get();
			ClientKey made = ClientKey.of(Materials.read(pem.certificate()), Materials.name(pem.certificate()),
					Materials.read(pem.key()), Materials.name(pem.key()));
			key = Optional.of(made);
			source = text("login.certificate", made, Materials.name(pem.certificate()));
		}
		if (user.token().isPresent()) {
			Material token = user.token().get();
			return new Identity(text("login.token", Materials.name(token)), Optional.of(bearer(token)), key);
		}
		if (user.basic().isPresent()) {
			byte[] password = Materials.read(user.basic().get().password());
			String pair = user.basic().get().user() + ":" + new String(password, StandardCharsets.UTF_8);
			String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
			return new Identity(text("login.password", user.name()),
					Optional.of("Basic " + encoded), key);
		}
		return new Identity(source, Optional.empty(), key);
	}

	private static String bearer(Material material) throws Unusable {
		return bearer(new String(Materials.read(material), StandardCharsets.UTF_8), Materials.name(material));
	}

	/** The header for a token, which must be one word. */
	static String bearer(String token, String name) throws Unusable {
		String word = token.strip();
		if (word.isEmpty()) {
			throw new Unusable(text("material.token.none", name));
		}
		if (!word.chars().allMatch(c -> c > ' ' && c < 127)) {
			throw new Unusable(text("material.token.characters", name));
		}
		return "Bearer " + word;
	}

	static Unauthenticated failed(KubeContext context, String clause, @Nullable Throwable cause) {
		return new Unauthenticated(new Request(context.name(), "login", ""),
				new Answer(0, "", text("sentence", context.name(), clause)), cause);
	}
}

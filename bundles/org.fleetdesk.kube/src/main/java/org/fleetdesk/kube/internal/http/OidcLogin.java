package org.fleetdesk.kube.internal.http;

import java.util.Optional;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Answer;
import org.fleetdesk.kube.KubeException.Request;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.internal.oidc.LoginFailed;
import org.fleetdesk.kube.internal.oidc.OidcSession;
import org.fleetdesk.kube.internal.text.Texts;

/** Logs in with the ID tokens of a session that other connections may share. */
final class OidcLogin implements Login {

	private final KubeContext context;
	private final OidcSession session;

	OidcLogin(KubeContext context, OidcSession session) {
		this.context = context;
		this.session = session;
	}

	@Override
	public Identity identity() throws InterruptedException {
		return identity("");
	}

	@Override
	public Identity renewed(Identity refused) throws InterruptedException {
		return identity(refused.authorization().orElse("").replaceFirst("^Bearer ", ""));
	}

	private Identity identity(String refused) throws InterruptedException {
		try {
			String token = session.token(context.name(), refused);
			return new Identity(Texts.text("oidc.identity", session.provider().issuer()),
					Optional.of("Bearer " + token), Optional.empty());
		} catch (LoginFailed e) {
			throw failed(e);
		}
	}

	private KubeException failed(LoginFailed e) {
		Request request = new Request(context.name(), "login", "");
		Answer answer = new Answer(0, "",
				Texts.text("oidc.failed", context.name(), session.provider().issuer(), e.getMessage()));
		return switch (e.kind()) {
			case UNREACHABLE -> new KubeException.Unreachable(request, answer, e);
			case UNTRUSTED -> new KubeException.Untrusted(request, answer, e);
			case REFUSED -> new KubeException.Unauthenticated(request, answer, e);
		};
	}

	@Override
	public void again() {
		session.again();
	}
}

package org.fleetdesk.kube.internal.http;

import java.time.Duration;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Answer;
import org.fleetdesk.kube.KubeException.Conflict;
import org.fleetdesk.kube.KubeException.Expired;
import org.fleetdesk.kube.KubeException.Forbidden;
import org.fleetdesk.kube.KubeException.Invalid;
import org.fleetdesk.kube.KubeException.NotFound;
import org.fleetdesk.kube.KubeException.Request;
import org.fleetdesk.kube.KubeException.ServerFault;
import org.fleetdesk.kube.KubeException.Throttled;
import org.fleetdesk.kube.KubeException.Unauthenticated;
import org.jspecify.annotations.Nullable;

/** Which member of the family an HTTP status is. */
public final class StatusErrors {

	private StatusErrors() {
	}

	/** The error for an answer that is no 2xx; {@code retryAfter} matters for 429 only. */
	public static KubeException of(Request request, Answer answer, @Nullable Duration retryAfter) {
		return switch (answer.code()) {
			case 401 -> new Unauthenticated(request, answer, null);
			case 403 -> new Forbidden(request, answer, null);
			case 404, 405, 406 -> new NotFound(request, answer, null);
			case 409 -> new Conflict(request, answer, null);
			case 410 -> new Expired(request, answer, null);
			case 400, 413, 415, 422 -> new Invalid(request, answer, null);
			case 429 -> new Throttled(request, answer, retryAfter);
			default -> new ServerFault(request, answer, null);
		};
	}
}

package org.fleetdesk.kube;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.fleetdesk.kube.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A request to an API server that failed: the one sealed family that every remote call of this bundle throws.
 * {@link #getMessage()} is one sentence that says what is wrong, where, and what to do; it is safe to show and holds no
 * secret. The cause, if any, is for the log. An interrupted call throws {@link InterruptedException} instead: cancelled
 * is not failed.
 */
public abstract sealed class KubeException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * What was asked of whom.
	 *
	 * @param cluster the cluster's name as the user knows it
	 * @param verb the Kubernetes verb (get, list, watch, ...) or "connect", "login", "discover"
	 * @param resource plural and group, with namespace and name where there are some ("pods web/api-0"), or empty
	 */
	public record Request(String cluster, String verb, String resource) implements Serializable {
		public Request {
			Objects.requireNonNull(cluster);
			Objects.requireNonNull(verb);
			Objects.requireNonNull(resource);
		}
	}

	/**
	 * What came back.
	 *
	 * @param code the HTTP status, or 0 where none came
	 * @param reason the server's machine-readable reason ("AlreadyExists"), or empty
	 * @param message the sentence to show
	 * @param causes the fields it is about, if the server names some
	 */
	public record Answer(int code, String reason, String message, List<Cause> causes) implements Serializable {
		public Answer {
			Objects.requireNonNull(reason);
			Objects.requireNonNull(message);
			causes = List.copyOf(causes);
		}

		/** An answer that names no field. */
		public Answer(int code, String reason, String message) {
			this(code, reason, message, List.of());
		}
	}

	/**
	 * What a server says of one field, in its own words.
	 *
	 * @param reason machine-readable: "FieldManagerConflict", "FieldValueInvalid", "FieldValueRequired" and others
	 * @param field its path as Kubernetes writes it: "spec.containers[0].name", or of a conflict
	 *            {@code .spec.template.spec.containers[name="web"].image}; empty if it is about none
	 * @param message one line for people
	 */
	public record Cause(String reason, String field, String message) implements Serializable {
		private static final Pattern MANAGER = Pattern.compile("^conflict with \"((?:[^\"\\\\]|\\\\.)*)\"");

		public Cause {
			Objects.requireNonNull(reason);
			Objects.requireNonNull(field);
			Objects.requireNonNull(message);
		}

		/** Of a conflict of apply, who owns the field: "kubectl-client-side-apply". */
		public Optional<String> manager() {
			return Optional.of(MANAGER.matcher(message)).filter(m -> reason.equals("FieldManagerConflict") && m.find())
					.map(m -> m.group(1));
		}
	}

	private final Request request;
	private final Answer answer;

	private KubeException(Request request, Answer answer, @Nullable Throwable cause) {
		super(answer.message(), cause);
		this.request = Objects.requireNonNull(request);
		this.answer = answer;
	}

	/** What was asked of whom. */
	public Request request() {
		return request;
	}

	/** The HTTP status, or 0 where none came. */
	public int code() {
		return answer.code();
	}

	/** The server's machine-readable reason ("AlreadyExists"), or empty. */
	public String reason() {
		return answer.reason();
	}

	/** The message without the name of the cluster in front, for where that name stands beside it. */
	public String explanation() {
		String named = Texts.text("sentence.server", request.cluster(), "");
		return answer.message().startsWith(named) ? answer.message().substring(named.length()) : answer.message();
	}

	/** The fields it is about, if the server names some. */
	public List<Cause> causes() {
		return answer.causes();
	}

	/** Whether the same request may succeed later with nobody doing anything. */
	public boolean passing() {
		return this instanceof Unreachable || this instanceof Throttled || this instanceof Expired
				|| this instanceof ServerFault;
	}

	/** No connection, or it broke: name not found, refused, timed out, cut in the middle, or an answer that is no Kubernetes answer. */
	public static final class Unreachable extends KubeException {
		@Serial
		private static final long serialVersionUID = 1L;

		/** An error of this class; the cause is for the log. */
		public Unreachable(Request request, Answer answer, @Nullable Throwable cause) {
			super(request, answer, cause);
		}
	}

	/** The server's certificate is not trusted: unknown authority, expired, not for this host. Nothing was sent. */
	public static final class Untrusted extends KubeException {
		@Serial
		private static final long serialVersionUID = 1L;

		/** An error of this class; the cause is for the log. */
		public Untrusted(Request request, Answer answer, @Nullable Throwable cause) {
			super(request, answer, cause);
		}
	}

	/** The server does not know who asks (401), or the login could not be made: exec plugin missing or failing, token file unreadable, client certificate unusable. */
	public static final class Unauthenticated extends KubeException {
		@Serial
		private static final long serialVersionUID = 1L;

		/** An error of this class; the cause is for the log. */
		public Unauthenticated(Request request, Answer answer, @Nullable Throwable cause) {
			super(request, answer, cause);
		}
	}

	/** The identity may not do this (403). */
	public static final class Forbidden extends KubeException {
		@Serial
		private static final long serialVersionUID = 1L;

		/** An error of this class; the cause is for the log. */
		public Forbidden(Request request, Answer answer, @Nullable Throwable cause) {
			super(request, answer, cause);
		}
	}

	/** Nothing was sent: a guard of this workstation holds changes of the cluster back (read-only, or production and not confirmed). */
	public static final class Guarded extends KubeException {
		@Serial
		private static final long serialVersionUID = 1L;

		/** An error of this class. */
		public Guarded(Request request, Answer answer) {
			super(request, answer, null);
		}
	}

	/** No such object, or no such resource on this server (404, and 405 or 406 where the server cannot do what was asked). */
	public static final class NotFound extends KubeException {
		@Serial
		private static final long serialVersionUID = 1L;

		/** An error of this class; the cause is for the log. */
		public NotFound(Request request, Answer answer, @Nullable Throwable cause) {
			super(request, answer, cause);
		}
	}

	/** The object changed meanwhile, exists already, or another manager owns a field (409). */
	public static final class Conflict extends KubeException {
		@Serial
		private static final long serialVersionUID = 1L;

		/** An error of this class; the cause is for the log. */
		public Conflict(Request request, Answer answer, @Nullable Throwable cause) {
			super(request, answer, cause);
		}
	}

	/** The server refused the content of the request (400, 413, 415, 422). */
	public static final class Invalid extends KubeException {
		@Serial
		private static final long serialVersionUID = 1L;

		/** An error of this class; the cause is for the log. */
		public Invalid(Request request, Answer answer, @Nullable Throwable cause) {
			super(request, answer, cause);
		}
	}

	/** The resource version or continue token is too old (410): list again. */
	public static final class Expired extends KubeException {
		@Serial
		private static final long serialVersionUID = 1L;

		/** An error of this class; the cause is for the log. */
		public Expired(Request request, Answer answer, @Nullable Throwable cause) {
			super(request, answer, cause);
		}
	}

	/** The server failed (5xx), or its answer could not be understood. */
	public static final class ServerFault extends KubeException {
		@Serial
		private static final long serialVersionUID = 1L;

		/** An error of this class; the cause is for the log. */
		public ServerFault(Request request, Answer answer, @Nullable Throwable cause) {
			super(request, answer, cause);
		}
	}

	/** Too many requests (429): try again later. */
	public static final class Throttled extends KubeException {
		@Serial
		private static final long serialVersionUID = 1L;
		private final @Nullable Duration retryAfter;

		/** An error of this class; {@code retryAfter} is what the server's Retry-After says. */
		public Throttled(Request request, Answer answer, @Nullable Duration retryAfter) {
			super(request, answer, null);
			this.retryAfter = retryAfter;
		}

		/** How long the server asks to wait. */
		public Optional<Duration> retryAfter() {
			return Optional.ofNullable(retryAfter);
		}
	}
}

package org.fleetdesk.kube.internal.oidc;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/** A login that did not come about; the message is a clause that says why and what to do, and holds no secret. */
public final class LoginFailed extends Exception {

	@Serial
	private static final long serialVersionUID = 1L;

	/** What kind of failure it is. */
	public enum Kind {
		/** The issuer cannot be reached now: passes by itself. */
		UNREACHABLE,
		/** The issuer's certificate is not trusted. */
		UNTRUSTED,
		/** The issuer, its answer or the person says no. */
		REFUSED
	}

	private final Kind kind;

	/** A failure; the cause is for the log. */
	public LoginFailed(Kind kind, String clause, @Nullable Throwable cause) {
		super(clause, cause);
		this.kind = kind;
	}

	static LoginFailed refused(String clause) {
		return new LoginFailed(Kind.REFUSED, clause, null);
	}

	/** What kind of failure it is. */
	public Kind kind() {
		return kind;
	}
}

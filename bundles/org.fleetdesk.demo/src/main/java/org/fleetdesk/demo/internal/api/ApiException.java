package org.fleetdesk.demo.internal.api;

import java.util.List;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.schema.SchemaCheck.Fault;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal, with the Status body that the real server writes. */
public final class ApiException extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final transient ObjectNode status;

	private ApiException(int code, String reason, String message) {
		super(message);
		status = Trees.object().put("kind", "Status").put("apiVersion", "v1");
		status.putObject("metadata");
		status.put("status", "Failure").put("message", message);
		if (!reason.isEmpty()) {
			status.put("reason", reason);
		}
		status.putObject("details");
		status.put("code", code);
	}

	public int code() {
		return status.path("code").asInt();
	}

	public ObjectNode status() {
		return status;
	}

	public static ApiException of(int code, String reason, String message) {
		return new ApiException(code, reason, message);
	}

	public static ApiException badRequest(String message) {
		return of(400, "BadRequest", message);
	}

	public static ApiException notFound(Kind kind, String name) {
		return of(404, "NotFound", kind.resource() + " \"" + name + "\" not found").about(name, kind.group(),
				kind.plural());
	}

	public static ApiException exists(Kind kind, String name) {
		return of(409, "AlreadyExists", kind.resource() + " \"" + name + "\" already exists").about(name, kind.group(),
				kind.plural());
	}

	public static ApiException conflict(Kind kind, String name, String message) {
		return of(409, "Conflict",
				"Operation cannot be fulfilled on " + kind.resource() + " \"" + name + "\": " + message)
				.about(name, kind.group(), kind.plural());
	}

	public static ApiException modified(Kind kind, String name) {
		return conflict(kind, name,
				"the object has been modified; please apply your changes to the latest version and try again");
	}

	public static ApiException forbidden(Kind kind, String name, String message) {
		return of(403, "Forbidden", kind.resource() + " \"" + name + "\" is forbidden: " + message).about(name,
				kind.group(), kind.plural());
	}

	/** An object with faults; each names its field. */
	public static ApiException invalid(Kind kind, String name, List<Fault> faults) {
		List<String> texts = faults.stream().map(fault -> fault.field() + ": " + fault.message()).toList();
		String all = texts.size() == 1 ? texts.get(0) : "[" + String.join(", ", texts) + "]";
		ApiException invalid = of(422, "Invalid", kind.qualifiedKind() + " \"" + name + "\" is invalid: " + all)
				.about(name, kind.group(), kind.kind());
		ArrayNode causes = ((ObjectNode) invalid.status.get("details")).putArray("causes");
		for (Fault fault : faults) {
			causes.addObject().put("reason", fault.reason()).put("message", fault.message()).put("field",
					fault.field());
		}
		return invalid;
	}

	/** A request whose query asks what cannot be done. */
	static ApiException options(String method, Fault fault) {
		String kind = switch (method) {
			case "POST" -> "CreateOptions";
			case "PUT" -> "UpdateOptions";
			case "PATCH" -> "PatchOptions";
			default -> "DeleteOptions";
		};
		ApiException invalid = of(422, "Invalid",
				kind + ".meta.k8s.io \"\" is invalid: " + fault.field() + ": " + fault.message())
				.cause(fault.reason(), fault.message(), fault.field());
		((ObjectNode) invalid.status.get("details")).put("group", "meta.k8s.io").put("kind", kind);
		return invalid;
	}

	/** What somebody deletes is not what they take it for. */
	static ApiException otherwise(Kind kind, String name, String what, String wanted, String there, String why) {
		return of(409, "Conflict", "Operation cannot be fulfilled on " + kind.kind() + " \"" + name + "\": the " + what
				+ " in the precondition (" + wanted + ") does not match the " + what + " in record (" + there
				+ "). The object might have been " + why).about(name, kind.group(), kind.kind());
	}

	public static ApiException method() {
		return of(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
	}

	public static ApiException expired(long wanted, long oldest) {
		return of(410, "Expired", "too old resource version: " + wanted + " (" + oldest + ")");
	}

	/** Adds a cause. */
	ApiException cause(String reason, String message, String field) {
		ObjectNode cause = Trees.list((ObjectNode) status.get("details"), "causes").addObject().put("reason", reason)
				.put("message", message);
		if (!field.isEmpty()) {
			cause.put("field", field);
		}
		return this;
	}

	ApiException retryAfter(int seconds) {
		((ObjectNode) status.get("details")).put("retryAfterSeconds", seconds);
		return this;
	}

	private ApiException about(String name, String group, String kind) {
		ObjectNode details = (ObjectNode) status.get("details");
		details.put("name", name);
		if (!group.isEmpty()) {
			details.put("group", group);
		}
		details.put("kind", kind);
		return this;
	}
}

package org.fleetdesk.core;

import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.write.DeleteOptions;
import org.fleetdesk.kube.write.Patch;
import org.fleetdesk.kube.write.WriteOptions;
import org.fleetdesk.kube.write.Writer;
import org.fleetdesk.kube.write.Written;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A writer that takes everything and notes what was sent: "apply pods web/a", with "dry" before a dry run. */
public class FakeWriter implements Writer {
	/** What was sent, in order. */
	public final List<String> sent = new ArrayList<>();

	/** What becomes of a request, once it is noted; a test may refuse it or wait. */
	protected JsonNode answer(String line, JsonNode object) throws InterruptedException {
		return object;
	}

	private Written note(String verb, ObjectKey key, boolean dry, JsonNode object) throws InterruptedException {
		String line = (dry ? "dry " : "") + verb + " " + key.type().plural() + " " + key.path();
		sent.add(line);
		return new Written(answer(line, object), false, List.of());
	}

	@Override
	public Written apply(ObjectKey key, JsonNode object, WriteOptions options) throws InterruptedException {
		return note("apply", key, options.dryRun(), object);
	}

	@Override
	public Written create(ObjectKey key, JsonNode object, WriteOptions options) throws InterruptedException {
		return note("create", key, options.dryRun(), object);
	}

	@Override
	public Written replace(ObjectKey key, JsonNode object, WriteOptions options) throws InterruptedException {
		return note("replace", key, options.dryRun(), object);
	}

	@Override
	public Written patch(ObjectKey key, Patch patch, WriteOptions options) throws InterruptedException {
		return note("patch", key, options.dryRun(), patch.content());
	}

	@Override
	public Written delete(ObjectKey key, DeleteOptions options) throws InterruptedException {
		return note("delete", key, options.dryRun(), JsonNodeFactory.instance.objectNode());
	}
}

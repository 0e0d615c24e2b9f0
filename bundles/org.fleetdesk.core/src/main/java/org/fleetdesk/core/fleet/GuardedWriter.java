package org.fleetdesk.core.fleet;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.kube.KubeException.Answer;
import org.fleetdesk.kube.KubeException.Guarded;
import org.fleetdesk.kube.KubeException.Request;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.write.DeleteOptions;
import org.fleetdesk.kube.write.Patch;
import org.fleetdesk.kube.write.WriteOptions;
import org.fleetdesk.kube.write.Writer;
import org.fleetdesk.kube.write.Written;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Holds changes back that a cluster's mark does not allow: all of them on a read-only cluster, the unconfirmed on a
 * production cluster. A dry run changes nothing and passes. The mark is looked at anew at every change.
 */
public final class GuardedWriter implements Writer {
	private final Writer writer;
	private final String cluster;
	private final Supplier<Mark> mark;
	private final Confirmation confirmation;

	/** A guard around the writer of a cluster of this name. */
	public GuardedWriter(Writer writer, String cluster, Supplier<Mark> mark, Confirmation confirmation) {
		this.writer = Objects.requireNonNull(writer);
		this.cluster = Objects.requireNonNull(cluster);
		this.mark = Objects.requireNonNull(mark);
		this.confirmation = Objects.requireNonNull(confirmation);
	}

	/** Why a cluster may not be changed whatever is confirmed; empty if it may. */
	public static Optional<String> refusal(String cluster, Mark mark) {
		return mark.readOnly() ? Optional.of(Texts.text("guard.readonly", cluster)) : Optional.empty();
	}

	private void check(String verb, ObjectKey key, boolean dryRun) {
		if (dryRun) {
			return;
		}
		Mark now = mark.get();
		Optional<String> why = refusal(cluster, now);
		if (why.isEmpty() && now.production() && !confirmation.covers(cluster)) {
			why = Optional.of(Texts.text("guard.production", cluster));
		}
		why.ifPresent(sentence -> {
			throw new Guarded(new Request(cluster, verb, key.type().qualifiedName() + " " + key.path()),
					new Answer(0, "", sentence));
		});
	}

	@Override
	public Written apply(ObjectKey key, JsonNode object, WriteOptions options) throws InterruptedException {
		check("apply", key, options.dryRun());
		return writer.apply(key, object, options);
	}

	@Override
	public Written create(ObjectKey key, JsonNode object, WriteOptions options) throws InterruptedException {
		check("create", key, options.dryRun());
		return writer.create(key, object, options);
	}

	@Override
	public Written replace(ObjectKey key, JsonNode object, WriteOptions options) throws InterruptedException {
		check("update", key, options.dryRun());
		return writer.replace(key, object, options);
	}

	@Override
	public Written patch(ObjectKey key, Patch patch, WriteOptions options) throws InterruptedException {
		check("patch", key, options.dryRun());
		return writer.patch(key, patch, options);
	}

	@Override
	public Written delete(ObjectKey key, DeleteOptions options) throws InterruptedException {
		check("delete", key, options.dryRun());
		return writer.delete(key, options);
	}
}

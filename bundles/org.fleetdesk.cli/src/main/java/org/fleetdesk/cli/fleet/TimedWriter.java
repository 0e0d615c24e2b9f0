package org.fleetdesk.cli.fleet;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.write.DeleteOptions;
import org.fleetdesk.kube.write.Patch;
import org.fleetdesk.kube.write.WriteOptions;
import org.fleetdesk.kube.write.Writer;
import org.fleetdesk.kube.write.Written;

/** A writer whose requests end when a time is over ({@code --request-timeout}). */
record TimedWriter(Writer writer, String cluster, Duration timeout, ScheduledExecutorService scheduler)
		implements
			Writer {

	@Override
	public Written apply(ObjectKey key, JsonNode object, WriteOptions options) throws InterruptedException {
		return TimedReader.within(cluster, "apply", timeout, scheduler, () -> writer.apply(key, object, options));
	}

	@Override
	public Written create(ObjectKey key, JsonNode object, WriteOptions options) throws InterruptedException {
		return TimedReader.within(cluster, "create", timeout, scheduler, () -> writer.create(key, object, options));
	}

	@Override
	public Written replace(ObjectKey key, JsonNode object, WriteOptions options) throws InterruptedException {
		return TimedReader.within(cluster, "update", timeout, scheduler, () -> writer.replace(key, object, options));
	}

	@Override
	public Written patch(ObjectKey key, Patch patch, WriteOptions options) throws InterruptedException {
		return TimedReader.within(cluster, "patch", timeout, scheduler, () -> writer.patch(key, patch, options));
	}

	@Override
	public Written delete(ObjectKey key, DeleteOptions options) throws InterruptedException {
		return TimedReader.within(cluster, "delete", timeout, scheduler, () -> writer.delete(key, options));
	}
}

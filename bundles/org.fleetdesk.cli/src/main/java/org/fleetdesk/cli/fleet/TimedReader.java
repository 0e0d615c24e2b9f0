package org.fleetdesk.cli.fleet;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.read.ListHabits;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.RowSink;
import org.fleetdesk.kube.read.Scope;

/** A reader whose requests, all but watches, end when a time is over ({@code --request-timeout}). */
final class TimedReader implements Reader {
	private final Reader reader;
	private final String cluster;
	private final Duration timeout;
	private final ScheduledExecutorService scheduler;

	TimedReader(Reader reader, String cluster, Duration timeout, ScheduledExecutorService scheduler) {
		this.reader = reader;
		this.cluster = cluster;
		this.timeout = timeout;
		this.scheduler = scheduler;
	}

	@Override
	public JsonNode get(ObjectKey key) throws InterruptedException {
		return within(cluster, "get", timeout, scheduler, () -> reader.get(key));
	}

	@Override
	public JsonNode raw(String pathAndQuery) throws InterruptedException {
		return within(cluster, "get", timeout, scheduler, () -> reader.raw(pathAndQuery));
	}

	@Override
	public Page list(Scope scope, ListOptions options, RowSink sink) throws InterruptedException {
		return within(cluster, "list", timeout, scheduler, () -> reader.list(scope, options, sink));
	}

	@Override
	public Page objects(Scope scope, ListOptions options, Consumer<JsonNode> sink) throws InterruptedException {
		return within(cluster, "list", timeout, scheduler, () -> reader.objects(scope, options, sink));
	}

	@Override
	public Page metadata(Scope scope, ListOptions options, Consumer<JsonNode> sink) throws InterruptedException {
		return within(cluster, "list", timeout, scheduler, () -> reader.metadata(scope, options, sink));
	}

	@Override
	public void watch(Scope scope, String resourceVersion, RowSink sink) throws InterruptedException {
		reader.watch(scope, resourceVersion, sink);
	}

	@Override
	public void watchList(Scope scope, String notOlderThan, Duration patience, RowSink sink)
			throws InterruptedException {
		reader.watchList(scope, notOlderThan, patience, sink);
	}

	@Override
	public ListHabits habits() {
		return reader.habits();
	}

	/** Does one request and interrupts it when the time is over. */
	static <T> T within(String cluster, String verb, Duration timeout, ScheduledExecutorService scheduler,
			Callable<T> request) throws InterruptedException {
		Thread caller = Thread.currentThread();
		AtomicBoolean running = new AtomicBoolean(true);
		var alarm = scheduler.schedule(() -> {
			if (running.compareAndSet(true, false)) {
				caller.interrupt();
			}
		}, timeout.toMillis(), TimeUnit.MILLISECONDS);
		try {
			T answer = request.call();
			if (!running.compareAndSet(true, false)) {
				Thread.interrupted(); // the alarm came as the answer did
			}
			return answer;
		} catch (InterruptedException e) {
			if (running.get()) {
				throw e;
			}
			throw new KubeException.Unreachable(new KubeException.Request(cluster, verb, ""),
					new KubeException.Answer(0, "", Texts.text("timeout.over", cluster, timeout.toMillis() / 1000.0)),
					e);
		} catch (RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new IllegalStateException(e); // requests throw nothing else
		} finally {
			running.set(false);
			alarm.cancel(false);
		}
	}
}

package org.fleetdesk.demo.internal.api;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

import org.fleetdesk.demo.internal.http.Exchange;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.store.Change;
import org.fleetdesk.demo.internal.store.Cluster;
import org.fleetdesk.demo.internal.store.ExpiredException;
import org.fleetdesk.demo.internal.store.Item;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Answers watches: from a revision, or from what there is now. Safe for any thread. */
final class Watches {

	private static final Duration TURN = Duration.ofSeconds(1);
	private static final Duration BETWEEN_BOOKMARKS = Duration.ofSeconds(50);
	private static final int LONGEST_SECONDS = 3600;

	private final Cluster cluster;

	Watches(Cluster cluster) {
		this.cluster = cluster;
	}

	void watch(Exchange exchange, Target target) throws IOException, InterruptedException {
		Form form = Form.of(exchange.header("Accept"));
		String wanted = exchange.query("resourceVersion");
		boolean initial = exchange.query("sendInitialEvents").equals("true");
		Selector selector = Lists.selector(exchange, target);
		int seconds = Lists.number(exchange, "timeoutSeconds");
		Lists.notTooNew(wanted, cluster.store().revision());
		long since = initial || wanted.isEmpty() || wanted.equals("0")
				? cluster.store().revision()
				: Lists.revision(wanted);
		String type = form == Form.TABLE
				? "application/json;as=Table;v=v1;g=meta.k8s.io;stream=watch"
				: form == Form.METADATA
						? "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io;stream=watch"
						: "application/json";
		try (OutputStream out = exchange.live(type)) {
			Stream stream = new Stream(exchange, target, form, selector, out);
			if ((wanted.isEmpty() || wanted.equals("0") || initial)
					&& !exchange.query("sendInitialEvents").equals("false")) {
				for (Item item : cluster.store().items(target.kind().storage(), target.namespace()).values()) {
					stream.state(item.object());
				}
				if (initial) {
					stream.bookmark(since, true);
				}
				out.flush();
			}
			long end = System.nanoTime() + Duration.ofSeconds(seconds > 0 ? seconds : LONGEST_SECONDS).toNanos();
			follow(stream, since, end);
		}
	}

	private void follow(Stream stream, long since, long end) throws IOException, InterruptedException {
		long seen = since;
		long bookmarked = System.nanoTime();
		while (stream.exchange.open() && System.nanoTime() < end) {
			List<Change> changes;
			try {
				Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
				changes = cluster.store().after(seen, left.compareTo(TURN) < 0 ? left : TURN);
			} catch (ExpiredException e) {
				stream.write("ERROR", ApiException.expired(seen, e.oldest()).status());
				stream.out.flush();
				return;
			}
			for (Change change : changes) {
				stream.tell(change);
				seen = change.revision();
			}
			if (stream.bookmarks && System.nanoTime() - bookmarked > BETWEEN_BOOKMARKS.toNanos()) {
				stream.bookmark(seen, false);
				bookmarked = System.nanoTime();
			}
			stream.out.flush();
		}
		if (stream.bookmarks && stream.exchange.open()) {
			stream.bookmark(seen, false);
			stream.out.flush();
		}
	}

	/** What one watch writes. */
	private final class Stream {
		final Exchange exchange;
		final Target target;
		final Form form;
		final Selector selector;
		final OutputStream out;
		final boolean bookmarks;
		private boolean headers = true;

		Stream(Exchange exchange, Target target, Form form, Selector selector, OutputStream out) {
			this.exchange = exchange;
			this.target = target;
			this.form = form;
			this.selector = selector;
			this.out = out;
			bookmarks = exchange.flag("allowWatchBookmarks");
		}

		void state(ObjectNode object) throws IOException {
			ObjectNode shown = Presentation.object(target.kind(), object);
			if (selector.test(shown)) {
				event("ADDED", shown);
			}
		}

		void tell(Change change) throws IOException {
			if (!change.key().resource().equals(target.kind().storage())
					|| !target.namespace().isEmpty() && !change.key().namespace().equals(target.namespace())) {
				return;
			}
			boolean before = selected(change.before());
			boolean after = selected(change.after());
			ObjectNode object = Presentation.object(target.kind(), change.object());
			if (after) {
				event(before ? "MODIFIED" : "ADDED", object);
			} else if (before) {
				event("DELETED", object);
			}
		}

		private boolean selected(@Nullable ObjectNode object) {
			return object != null && selector.test(Presentation.object(target.kind(), object));
		}

		void bookmark(long revision, boolean endOfInitial) throws IOException {
			Kind kind = target.kind();
			ObjectNode object = Trees.object().put("kind", kind.kind()).put("apiVersion", kind.apiVersion());
			ObjectNode metadata = object.putObject("metadata").put("resourceVersion", Long.toString(revision))
					.putNull("creationTimestamp");
			if (endOfInitial) {
				metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
			}
			event("BOOKMARK", object);
		}

		private void event(String type, ObjectNode object) throws IOException {
			ObjectNode shown = switch (form) {
				case TABLE -> {
					ObjectNode metadata = Trees.object().put("resourceVersion",
							Trees.text(object, "metadata.resourceVersion"));
					ObjectNode table = Presentation.table(target.kind(), metadata, headers);
					headers = false;
					table.putArray("rows").add(Presentation.row(target.kind(), object, exchange.query("includeObject"),
							cluster.clock().instant()));
					yield table;
				}
				case METADATA -> Presentation.metadata(object);
				default -> object;
			};
			write(type, shown);
		}

		void write(String type, ObjectNode object) throws IOException {
			ObjectNode event = Trees.object().put("type", type);
			event.set("object", object);
			out.write(Trees.JSON.writeValueAsBytes(event));
			out.write('\n');
		}
	}
}

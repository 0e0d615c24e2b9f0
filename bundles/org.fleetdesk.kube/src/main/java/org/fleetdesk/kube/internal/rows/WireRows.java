package org.fleetdesk.kube.internal.rows;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.json.JsonAnswers;
import org.fleetdesk.kube.internal.json.Malformed;
import org.fleetdesk.kube.internal.json.StatusReceived;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.RowSink;

/**
 * Decodes lists and watches of Kubernetes' protobuf into rows by a plan, object by object. For one thread; an interrupt ends
 * it.
 */
public final class WireRows {

	private static final int LIST_STEP = 1 << 16;
	private static final int WATCH_STEP = 1 << 13;
	private static final byte[] MAGIC = {'k', '8', 's', 0};

	private final RowMaker maker;
	private final Wire wire;
	private final RowSink sink;
	private final WireObjects objects;
	private final PageParts page = new PageParts();

	private WireRows(RowMaker maker, Wire wire, StringPool pool, RowSink sink) {
		this.maker = maker;
		this.wire = wire;
		this.sink = sink;
		this.objects = new WireObjects(pool);
	}

	/** A decoder of a type's objects; empty if protobuf does not have all that the plan wants. */
	public static Optional<WireRows> of(ResourceType type, WireTable table, RowMaker maker, StringPool pool,
			RowSink sink) {
		return table.message(type).flatMap(message -> Wire.of(maker.root(), message, table))
				.map(wire -> new WireRows(maker, wire, pool, sink));
	}

	/** Whether protobuf has all that a plan wants of a type's objects. */
	public static boolean has(ResourceType type, WireTable table, RowPlan plan, StringPool pool) {
		return table.message(type)
				.flatMap(message -> Wire.of(new RowMaker(plan, pool, true).root(), message, table)).isPresent();
	}

	/** The one list of an answer. */
	public Page list(InputStream body) throws IOException, InterruptedException {
		WireInput in = new WireInput(body, LIST_STEP);
		int head = in.take(MAGIC.length);
		magic(in.buffer(), head, head + MAGIC.length);
		sink.columns(maker.columns());
		boolean seen = false;
		while (!in.ended()) {
			long tag = in.varint();
			if (tag == (1 << 3 | 2)) {
				int length = (int) Math.min(in.length(), JsonAnswers.LARGEST_TREE + 1L);
				int from = in.take(length);
				if (!new WireText(in.buffer(), from, from + length).field(2).endsWith("List")) {
					throw new Malformed(text("json.no-list"));
				}
			} else if (tag == (2 << 3 | 2)) {
				seen = true;
				items(in, in.length());
			} else {
				in.skipField(tag);
			}
		}
		if (!seen) {
			throw new Malformed(text("json.no-list"));
		}
		return page.page();
	}

	private void items(WireInput in, long length) throws IOException, InterruptedException {
		long end = in.taken() + length;
		while (in.taken() < end) {
			long tag = in.varint();
			if (tag != (1 << 3 | 2) && tag != (2 << 3 | 2)) {
				in.skipField(tag);
				continue;
			}
			long size = in.length();
			if (size > end - in.taken()) {
				throw WireInput.malformed();
			}
			int from = in.take(size);
			if (tag == (1 << 3 | 2)) {
				page(new WireText(in.buffer(), from, from + (int) size));
			} else {
				JsonRows.mayGoOn();
				object(in.buffer(), from, from + (int) size);
				sink.row(maker.row());
			}
		}
		if (in.taken() != end) {
			throw WireInput.malformed();
		}
	}

	private void object(byte[] bytes, int from, int end) throws IOException {
		maker.clear();
		objects.take(wire, bytes, from, end - from);
	}

	private void page(WireText metadata) throws IOException {
		page.resourceVersion(metadata.field(2));
		page.next(metadata.field(3));
		metadata.number(4).ifPresent(page::remaining);
	}

	/** The events of a watch, until the stream ends between two of them; throws the Status of an ERROR event. */
	public void watch(InputStream body) throws IOException, InterruptedException {
		sink.columns(maker.columns());
		WireInput in = new WireInput(body, WATCH_STEP);
		while (!in.ended()) {
			int head = in.take(4);
			byte[] bytes = in.buffer();
			long length = (bytes[head] & 0xFFL) << 24 | (bytes[head + 1] & 0xFF) << 16 | (bytes[head + 2] & 0xFF) << 8
					| bytes[head + 3] & 0xFF;
			int from = in.take(length);
			event(new WireText(in.buffer(), from, from + (int) length));
			JsonRows.mayGoOn();
		}
	}

	private void event(WireText event) throws IOException {
		WireText unknown = event.message(2).message(1);
		if (unknown.empty()) {
			throw new Malformed(text("json.event.empty"));
		}
		magic(unknown.bytes(), unknown.from(), unknown.end());
		WireText object = new WireText(unknown.bytes(), unknown.from() + MAGIC.length, unknown.end()).message(2);
		String type = event.field(1);
		if (type.equals("ERROR")) {
			String message = object.field(3);
			throw new StatusReceived((int) object.number(6).orElse(0), object.field(4),
					message.isEmpty() ? text("json.watch.ended") : message);
		}
		object(object.bytes(), object.from(), object.end());
		JsonRows.dispatch(type, maker, sink);
	}

	private static void magic(byte[] bytes, int from, int end) throws IOException {
		for (int i = 0; i < MAGIC.length; i++) {
			if (from + i >= end || bytes[from + i] != MAGIC[i]) {
				throw new Malformed(text("wire.magic"));
			}
		}
	}
}

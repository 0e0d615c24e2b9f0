package org.fleetdesk.kube.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;

import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.http.Transport;
import org.fleetdesk.kube.internal.http.Transport.Answer;
import org.fleetdesk.kube.internal.http.Transport.Call;
import org.fleetdesk.kube.internal.json.JsonAnswers;
import org.fleetdesk.kube.internal.rows.JsonRows;
import org.fleetdesk.kube.internal.rows.RowMaker;
import org.fleetdesk.kube.internal.rows.StringPool;
import org.fleetdesk.kube.internal.rows.WireRows;
import org.fleetdesk.kube.internal.rows.WireTable;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.RowSink;

/**
 * Asks for objects of a type and reads the rows of a plan from them: as protobuf where it has all that the plan wants and the
 * server has protobuf, else as JSON. Blocks; the transport belongs to someone else.
 */
record PlannedAnswers(Transport transport, StringPool pool, WireTable table, ResourceType type, RowPlan plan) {

	private static final String JSON = "application/json";
	private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";

	/** What to accept. */
	String accept() {
		return WireRows.has(type, table, plan, pool) ? PROTOBUF + "," + JSON : JSON;
	}

	/** One list answer. */
	Page list(Call call, RowSink sink) throws InterruptedException {
		try (Answer answer = transport.send(call)) {
			RowMaker maker = new RowMaker(plan, pool, false);
			Optional<WireRows> wire = wire(answer, maker, sink);
			if (wire.isPresent()) {
				return JsonAnswers.bytes(answer, body -> wire.get().list(body));
			}
			return JsonAnswers.read(answer, JsonAnswers.ROWS, parser -> {
				Page page = new JsonRows(parser, maker, sink).list();
				JsonAnswers.end(parser);
				return page;
			});
		}
	}

	/** A watch, until the server ends it; {@code sinks} gives the sink of an answer. */
	void watch(Call call, Function<Answer, RowSink> sinks) throws InterruptedException {
		try (Answer answer = transport.send(call)) {
			RowSink sink = sinks.apply(answer);
			sink.watching();
			RowMaker maker = new RowMaker(plan, pool, true);
			Optional<WireRows> wire = wire(answer, maker, sink);
			if (wire.isPresent()) {
				JsonAnswers.bytes(answer, body -> watched(wire.get(), body));
			} else {
				JsonAnswers.read(answer, JsonAnswers.ROWS, parser -> {
					new JsonRows(parser, maker, sink).watch();
					return true;
				});
			}
		}
	}

	private static boolean watched(WireRows wire, InputStream body) throws IOException, InterruptedException {
		wire.watch(body);
		return true;
	}

	private Optional<WireRows> wire(Answer answer, RowMaker maker, RowSink sink) {
		return answer.contentType().startsWith(PROTOBUF)
				? WireRows.of(type, table, maker, pool, sink)
				: Optional.empty();
	}
}

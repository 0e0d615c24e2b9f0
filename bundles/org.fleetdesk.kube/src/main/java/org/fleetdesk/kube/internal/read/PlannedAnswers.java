package org.fleetdesk.kube.internal.read;

import java.util.function.Function;

import org.fleetdesk.kube.internal.http.Transport;
import org.fleetdesk.kube.internal.http.Transport.Answer;
import org.fleetdesk.kube.internal.http.Transport.Call;
import org.fleetdesk.kube.internal.json.JsonAnswers;
import org.fleetdesk.kube.internal.rows.JsonRows;
import org.fleetdesk.kube.internal.rows.RowMaker;
import org.fleetdesk.kube.internal.rows.StringPool;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.RowSink;

/** Asks for objects and reads the rows of a plan from them. Blocks; the transport belongs to someone else. */
record PlannedAnswers(Transport transport, StringPool pool, RowPlan plan) {

	/** One list answer. */
	Page list(Call call, RowSink sink) throws InterruptedException {
		return JsonAnswers.read(transport, call, JsonAnswers.ROWS, parser -> {
			Page page = new JsonRows(parser, new RowMaker(plan, pool, false), sink).list();
			JsonAnswers.end(parser);
			return page;
		});
	}

	/** A watch, until the server ends it; {@code sinks} gives the sink of an answer. */
	void watch(Call call, Function<Answer, RowSink> sinks) throws InterruptedException {
		try (Answer answer = transport.send(call)) {
			RowSink sink = sinks.apply(answer);
			sink.watching();
			JsonAnswers.read(answer, JsonAnswers.ROWS, parser -> {
				new JsonRows(parser, new RowMaker(plan, pool, true), sink).watch();
				return true;
			});
		}
	}
}

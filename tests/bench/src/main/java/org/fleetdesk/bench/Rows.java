package org.fleetdesk.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.internal.http.Transport;
import org.fleetdesk.kube.internal.read.HttpReader;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;
import org.fleetdesk.kube.read.Scope;

/** The product's own way from the bytes of a list to rows, over a transport that has the bytes already. For one thread. */
final class Rows {
	// what a server says of its answers
	static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";
	static final String JSON = "application/json";
	static final String PROTOBUF = "application/vnd.kubernetes.protobuf";

	private final HttpReader reader;
	private byte[] body = new byte[0];
	private String type = "";

	/** A way by the product's own plans, or in the server's columns. */
	Rows(boolean planned) {
		HttpReader plain = new HttpReader(new Memory());
		reader = planned ? plain.with(new Kinds()) : plain;
	}

	/** The rows of a list; strings that repeat are shared with the lists of before. */
	List<Row> decode(byte[] list, String contentType) throws InterruptedException {
		body = list;
		type = contentType;
		List<Row> rows = new ArrayList<>();
		reader.list(Scope.all(Desk.podType()), ListOptions.ALL, new RowSink() {
			@Override
			public void columns(List<Column> columns) {
				// the rows count
			}

			@Override
			public void row(Row row) {
				rows.add(row);
			}
		});
		body = new byte[0]; // held, it would count as the rows'
		return rows;
	}

	private Transport.Answer answer() {
		InputStream in = new ByteArrayInputStream(body);
		return new Transport.Answer() {
			@Override
			public int code() {
				return 200;
			}

			@Override
			public List<String> warnings() {
				return List.of();
			}

			@Override
			public String contentType() {
				return type;
			}

			@Override
			public void idle(Duration limit) {
				// memory does not idle
			}

			@Override
			public InputStream body() {
				return in;
			}

			@Override
			public KubeException failure(IOException problem) {
				throw new UncheckedIOException(problem);
			}

			@Override
			public void close() {
				// nothing is open
			}
		};
	}

	/** Answers every request with the bytes. */
	private final class Memory implements Transport {
		@Override
		public Answer send(Call call) {
			return answer();
		}

		@Override
		public void close() {
			// nothing is open
		}
	}
}

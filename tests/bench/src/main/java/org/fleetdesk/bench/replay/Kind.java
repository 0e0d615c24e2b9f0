package org.fleetdesk.bench.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A kind that is played: its name, its columns, and one object in each form. */
final class Kind {
	private static final byte[] RESTARTS = {0x28, 0x64}; // restartCount, which is field 5, and 100

	final String kind;
	final String plural;
	final boolean namespaced;
	final String columns;
	private final Map<Form, Template> templates = new EnumMap<>(Form.class);

	/**
	 * A kind.
	 *
	 * @param sample which sample: "8k" or "25k" for pods, else empty
	 */
	Kind(String kind, String plural, boolean namespaced, String sample) {
		this.kind = kind;
		this.plural = plural;
		this.namespaced = namespaced;
		this.columns = new String(resource(plural + ".columns.json"), UTF_8);
		String name = sample.isEmpty() ? plural : plural + "-" + sample;
		boolean node = kind.equals("Node");
		boolean pod = kind.equals("Pod");
		byte[] none = {};
		templates.put(Form.JSON, new Template(resource(name + ".json"), true,
				pod ? "\"restartCount\":100".getBytes(UTF_8) : none, node));
		templates.put(Form.TABLE, new Template(resource(name + ".row.json"), true,
				pod ? "\"Running\",\"100".getBytes(UTF_8) : none, node));
		templates.put(Form.PROTOBUF, new Template(resource(name + ".pb"), false, pod ? RESTARTS : none, node));
	}

	Template template(Form form) {
		return Objects.requireNonNull(templates.get(form));
	}

	static byte[] resource(String name) {
		try (InputStream in = Kind.class.getResourceAsStream(name)) {
			return Objects.requireNonNull(in, name).readAllBytes();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public String toString() {
		return kind;
	}
}

package org.fleetdesk.bench.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Lists of pods in memory, each pod with a name, a uid and an address of its own. */
public final class Sample {
	private static final int MOST = 1_000_000;

	private final Kind kind;
	private final Played pods;

	/** Pods of a sample: "8k" or "25k". */
	public Sample(String name) {
		kind = new Kind("Pod", "pods", true, name);
		pods = new Played(kind, MOST);
	}

	/** The pods from a number to another as JSON. */
	public byte[] json(int from, int to) {
		return list(Form.JSON, from, to);
	}

	/** The same as protobuf, as an API server answers. */
	public byte[] protobuf(int from, int to) {
		return list(Form.PROTOBUF, from, to);
	}

	/** The same in the server's columns. */
	public byte[] table(int from, int to) {
		return list(Form.TABLE, from, to);
	}

	/** The PodList within what a server answers. */
	public static byte[] list(byte[] answer) {
		int at = 4 + 2 + answer[5]; // behind the magic number and the type
		at++;
		while (answer[at] < 0) {
			at++;
		}
		return Arrays.copyOfRange(answer, at + 1, answer.length);
	}

	private byte[] list(Form form, int from, int to) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			new Encoder(kind, form).list(pods, from, to, new Encoder.Envelope(Played.FIRST, "", 0), out);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return out.toByteArray();
	}
}

package org.fleetdesk.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1PodList;
import io.kubernetes.client.proto.V1;

import org.fleetdesk.bench.replay.Sample;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.read.Row;

/**
 * Decodes pods in memory in every way there is, in turns, and prints microseconds of CPU a pod of each, and the bytes that a
 * pod holds: SAMPLE ("8k" or "25k").
 */
public final class DecodePods {
	private static final int PODS = 500;
	/** For how long each way runs before it is measured, in nanoseconds: compilers are done then with the widest of them. */
	private static final long WARM = 3_000_000_000L;
	private static final int ROUNDS = 9;
	private static final int HELD = 20_000;

	/** One way to decode a list; gives something of it, so that none of it is left out. */
	@FunctionalInterface
	private interface Way {
		int decode() throws Exception;
	}

	private DecodePods() {
	}

	/** Runs it. */
	public static void main(String[] args) throws Exception {
		Sample sample = new Sample(args[0]);
		Map<String, Way> ways = ways(sample);
		Map<String, double[]> micros = new LinkedHashMap<>();
		ways.keySet().forEach(name -> micros.put(name, new double[ROUNDS]));
		int seen = 0;
		for (Way way : ways.values()) {
			for (long end = cpu() + WARM; cpu() < end;) {
				seen += way.decode();
			}
		}
		for (int round = 0; round < ROUNDS; round++) {
			for (Map.Entry<String, Way> way : ways.entrySet()) {
				System.gc(); // each pays for its own garbage only
				long before = cpu();
				seen += way.getValue().decode();
				micros.get(way.getKey())[round] = (cpu() - before) / 1e3 / PODS;
			}
		}
		micros.forEach((name, times) -> {
			Arrays.sort(times);
			Desk.print(name, times[ROUNDS / 2]);
		});
		Desk.print("seen", seen);
		Desk.print("held", held(sample));
	}

	private static Map<String, Way> ways(Sample sample) throws InterruptedException {
		byte[] json = sample.json(0, PODS);
		byte[] protobuf = sample.protobuf(0, PODS);
		byte[] table = sample.table(0, PODS);
		ObjectMapper mapper = new ObjectMapper();
		Map<String, Way> ways = new LinkedHashMap<>();
		ways.put("utf8", () -> new String(json, UTF_8).length());
		Rows planned = new Rows(true);
		if (decodes(planned, protobuf)) {
			ways.put("rows-protobuf", () -> planned.decode(protobuf, Rows.PROTOBUF).size());
		}
		ways.put("rows-json", () -> planned.decode(json, Rows.JSON).size());
		Rows server = new Rows(false);
		ways.put("rows-table", () -> server.decode(table, Rows.TABLE).size());
		ways.put("tree", () -> mapper.readTree(json).path("items").size());
		ways.put("models-json", () -> JSON.getGson()
				.fromJson(new InputStreamReader(new ByteArrayInputStream(json), UTF_8), V1PodList.class).getItems()
				.size());
		byte[] list = Sample.list(protobuf);
		ways.put("models-protobuf", () -> V1.PodList.parseFrom(list).getItemsCount());
		return ways;
	}

	/** Whether the product knows protobuf. */
	private static boolean decodes(Rows planned, byte[] protobuf) throws InterruptedException {
		try {
			return planned.decode(protobuf, Rows.PROTOBUF).size() == PODS;
		} catch (KubeException | UncheckedIOException e) {
			System.err.println("no protobuf: " + e.getMessage());
			return false;
		}
	}

	/** The processor time of this thread; what the collector's threads do is not in it. */
	private static long cpu() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	private static double held(Sample sample) throws Exception {
		long before = Desk.held();
		List<Row> rows = new ArrayList<>(HELD);
		Rows reader = new Rows(true);
		for (int from = 0; from < HELD; from += PODS) {
			rows.addAll(reader.decode(sample.json(from, from + PODS), Rows.JSON));
		}
		double each = (Desk.held() - before) / (double) rows.size();
		if (rows.size() != HELD) {
			throw new IllegalStateException("rows: " + rows.size());
		}
		return each;
	}
}

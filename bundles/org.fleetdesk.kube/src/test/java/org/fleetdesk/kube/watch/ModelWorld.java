package org.fleetdesk.kube.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A history of objects that come, change and go, two servers of which each knows it up to some version, and troubles, until
 * all is calm. One of {@link ModelTime}'s threads at a time.
 */
final class ModelWorld {

	static final int SERVERS = 2;

	/** How it answers a watch that should begin with the list. */
	enum WatchList {
		SERVED, REFUSED, IGNORED, WITHOUT_END, UNKNOWN_TO_READER
	}

	/** How often what goes wrong, of a hundred chances. */
	record Faults(WatchList watchList, int gone, int cut, int busy, int fault, int twice, int lag, int slow) {
		static Faults of(Random random) {
			WatchList[] ways = WatchList.values();
			return new Faults(ways[random.nextInt(ways.length)], some(random), some(random), some(random),
					some(random), some(random), some(random), some(random));
		}

		private static int some(Random random) {
			return new int[]{0, 0, 3, 15, 40}[random.nextInt(5)];
		}
	}

	/** Something that happened to an object. */
	record Change(long version, String uid, boolean deletion) {
	}

	final Faults faults;
	final List<String> story = new ArrayList<>();
	private final ModelTime time;
	private final Random random;
	private final Map<String, List<Change>> history = new TreeMap<>();
	private final long[] known = new long[SERVERS];
	private long version = 1;
	private long compacted;
	private boolean away;
	private boolean calm;

	ModelWorld(ModelTime time, Random random, Faults faults) {
		this.time = time;
		this.random = random;
		this.faults = faults;
	}

	/** Makes and changes objects and troubles for a while, at least three objects of each kind being there always. */
	void live(List<String> kinds, int steps) throws InterruptedException {
		for (String kind : kinds) {
			for (int i = 0; i < 3 + random.nextInt(12); i++) {
				change(kind, "first-" + i, false);
			}
		}
		know(0);
		know(1);
		for (int i = 0; i < steps; i++) {
			time.sleep(random.nextInt(chance(20) ? 20_000 : 1_000));
			for (int burst = chance(5) ? 50 : 1; burst > 0; burst--) {
				step(kinds.get(random.nextInt(kinds.size())), i + "-" + burst);
			}
			trouble();
		}
		calm = true;
		away = false;
		know(0);
		know(1);
	}

	private void step(String kind, String name) {
		List<String> there = List.copyOf(state(kind, version).keySet());
		int dice = random.nextInt(10);
		if (there.size() < 4 || dice < 3) {
			change(kind, name, false);
		} else {
			change(kind, there.get(random.nextInt(there.size())), dice > 6);
		}
	}

	private void change(String kind, String uid, boolean deletion) {
		version += 1 + random.nextInt(3);
		history.computeIfAbsent(kind, k -> new ArrayList<>()).add(new Change(version, uid, deletion));
	}

	private void know(int server) {
		known[server] = version;
	}

	private void trouble() {
		for (int server = 0; server < known.length; server++) {
			if (!chance(faults.lag)) {
				know(server);
			}
		}
		if (chance(faults.gone)) {
			compacted = Math.max(compacted, version - random.nextInt(10));
			tell("compacted " + compacted);
		}
		away = chance(faults.cut / 3);
	}

	/** The objects of a kind at a version, and the version of each. */
	Map<String, Long> state(String kind, long at) {
		Map<String, Long> state = new TreeMap<>();
		for (Change change : history.getOrDefault(kind, List.of())) {
			if (change.version > at) {
				break;
			}
			if (change.deletion) {
				state.remove(change.uid);
			} else {
				state.put(change.uid, change.version);
			}
		}
		return state;
	}

	Map<String, Long> state(String kind) {
		return state(kind, version);
	}

	/** What happened to a kind after a version and up to another. */
	List<Change> between(String kind, long after, long until) {
		return history.getOrDefault(kind, List.of()).stream().filter(c -> c.version > after && c.version <= until)
				.toList();
	}

	/** Up to which version a server knows all. */
	long known(int server) {
		return known[server];
	}

	long version() {
		return version;
	}

	/** Before which version nothing is remembered. */
	long compacted() {
		return compacted;
	}

	/** Whether no server can be reached. */
	boolean away() {
		return away;
	}

	/** Whether something goes wrong, of a hundred times; once all is calm nothing does. */
	boolean chance(int ofHundred) {
		return !calm && random.nextInt(100) < ofHundred;
	}

	void tell(String what) {
		story.add(time.millis() + " " + what);
	}
}

package org.fleetdesk.core.capacity;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.fleetdesk.core.live.Part;

/**
 * What a cluster has and what is asked of it, at one moment. Immutable.
 *
 * @param nodes how many nodes it has, where they may be listed
 * @param ready how many of them are ready
 * @param pods how many pods it has that have not ended
 * @param running how many of them run
 * @param cpu cores: of its nodes, of its pods' requests, of what the nodes use
 * @param memory bytes, likewise
 * @param gpu devices, likewise; nobody measures their use here
 * @param storage bytes: of its persistent volumes, and of what claims ask for
 * @param parts how true each list is that this was made of
 */
public record Capacity(OptionalInt nodes, OptionalInt ready, OptionalInt pods, OptionalInt running,
		Amount cpu, Amount memory, Amount gpu, Amount storage, List<Part> parts) {
	public Capacity {
		parts = List.copyOf(parts);
	}

	/** Nothing is known. */
	public static final Capacity UNKNOWN = new Capacity(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(),
			OptionalInt.empty(), Amount.UNKNOWN, Amount.UNKNOWN, Amount.UNKNOWN, Amount.UNKNOWN, List.of());

	/** This and another together, as far as they are known. */
	public Capacity plus(Capacity other) {
		return new Capacity(plus(nodes, other.nodes), plus(ready, other.ready), plus(pods, other.pods),
				plus(running, other.running), cpu.plus(other.cpu), memory.plus(other.memory), gpu.plus(other.gpu),
				storage.plus(other.storage), Stream.concat(parts.stream(), other.parts.stream()).toList());
	}

	private static OptionalInt plus(OptionalInt a, OptionalInt b) {
		return a.isEmpty() ? b : OptionalInt.of(a.getAsInt() + b.orElse(0));
	}
}

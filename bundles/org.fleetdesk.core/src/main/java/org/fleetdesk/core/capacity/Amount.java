package org.fleetdesk.core.capacity;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One resource of a cluster, in cores, bytes or devices.
 *
 * @param capacity what can be had
 * @param requested what is asked for; never bounded by the capacity
 * @param used what is used, where somebody measures it
 */
public record Amount(OptionalDouble capacity, OptionalDouble requested, OptionalDouble used) {

	/** Nothing is known. */
	public static final Amount UNKNOWN = new Amount(OptionalDouble.empty(), OptionalDouble.empty(),
			OptionalDouble.empty());

	public Amount {
		Objects.requireNonNull(capacity);
		Objects.requireNonNull(requested);
		Objects.requireNonNull(used);
	}

	/** This and another together, as far as they are known. */
	public Amount plus(Amount other) {
		return new Amount(plus(capacity, other.capacity), plus(requested, other.requested), plus(used, other.used));
	}

	private static OptionalDouble plus(OptionalDouble a, OptionalDouble b) {
		return a.isEmpty() ? b : OptionalDouble.of(a.getAsDouble() + b.orElse(0));
	}

	/** Whether anything of it is known and not nothing. */
	public boolean any() {
		return capacity.orElse(0) > 0 || requested.orElse(0) > 0 || used.orElse(0) > 0;
	}
}

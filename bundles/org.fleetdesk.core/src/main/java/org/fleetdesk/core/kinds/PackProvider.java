package org.fleetdesk.core.kinds;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Brings packs with a bundle: a service of OSGi in the workbench, found by {@link java.util.ServiceLoader} in plain programs;
 * {@code docs/extending.md} has an example. What it describes goes before what the product describes of the same kind. Asked
 * by any thread, files when they are needed first.
 */
public interface PackProvider {

	/** The names of its packs. */
	List<String> packs();

	/** Opens a file of a pack, {@code pack.yaml} or {@code widgets.example.org.yaml}; empty if there is none. */
	Optional<InputStream> open(String pack, String file) throws IOException;

	/** The packs that stand as resources in folders {@code packs/NAME} beside a class. */
	static PackProvider beside(Class<?> type, String... packs) {
		List<String> names = List.of(packs);
		return new PackProvider() {
			@Override
			public List<String> packs() {
				return names;
			}

			@Override
			public Optional<InputStream> open(String pack, String file) {
				return Optional.ofNullable(type.getResourceAsStream("packs/" + pack + "/" + file));
			}

			@Override
			public String toString() {
				return type.getName();
			}
		};
	}
}

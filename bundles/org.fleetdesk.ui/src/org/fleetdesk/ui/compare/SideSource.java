package org.fleetdesk.ui.compare;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.Registration;

/** Where a side of a comparison comes from, kept newest. Safe for any thread; its editor closes it. */
interface SideSource extends AutoCloseable {

	/**
	 * What is known of a side.
	 *
	 * @param object the object of a cluster
	 * @param file the text of a file
	 * @param document which of the file's documents it is, from 1
	 * @param place where it is, and of when: "prod-eu, live"
	 * @param problems what is wrong, each a sentence
	 * @param remembered whether it is of an earlier time, since the cluster does not answer
	 */
	record Newest(Optional<JsonNode> object, Optional<String> file, int document, String place, List<String> problems,
			boolean remembered) {
		public Newest {
			problems = List.copyOf(problems);
		}

		/** What tells one state from another. */
		String version() {
			return file
					.orElseGet(() -> object.map(o -> o.path("metadata").path("resourceVersion").asText()).orElse(""));
		}
	}

	/** Begins to read. */
	void begin();

	/** What is known now. */
	Newest newest();

	/** Tells of every change, on any thread. */
	Registration listen(Runnable listener);

	/** Reads again. */
	void refresh();

	@Override
	void close();
}

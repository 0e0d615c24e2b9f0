package org.fleetdesk.kube.internal.rows;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

import org.fleetdesk.kube.read.Page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** What stands around the objects of a list. For one thread. */
final class PageParts {

	private String resourceVersion = "";
	private String next = "";
	private long remaining = -1;

	/** Takes the metadata of a list at which the parser stands. */
	void read(JsonParser parser) throws IOException {
		if (!parser.hasToken(JsonToken.START_OBJECT)) {
			parser.skipChildren();
			return;
		}
		for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
			JsonToken token = parser.nextToken();
			if (token == JsonToken.VALUE_STRING && name.equals("resourceVersion")) {
				resourceVersion = parser.getText();
			} else if (token == JsonToken.VALUE_STRING && name.equals("continue")) {
				next = parser.getText();
			} else if (token == JsonToken.VALUE_NUMBER_INT && name.equals("remainingItemCount")) {
				remaining = parser.getLongValue();
			} else {
				parser.skipChildren();
			}
		}
	}

	void resourceVersion(String version) {
		resourceVersion = version;
	}

	void next(String token) {
		next = token;
	}

	void remaining(long count) {
		remaining = count;
	}

	Page page() {
		return new Page(resourceVersion, next.isEmpty() ? Optional.empty() : Optional.of(next),
				remaining < 0 ? OptionalLong.empty() : OptionalLong.of(remaining));
	}
}

package org.fleetdesk.core.views;

import static org.fleetdesk.core.internal.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

/**
 * The file form of views, for the settings and for sharing. JSON of this schema, where all but {@code name} and
 * {@code kinds} may be missing:
 *
 * <pre>
 * {
 *   "version": 1,
 *   "views": [ {
 *     "name": "Failing in production",
 *     "kinds": ["pods", "deployments.apps"],
 *     "clusters": ["prod-eu", "prod-us"],
 *     "namespaces": ["web"],
 *     "labels": "app=web", "fields": "spec.nodeName=n1",
 *     "filter": "status:crash or restarts&gt;3",
 *     "columns": [ {"name": "Name", "visible": true, "width": 0} ],
 *     "order": [ {"column": "Restarts", "descending": true} ],
 *     "group": "Namespace"
 *   } ]
 * }
 * </pre>
 *
 * Fields that it does not know are passed over, so that a later version's file is read as far as this one goes; a file of
 * a version above {@value #VERSION} is refused.
 *
 * @param version the version of the schema
 * @param views the views, in the order they are shown
 */
public record ViewsFile(int version, List<SavedView> views) {
	/** The version that is written. */
	public static final int VERSION = 1;

	private static final int LONGEST = 1_000_000;
	private static final JsonMapper MAPPER = JsonMapper.builder()
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

	/** A text that is no such file: one sentence with the line. */
	public static final class Unreadable extends Exception {
		private static final long serialVersionUID = 1;

		private Unreadable(String sentence, @Nullable Throwable cause) {
			super(sentence, cause);
		}
	}

	/** A file of this version. */
	public ViewsFile(@JsonProperty("version") int version, @JsonProperty("views") @Nullable List<SavedView> views) {
		this.version = version;
		this.views = views == null ? List.of() : List.copyOf(views);
	}

	/** A file of views. */
	public static ViewsFile of(List<SavedView> views) {
		return new ViewsFile(VERSION, views);
	}

	/** The file as JSON. */
	public String json() {
		try {
			return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
		} catch (JsonProcessingException e) {
			throw new IllegalStateException(e);
		}
	}

	/**
	 * What a file's text says.
	 *
	 * @throws Unreadable if it is none
	 */
	public static ViewsFile read(String text) throws Unreadable {
		if (text.length() > LONGEST) {
			throw new Unreadable(text("views.long"), null);
		}
		try {
			ViewsFile file = MAPPER.readValue(text, ViewsFile.class);
			if (file == null || file.version() < 1 || file.views().isEmpty()) {
				throw new Unreadable(text("views.none"), null);
			} else if (file.version() > VERSION) {
				throw new Unreadable(text("views.newer", file.version()), null);
			}
			return file;
		} catch (JsonProcessingException e) {
			int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
			String field = e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
					? Optional.ofNullable(mapping.getPath().getLast().getFieldName()).orElse("views")
					: "";
			throw new Unreadable(field.isEmpty() ? text("views.syntax", line) : text("views.field", line, field), e);
		}
	}

	/** The file with a view added or, of the same name, replaced. */
	ViewsFile with(SavedView view) {
		List<SavedView> all = new ArrayList<>(views);
		int at = index(view.name());
		if (at < 0) {
			all.add(view);
		} else {
			all.set(at, view);
		}
		return of(all);
	}

	/** The file with a view under another name, whose view goes. */
	ViewsFile renamed(String name, String other) {
		int at = index(name);
		if (at < 0 || name.equals(other)) {
			return this;
		}
		List<SavedView> all = new ArrayList<>(views);
		all.set(at, all.get(at).named(other));
		for (int i = all.size() - 1; i >= 0; i--) {
			if (i != at && all.get(i).name().equals(other)) {
				all.remove(i);
			}
		}
		return of(all);
	}

	/** The file without a view. */
	ViewsFile without(String name) {
		return of(views.stream().filter(view -> !view.name().equals(name)).toList());
	}

	private int index(String name) {
		for (int i = 0; i < views.size(); i++) {
			if (views.get(i).name().equals(name)) {
				return i;
			}
		}
		return -1;
	}
}

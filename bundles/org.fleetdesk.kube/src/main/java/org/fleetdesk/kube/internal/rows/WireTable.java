package org.fleetdesk.kube.internal.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.fleetdesk.kube.discovery.ResourceType;

/**
 * Under which numbers Kubernetes' protobuf messages have which fields. The files in {@code wire} are made from the published
 * descriptors, one for each package; a test says when they differ and writes them anew. Reads a file when it is needed
 * first. Safe for any thread.
 */
public final class WireTable {

	/** What a field holds. */
	enum Form {
		STRING, BYTES, WHOLE, BOOL, DOUBLE, FLOAT, TIME, QUANTITY, INT_OR_STRING, MESSAGE
	}

	/** How often. */
	enum Times {
		ONE, LIST, MAP
	}

	/**
	 * A field; of a map the form of its values.
	 *
	 * @param message the full name of the message that it holds, or empty
	 * @param inlined whether objects have that message's fields in place of this one
	 */
	record Field(int number, Times times, Form form, String message, boolean inlined) {
	}

	private static final String META = "k8s.io.apimachinery.pkg.apis.meta.v1.";
	private static final Map<String, Form> FORMS = Map.of("s", Form.STRING, "y", Form.BYTES, "i", Form.WHOLE, "b",
			Form.BOOL, "d", Form.DOUBLE, "f", Form.FLOAT, META + "Time", Form.TIME, META + "MicroTime", Form.TIME,
			"k8s.io.apimachinery.pkg.api.resource.Quantity", Form.QUANTITY,
			"k8s.io.apimachinery.pkg.util.intstr.IntOrString", Form.INT_OR_STRING);

	/** The lines of a package by message. */
	private final Map<String, Map<String, String>> packages = new ConcurrentHashMap<>();
	private final Map<String, Map<String, Field>> messages = new ConcurrentHashMap<>();

	/** The full name of the message of a built-in type; empty for what protobuf does not have. */
	Optional<String> message(ResourceType type) {
		String group = type.group();
		String first = group.isEmpty() ? "core" : group.replaceFirst("\\..*", "");
		boolean own = !group.contains(".") || group.endsWith(".k8s.io");
		String within = switch (first) {
			case "apiextensions" -> "k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.";
			default -> "k8s.io.api." + first + ".";
		};
		String message = within + type.version() + "." + type.kind();
		return own && lines(within + type.version()).containsKey(type.kind()) ? Optional.of(message) : Optional.empty();
	}

	/** The fields of a message by their JSON names; none for a message that it does not know. */
	Map<String, Field> fields(String message) {
		return messages.computeIfAbsent(message, this::parse);
	}

	private Map<String, Field> parse(String message) {
		int dot = message.lastIndexOf('.');
		String within = message.substring(0, dot);
		String line = lines(within).getOrDefault(message.substring(dot + 1), "");
		Map<String, Field> fields = new HashMap<>();
		for (String field : line.split(" ")) {
			String[] parts = field.split(":");
			if (parts.length == 3) {
				fields.put(parts[0], field(parts[1], parts[2], within));
			}
		}
		return Map.copyOf(fields);
	}

	private static Field field(String number, String type, String within) {
		Times times = switch (type.charAt(0)) {
			case '*' -> Times.LIST;
			case '%' -> Times.MAP;
			default -> Times.ONE;
		};
		boolean inlined = type.charAt(0) == '^';
		String held = times == Times.ONE && !inlined ? type : type.substring(1);
		String full = held.startsWith("/") ? within + "." + held.substring(1) : held;
		Form form = FORMS.getOrDefault(full, Form.MESSAGE);
		return new Field(Integer.parseInt(number), times, form, form == Form.MESSAGE ? full : "", inlined);
	}

	private Map<String, String> lines(String within) {
		return packages.computeIfAbsent(within, WireTable::read);
	}

	private static Map<String, String> read(String within) {
		Map<String, String> lines = new HashMap<>();
		try (InputStream in = WireTable.class.getResourceAsStream("wire/" + within + ".txt")) {
			if (in == null) {
				return lines;
			}
			BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				int space = line.indexOf(' ');
				lines.put(line.substring(0, space), line.substring(space + 1));
			}
			return lines;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}

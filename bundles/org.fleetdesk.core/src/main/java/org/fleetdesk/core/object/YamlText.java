package org.fleetdesk.core.object;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;

/**
 * Objects as YAML text, in the order the server gives their fields. The text reads back as the same tree in readers of
 * YAML 1.1 (kubectl's, Java's) and 1.2 alike: what one of them takes for a number, date or truth value is quoted.
 */
public final class YamlText {

	/** Quotes what some reader does not take for the string it is. */
	private static final class Quoting extends StringQuotingChecker.Default {
		private static final long serialVersionUID = 1L;
		private static final Pattern NO_STRING = Pattern.compile("""
				[-+]?(\\.[0-9_]+|[0-9][0-9_]*(\\.[0-9_]*)?)([eE][-+]?[0-9]*)?\
				|[-+]?0([xX][0-9a-fA-F_]+|[oO][0-7_]+|[bB][01_]+)\
				|[-+]?[0-9][0-9_]*(:[0-9]{1,2})+(\\.[0-9_]*)?\
				|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \\t].*)?\
				|[-+]?\\.?(?i:inf|infinity|nan)\
				|(?i:y|n|yes|no|on|off|true|false|null)|~|=|<<""");

		@Override
		public boolean needToQuoteName(String name) {
			return quoted(name) || super.needToQuoteName(name);
		}

		@Override
		public boolean needToQuoteValue(String value) {
			return quoted(value) || super.needToQuoteValue(value);
		}

		private static boolean quoted(String text) {
			return !printable(text) || NO_STRING.matcher(text).matches();
		}
	}

	private static final YAMLFactory FACTORY = YAMLFactory.builder()
			.disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
			.enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR).disable(YAMLGenerator.Feature.SPLIT_LINES)
			.stringQuotingChecker(new Quoting()).build();

	private YamlText() {
	}

	/** The whole object. */
	public static String of(JsonNode object) {
		StringWriter text = new StringWriter();
		try (YAMLGenerator generator = FACTORY.createGenerator(text)) {
			write(object, generator);
		} catch (IOException e) {
			throw new UncheckedIOException(e); // a tree always has a text
		}
		return text.toString();
	}

	private static void write(JsonNode node, YAMLGenerator generator) throws IOException {
		switch (node.getNodeType()) {
			case OBJECT -> {
				generator.writeStartObject();
				for (Map.Entry<String, JsonNode> field : node.properties()) {
					generator.writeFieldName(field.getKey());
					write(field.getValue(), generator);
				}
				generator.writeEndObject();
			}
			case ARRAY -> {
				generator.writeStartArray();
				for (JsonNode element : node) {
					write(element, generator);
				}
				generator.writeEndArray();
			}
			case STRING -> {
				// a block shows its characters as they are, so that it can hold none that do not show
				generator.configure(YAMLGenerator.Feature.MINIMIZE_QUOTES, printable(node.textValue()));
				generator.writeString(node.textValue());
				generator.configure(YAMLGenerator.Feature.MINIMIZE_QUOTES, true);
			}
			case NUMBER -> generator.writeNumber(node.asText());
			case BOOLEAN -> generator.writeBoolean(node.booleanValue());
			default -> generator.writeNull();
		}
	}

	private static boolean printable(String text) {
		return text.codePoints().allMatch(c -> c == '\n' || c == '\t' || c >= ' ' && c < 0x7f
				|| c >= 0xa0 && c != 0x2028 && c != 0x2029 && c != 0xfeff && Character.isDefined(c)
						&& Character.getType(c) != Character.SURROGATE && Character.getType(c) != Character.FORMAT);
	}

	/** The object as people read it: without {@code metadata.managedFields}. */
	public static String readable(JsonNode object) {
		JsonNode copy = object.deepCopy();
		if (copy.path("metadata") instanceof ObjectNode metadata) {
			metadata.remove("managedFields");
		}
		return of(copy);
	}
}

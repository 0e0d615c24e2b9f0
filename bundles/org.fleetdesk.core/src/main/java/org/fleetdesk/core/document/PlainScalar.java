package org.fleetdesk.core.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * What kubectl takes a value without quotes for: YAML 1.1's truth values ({@code y}, {@code on}) and octal numbers, but
 * neither dates nor numbers of base 60. Numbers come as JSON would carry them to the server: {@code 1.0} is 1.
 */
final class PlainScalar {
	private static final Map<String, JsonNode> WORDS = words();
	private static final Pattern DIGITS = Pattern.compile("[-+]?[0-9.][0-9a-fA-FxXoO+\\-._]*");
	private static final Pattern INTEGER = Pattern.compile(
			"([-+]?)(0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|0|[1-9][0-9]*)");
	private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
	private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64);
	private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
	private static final double EXPONENT_FROM = 1e21;

	private PlainScalar() {
	}

	private static Map<String, JsonNode> words() {
		Map<String, JsonNode> words = new java.util.HashMap<>();
		for (String word : Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON")) {
			words.put(word, BooleanNode.TRUE);
		}
		for (String word : Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF")) {
			words.put(word, BooleanNode.FALSE);
		}
		for (String word : Set.of("", "~", "null", "Null", "NULL")) {
			words.put(word, NullNode.instance);
		}
		for (String word : Set.of(".nan", ".NaN", ".NAN")) {
			words.put(word, DoubleNode.valueOf(Double.NaN));
		}
		for (String word : Set.of(".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF")) {
			words.put(word, DoubleNode.valueOf(Double.POSITIVE_INFINITY));
		}
		for (String word : Set.of("-.inf", "-.Inf", "-.INF")) {
			words.put(word, DoubleNode.valueOf(Double.NEGATIVE_INFINITY));
		}
		return Map.copyOf(words);
	}

	/** What a plain text stands for. */
	static JsonNode of(String text) {
		JsonNode word = WORDS.get(text);
		if (word != null) {
			return word;
		}
		if (DIGITS.matcher(text).matches()) {
			Optional<JsonNode> number = number(text.replace("_", ""));
			if (number.isPresent()) {
				return number.get();
			}
		}
		return TextNode.valueOf(text);
	}

	private static Optional<JsonNode> number(String digits) {
		var matcher = INTEGER.matcher(digits);
		if (matcher.matches()) {
			BigInteger value = integer(matcher.group(2));
			value = matcher.group(1).equals("-") ? value.negate() : value;
			if (value.bitLength() < Long.SIZE) {
				return Optional.of(whole(value));
			}
			if (value.compareTo(MOST) < 0 && value.compareTo(LEAST) > 0) {
				return Optional.of(floating(value.doubleValue())); // the server reads it so
			}
		}
		if (FLOAT.matcher(digits).matches()) {
			double value = Double.parseDouble(digits);
			return Double.isInfinite(value) ? Optional.empty() : Optional.of(floating(value));
		}
		return Optional.empty();
	}

	private static BigInteger integer(String digits) {
		char base = digits.length() > 1 && digits.charAt(0) == '0' ? Character.toLowerCase(digits.charAt(1)) : ' ';
		return switch (base) {
			case 'x' -> new BigInteger(digits.substring(2), 16);
			case 'b' -> new BigInteger(digits.substring(2), 2);
			case 'o' -> new BigInteger(digits.substring(2), 8);
			default -> new BigInteger(digits, base == ' ' ? 10 : 8);
		};
	}

	private static JsonNode floating(double value) {
		return value == Math.rint(value) && Math.abs(value) < EXPONENT_FROM
				? whole(new BigDecimal(Double.toString(value)).toBigInteger())
				: DoubleNode.valueOf(value);
	}

	private static JsonNode whole(BigInteger value) {
		if (value.bitLength() < Integer.SIZE) {
			return IntNode.valueOf(value.intValue());
		}
		return value.bitLength() < Long.SIZE ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
	}

	/** Whether a number that was written so comes to the server as another one. */
	static boolean loses(String text, JsonNode value) {
		String digits = text.replace("_", "");
		return value.isNumber() && (INTEGER.matcher(digits).matches()
				? value.isBigInteger() || value.isDouble()
				: FLOAT.matcher(digits).matches() && new BigDecimal(digits).compareTo(value.decimalValue()) != 0);
	}
}

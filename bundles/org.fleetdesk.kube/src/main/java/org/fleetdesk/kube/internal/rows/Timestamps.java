package org.fleetdesk.kube.internal.rows;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.fleetdesk.kube.read.Row;

/** Reads the times of Kubernetes: RFC 3339, nearly always in whole seconds of UTC. */
public final class Timestamps {

	private static final String USUAL = "0000-00-00T00:00:00Z";

	private Timestamps() {
	}

	/** Milliseconds since 1970; {@link Row#NO_TIME} for what is no time. */
	public static long millis(String text) {
		return millis(text.toCharArray(), 0, text.length());
	}

	/** The same of characters. */
	static long millis(char[] text, int from, int length) {
		try {
			if (!usual(text, from, length)) {
				return length == 0
						? Row.NO_TIME
						: OffsetDateTime.parse(new String(text, from, length)).toInstant().toEpochMilli();
			}
			long days = LocalDate.of(number(text, from, 4), number(text, from + 5, 2), number(text, from + 8, 2))
					.toEpochDay();
			long minutes = (days * 24 + number(text, from + 11, 2)) * 60 + number(text, from + 14, 2);
			return (minutes * 60 + number(text, from + 17, 2)) * 1000;
		} catch (DateTimeException | ArithmeticException e) {
			return Row.NO_TIME;
		}
	}

	private static boolean usual(char[] text, int from, int length) {
		if (length != USUAL.length()) {
			return false;
		}
		for (int i = 0; i < length; i++) {
			char digit = text[from + i];
			if (USUAL.charAt(i) == '0' ? digit < '0' || digit > '9' : digit != USUAL.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	private static int number(char[] text, int from, int digits) {
		int number = 0;
		for (int i = from; i < from + digits; i++) {
			number = number * 10 + text[i] - '0';
		}
		return number;
	}
}

package org.fleetdesk.kube.internal.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.fleetdesk.kube.read.Row;

/** Reads the times of Kubernetes: RFC 3339, nearly always in whole seconds of UTC. */
final class Timestamps {

	private static final String USUAL = "0000-00-00T00:00:00Z";

	private Timestamps() {
	}

	/** Milliseconds since 1970; {@link Row#NO_TIME} for what is no time. */
	static long millis(String text) {
		try {
			if (!usual(text)) {
				return text.isEmpty() ? Row.NO_TIME : OffsetDateTime.parse(text).toInstant().toEpochMilli();
			}
			long days = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2)).toEpochDay();
			return (((days * 24 + number(text, 11, 2)) * 60 + number(text, 14, 2)) * 60 + number(text, 17, 2)) * 1000;
		} catch (DateTimeException e) {
			return Row.NO_TIME;
		}
	}

	private static boolean usual(String text) {
		if (text.length() != USUAL.length()) {
			return false;
		}
		for (int i = 0; i < USUAL.length(); i++) {
			char digit = text.charAt(i);
			if (USUAL.charAt(i) == '0' ? digit < '0' || digit > '9' : digit != USUAL.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	private static int number(String text, int from, int digits) {
		int number = 0;
		for (int i = from; i < from + digits; i++) {
			number = number * 10 + text.charAt(i) - '0';
		}
		return number;
	}
}

package org.fleetdesk.tests.ui.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.fleetdesk.ui.object.RichText;
import org.fleetdesk.ui.object.RichText.Span;
import org.fleetdesk.ui.object.RichText.Style;
import org.fleetdesk.ui.table.TabbedText;

class PagePartsTest {
	private static final Instant NOW = Instant.ofEpochSecond(1_000);
	private static final Function<Instant, String> AGE = now -> (now.getEpochSecond() - 950) + "s";
	private static final Function<Instant, String> HALF_AGE = now -> (now.getEpochSecond() - 950) / 2 + "s";

	private static RichText text() {
		return new RichText().span("Age ", Style.KEY).span("50s", Style.PLAIN).ageing(AGE, AGE).span(" of ", Style.KEY)
				.span("25s", Style.LINK).ageing(HALF_AGE, now -> "exactly " + HALF_AGE.apply(now));
	}

	@Test
	void onlyTheAgesThatReadOtherwiseGoOn() {
		RichText text = text();
		assertEquals(Optional.of(List.of()), text.age(NOW));
		List<Span> aged = text.age(NOW.plusSeconds(1)).orElseThrow();
		assertEquals("Age 51s of 25s", text.text());
		assertEquals(List.of("51s"), aged.stream().map(Span::whole).toList());
		aged = text.age(NOW.plusSeconds(2)).orElseThrow();
		assertEquals("Age 52s of 26s", text.text());
		assertEquals(List.of("52s", "exactly 26s"), aged.stream().map(Span::whole).toList());
		assertEquals("exactly 26s", text.spans().getLast().whole());
	}

	@Test
	void anAgeOfAnotherLengthHasThePageLaidOutAnew() {
		RichText text = text();
		assertEquals(Optional.empty(), text.age(NOW.plusSeconds(50)));
		assertEquals("Age 50s of 25s", text.text());
	}

	@Test
	void rowsForASpreadsheetStayOneLineEach() {
		assertEquals("web-1\t\tsaid: no such thing",
				TabbedText.line(Stream.of("web-1", "", "said:\r\nno\tsuch thing")));
	}
}

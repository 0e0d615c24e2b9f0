package org.fleetdesk.tests.ui.parts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import org.fleetdesk.ui.object.ColumnWidths;

class ColumnWidthsTest {

	@Test
	void theWidestColumnsGiveWayFirst() {
		assertArrayEquals(new int[]{50, 100}, ColumnWidths.fit(new int[]{50, 100}, 150, 20));
		assertArrayEquals(new int[]{50, 75, 75}, ColumnWidths.fit(new int[]{50, 100, 400}, 200, 20));
		assertArrayEquals(new int[]{10, 40, 40}, ColumnWidths.fit(new int[]{10, 400, 300}, 20, 40));
		assertArrayEquals(new int[]{}, ColumnWidths.fit(new int[]{}, 20, 40));
	}

	@Test
	void whatDoesNotFitIsCutAndSaysSo() {
		assertEquals("whole", ColumnWidths.cut("whole", 5, String::length));
		assertEquals("who\u2026", ColumnWidths.cut("wholes", 4, String::length));
		assertEquals("\u2026", ColumnWidths.cut("wholes", 0, String::length));
		assertEquals("a\u2026", ColumnWidths.cut("a \uD83D\uDE00 b", 4, String::length));
	}
}

package org.fleetdesk.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapesTest {

	@Test
	void controlCharactersAreShownAndNotSent() {
		assertThat(Escapes.line("\u001b[2J\r\t\u0007\u009b1\u202ex")).isEqualTo("^[[2J\\r\\t\\u0007\\u009b1\\u202ex");
	}

	@Test
	void ordinaryTextOfAnyLanguageStaysAsItIs() {
		String text = "pod «ä» 名前 🚀";
		assertThat(Escapes.line(text)).isSameAs(text);
	}

	@Test
	void linesStayLinesOnlyWhereTheyMay() {
		assertThat(Escapes.lines("a\nb")).isEqualTo("a\nb");
		assertThat(Escapes.line("a\nb")).isEqualTo("a\\nb");
	}
}

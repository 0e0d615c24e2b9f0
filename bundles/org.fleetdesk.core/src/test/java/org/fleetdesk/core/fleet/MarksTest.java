package org.fleetdesk.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.fleetdesk.core.settings.SettingsFolder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarksTest {
	private static final Mark GUARDED = new Mark("#CC0000", true, true);

	@TempDir
	Path folder;
	private SettingsFolder settings;
	private Marks marks;

	@BeforeEach
	void open() {
		settings = new SettingsFolder(folder);
		marks = new Marks(settings);
	}

	@Test
	void anotherProgramSeesThem() {
		marks.set("prod", GUARDED);
		Marks other = new Marks(settings);
		assertThat(other.of("prod")).isEqualTo(Mark.NONE);
		assertThat(other.reload()).isTrue();
		assertThat(other.of("prod")).isEqualTo(new Mark("#cc0000", true, true));
		assertThat(other.of("dev")).isEqualTo(Mark.NONE);
		assertThat(other.reload()).isFalse();
	}

	@Test
	void noMarkLeavesNothingBehind() throws IOException {
		marks.set("prod", GUARDED);
		marks.set("prod", Mark.NONE);
		assertThat(Files.readString(folder.resolve("marks.json"))).doesNotContain("prod");
	}

	@Test
	void guardsOutliveADamagedFileAndSayThatItIsDamaged() throws IOException {
		marks.set("prod", GUARDED);
		Files.writeString(folder.resolve("marks.json"), "{\"clusters\": {\"prod\"");
		assertThat(marks.reload()).isFalse();
		assertThat(marks.of("prod").readOnly()).isTrue();
		assertThat(marks.finding()).isPresent();
		assertThat(folder.resolve("marks.json.damaged")).exists();
		assertThat(marks.reload()).as("nothing is there any more to be read").isFalse();
		assertThat(marks.of("prod").readOnly()).isTrue();
		Marks next = new Marks(settings);
		next.reload();
		assertThat(next.of("dev").readOnly()).as("which guards are missing is not known").isTrue();
		next.set("dev", Mark.NONE.color("#00aa00"));
		assertThat(next.finding()).isEmpty();
		assertThat(next.of("dev").readOnly()).isFalse();
		next.reload();
		assertThat(next.of("prod").readOnly()).isFalse();
		assertThat(folder.resolve("marks.json.damaged")).doesNotExist();
	}

	@Test
	void whatIsNoColourIsNone() throws IOException {
		Files.writeString(folder.resolve("marks.json"), """
				{"clusters": {"a": {"color": "red; drop", "production": true}, "b": {"color": null}}}""");
		marks.reload();
		assertThat(marks.of("a")).isEqualTo(Mark.NONE.production(true));
		assertThat(marks.of("b")).isEqualTo(Mark.NONE);
	}
}

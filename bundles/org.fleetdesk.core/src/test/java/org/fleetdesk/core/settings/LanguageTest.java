package org.fleetdesk.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageTest {
	@TempDir
	Path folder;

	@Test
	void thePlatformsLanguageCountsUntilOneIsChosen() throws IOException {
		SettingsFolder settings = new SettingsFolder(folder.resolve("settings"));
		assertThat(Language.chosen(settings)).isEqualTo(Language.SYSTEM);
		Language.CHINESE.choose(settings);
		assertThat(settings.file("language")).content().isEqualTo("zh\n");
		assertThat(Language.chosen(settings)).isEqualTo(Language.CHINESE);
		Language.SYSTEM.choose(settings);
		assertThat(settings.file("language")).doesNotExist();
	}

	@Test
	void whatNobodyKnowsCountsAsThePlatforms() throws IOException {
		Files.writeString(folder.resolve("language"), "klingon");
		assertThat(Language.chosen(new SettingsFolder(folder))).isEqualTo(Language.SYSTEM);
		Files.write(folder.resolve("language"), new byte[]{(byte) 0xff, (byte) 0xfe});
		assertThat(Language.chosen(new SettingsFolder(folder))).isEqualTo(Language.SYSTEM);
	}
}

package org.fleetdesk.core.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.fleetdesk.core.live.SortKey;
import org.fleetdesk.core.settings.SettingsFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedViewsTest {
	private static final SavedView FAILING = new SavedView("Failing", List.of("pods", "deployments.apps"),
			List.of("prod-eu"), List.of("web"), "app=web", "spec.nodeName=n1", "status:crash or restarts>3",
			List.of(new SavedView.Column("Name", true, 120)), List.of(new SortKey("Restarts", true)), "Namespace");
	private static final SavedView PLAIN = new SavedView("All \u8282\u70b9", List.of("nodes"), List.of(), List.of(), "",
			"",
			"", List.of(), List.of(), "");
	@TempDir
	Path folder;

	private SavedViews views() {
		return new SavedViews(new SettingsFolder(folder));
	}

	@Test
	void viewsAreThereAgainAfterARestart() {
		views().save(FAILING);
		views().save(PLAIN);
		assertThat(views().all()).containsExactly(FAILING, PLAIN);
		assertThat(views().find("Failing")).contains(FAILING);
		assertThat(views().find("failing")).isEmpty();
	}

	@Test
	void aViewOfTheSameNameIsReplacedWhereItStands() {
		views().saveAll(List.of(FAILING, PLAIN));
		SavedView other = PLAIN.named("Failing");
		views().save(other);
		assertThat(views().all()).containsExactly(other, PLAIN);
	}

	@Test
	void viewsAreRenamedAndDeleted() {
		views().saveAll(List.of(FAILING, PLAIN));
		views().rename("Failing", "Broken");
		assertThat(views().all()).containsExactly(FAILING.named("Broken"), PLAIN);
		views().rename("Broken", PLAIN.name());
		assertThat(views().all()).containsExactly(FAILING.named(PLAIN.name()));
		views().delete(PLAIN.name());
		assertThat(views().all()).isEmpty();
	}

	@Test
	void aFileSaysWhatItWasMadeOfAndCarriesItsVersion() throws Exception {
		ViewsFile file = ViewsFile.of(List.of(FAILING, PLAIN));
		assertThat(file.json()).contains("\"version\" : 1").doesNotContain("\"group\" : \"\"");
		assertThat(ViewsFile.read(file.json())).isEqualTo(file);
	}

	@Test
	void aFileMayLackAllButNameAndKindAndHaveMoreThanIsKnown() throws Exception {
		ViewsFile file = ViewsFile
				.read("{\"version\": 1, \"by\": \"me\", \"views\": [{\"name\": \"a\", \"kinds\": [\"pods\"], \"new\": {}}]}");
		assertThat(file.views().getFirst().filter()).isEmpty();
		assertThat(file.views().getFirst().kinds()).containsExactly("pods");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '`', value = {
			"`` => Line 1", "`hello` => Line 1", "`[]` => Line 1", "`{}` => no views", "null => no views",
			"`{\"version\": 1, \"views\": []}` => no views",
			"`{\"version\": 2, \"views\": [{\"name\":\"a\",\"kinds\":[\"b\"]}]}` => version 2",
			"`{\"version\": 1,|\"views\": [{\"name\": \"a\",|\"kinds\": 7}]}` => Line 3",
			"`{\"version\": 1,|\"views\": [{\"name\": \"a\"}]}` => Line 2",
			"`{\"version\": 1,|\"views\": [|{\"name\": \"a\", }]}` => Line 3",
			"`{\"version\": 1, \"views\": [{\"name\": \"a\", \"kinds\": [\"b\"], \"order\": [{\"descending\": true}]}]}` => Line 1",
			"`{\"version\": 1, \"views\": [null]}` => Line 1"})
	void aBadFileIsOneSentenceWithItsLine(String text, String expected) {
		assertThatThrownBy(() -> ViewsFile.read(text.replace('|', '\n'))).isInstanceOf(ViewsFile.Unreadable.class)
				.hasMessageContaining(expected).message().endsWith(".").doesNotContain("org.fleetdesk");
	}

	@Test
	void aDamagedSettingsFileIsSetAsideAndNoReasonToStop() throws Exception {
		Files.writeString(folder.resolve(SavedViews.FILE), "{\"version\": 1, \"vie");
		assertThat(views().all()).isEmpty();
		views().save(PLAIN);
		assertThat(views().all()).containsExactly(PLAIN);
		assertThat(folder.resolve(SavedViews.FILE + SettingsFolder.DAMAGED)).exists();
	}
}

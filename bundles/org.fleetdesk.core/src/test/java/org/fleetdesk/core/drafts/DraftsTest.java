package org.fleetdesk.core.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.fleetdesk.core.settings.SettingsFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
	private static final Draft DRAFT = new Draft("prod/deployments.apps/web/api", "{}", "kind: Deployment\n", 4, 1_000);

	@TempDir
	Path folder;

	private Drafts drafts() {
		return new Drafts(new SettingsFolder(folder));
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).toList();
		}
	}

	@Test
	void aDraftOutlivesTheProgramAndIsItsOwnersAlone() throws IOException {
		drafts().keep(DRAFT, false);
		assertThat(drafts().find(DRAFT.key())).contains(DRAFT);
		assertThat(files()).hasSize(1).allSatisfy(file -> assertThat(
				PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
		drafts().drop(DRAFT.key());
		assertThat(drafts().find(DRAFT.key())).isEmpty();
	}

	@Test
	void aSecretsDraftReachesNoFile() throws IOException {
		Drafts drafts = drafts();
		drafts.keep(DRAFT, true);
		assertThat(files()).isEmpty();
		assertThat(drafts.find(DRAFT.key())).contains(DRAFT);
		assertThat(drafts().find(DRAFT.key())).isEmpty();
	}

	@Test
	void aDraftThatCannotBeWrittenIsKeptInMemory() throws IOException {
		Files.writeString(folder.resolve("drafts"), "in the way");
		Drafts drafts = drafts();
		assertThatThrownBy(() -> drafts.keep(DRAFT, false)).isInstanceOf(UncheckedIOException.class);
		assertThat(drafts.find(DRAFT.key())).contains(DRAFT);
	}
}

package org.fleetdesk.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFolderTest {
	private static final String FILE = "marks.json";

	/** Some settings. */
	record Marks(List<String> names, int count) {
	}

	@TempDir
	Path temp;
	private Path folder;
	private SettingsFolder settings;

	@BeforeEach
	void folder() {
		folder = temp.resolve("a/b");
		settings = new SettingsFolder(folder);
	}

	private List<String> files() throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void whatIsWrittenIsReadBackAlsoByAnother() {
		Marks marks = new Marks(List.of("prod", "中文"), 3);
		settings.write(FILE, marks);
		assertThat(new SettingsFolder(folder).read(FILE, Marks.class)).contains(marks);
	}

	@Test
	void readingMakesNothing() {
		assertThat(settings.read(FILE, Marks.class)).isEmpty();
		settings.delete(FILE);
		assertThat(temp).isEmptyDirectory();
	}

	@Test
	void filesAndFolderAreTheOwnersAlone() throws IOException {
		settings.write(FILE, new Marks(List.of(), 1));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(FILE))))
				.isEqualTo("rw-------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
	}

	@Test
	void writingLeavesNoOtherFileBehind() throws IOException {
		settings.write(FILE, new Marks(List.of(), 1));
		settings.write(FILE, new Marks(List.of(), 2));
		assertThat(files()).containsExactly(FILE);
	}

	@Test
	void aDamagedFileIsSetAsideAndDoesNotStopAnything() throws IOException {
		Files.createDirectories(folder);
		for (String damaged : List.of("", "{", "[]", "{\"names\": 5}", "{\"names\": [\"a\"]", "\u0000\u0000\u0000")) {
			Files.writeString(folder.resolve(FILE), damaged);
			assertThat(settings.read(FILE, Marks.class)).as(damaged).isEmpty();
			assertThat(folder.resolve(FILE + ".damaged")).hasContent(damaged);
			assertThat(files()).containsExactly(FILE + ".damaged");
		}
		settings.change(FILE, Marks.class, new Marks(List.of(), 0), old -> new Marks(old.names(), 7));
		assertThat(settings.read(FILE, Marks.class)).contains(new Marks(List.of(), 7));
	}

	@Test
	void fieldsOfANewerProgramAreNoDamage() throws IOException {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve(FILE), "{\"names\": [\"a\"], \"count\": 1, \"colour\": \"red\"}");
		assertThat(settings.read(FILE, Marks.class)).contains(new Marks(List.of("a"), 1));
	}

	@Test
	void aFolderThatCannotBeMadeIsOneClearSentence() throws IOException {
		Files.writeString(temp.resolve("a"), "a file in the way");
		assertThat(settings.read(FILE, Marks.class)).isEmpty();
		assertThatThrownBy(() -> settings.write(FILE, new Marks(List.of(), 1)))
				.isInstanceOf(UncheckedIOException.class)
				.hasMessageStartingWith("Cannot write " + folder.resolve(FILE) + ": ")
				.hasMessageNotContaining("Exception").hasMessageEndingWith("try again.");
		assertThat(temp.resolve("a")).hasContent("a file in the way");
	}

	@Test
	void whatCannotBeWrittenLeavesTheOldAndNoScraps() throws IOException {
		settings.write("sub", "x");
		Files.delete(folder.resolve("sub"));
		Files.createDirectories(folder.resolve("sub/full"));
		assertThatThrownBy(() -> settings.write("sub", "y")).isInstanceOf(UncheckedIOException.class);
		assertThat(files()).containsExactly("sub");
	}

	@Test
	void changesOfManyThreadsAreAllThere() {
		IntStream.range(0, 40).parallel().forEach(i -> settings.change(FILE, Marks.class, new Marks(List.of(), 0),
				old -> new Marks(Stream.concat(old.names().stream(), Stream.of("n" + i)).toList(), old.count() + 1)));
		assertThat(settings.read(FILE, Marks.class).orElseThrow().count()).isEqualTo(40);
		assertThat(settings.read(FILE, Marks.class).orElseThrow().names()).doesNotHaveDuplicates().hasSize(40);
	}

	@Test
	void aChangeNeverWritesOverWhatItCouldNotRead() throws IOException {
		Files.createDirectories(folder.resolve(FILE).resolve("in the way"));
		assertThatThrownBy(() -> settings.change(FILE, Marks.class, new Marks(List.of(), 0), m -> m))
				.isInstanceOf(UncheckedIOException.class).hasMessageStartingWith("Cannot read ");
	}

	@Test
	void aLinkThatSomeoneMadeStaysALink() throws IOException {
		Path real = temp.resolve("dotfiles.json");
		Files.writeString(real, "{\"names\": [], \"count\": 1}");
		Files.createDirectories(folder);
		Files.createSymbolicLink(folder.resolve(FILE), real);
		settings.write(FILE, new Marks(List.of(), 2));
		assertThat(folder.resolve(FILE)).isSymbolicLink();
		assertThat(real).content().contains("2");
	}

	@Test
	void theFolderIsWhereTheEnvironmentSays() {
		Path home = Path.of("/home/me");
		assertThat(SettingsFolder.standard(Map.of(), home).file("x")).isEqualTo(home.resolve(".config/fleetdesk/x"));
		assertThat(SettingsFolder.standard(Map.of("XDG_CONFIG_HOME", "/xdg"), home).file("x"))
				.isEqualTo(Path.of("/xdg/fleetdesk/x"));
		assertThat(SettingsFolder.standard(Map.of("XDG_CONFIG_HOME", "/xdg", "FLEETDESK_CONFIG", "/own"), home)
				.file("x")).isEqualTo(Path.of("/own/x"));
	}
}

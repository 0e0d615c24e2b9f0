package org.fleetdesk.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
	@TempDir
	Path folder;

	@Test
	void aFileIsReplacedWholeAndKeepsItsModeAndLink() throws IOException {
		Path file = Files.writeString(folder.resolve("a.yaml"), "a: 1\r\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
		Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);
		assertThat(TextFile.replace(link, "a: 1\r\n", "a: 2\r\n")).isTrue();
		assertThat(TextFile.read(file)).isEqualTo("a: 2\r\n");
		assertThat(Files.isSymbolicLink(link)).isTrue();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r--r--");
		try (var all = Files.list(folder)) {
			assertThat(all).hasSize(2);
		}
	}

	@Test
	void whatSomebodyElseWroteMeanwhileStays() throws IOException {
		Path file = Files.writeString(folder.resolve("a.yaml"), "a: theirs\n");
		assertThat(TextFile.replace(file, "a: 1\n", "a: 2\n")).isFalse();
		assertThat(Files.readString(file)).isEqualTo("a: theirs\n");
		assertThatThrownBy(() -> TextFile.replace(folder.resolve("none"), "", "x")).isInstanceOf(IOException.class);
	}

	@Test
	void bytesThatAreNoTextAreRefused() throws IOException {
		Path file = Files.write(folder.resolve("a.yaml"), new byte[]{(byte) 0xff, 0x31});
		assertThatThrownBy(() -> TextFile.read(file)).isInstanceOf(IOException.class);
	}
}

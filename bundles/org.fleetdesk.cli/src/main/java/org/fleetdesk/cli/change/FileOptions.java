package org.fleetdesk.cli.change;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.document.Document;
import org.fleetdesk.core.document.Documents;
import org.fleetdesk.core.document.Problem;
import org.fleetdesk.kube.Finding.Severity;

import picocli.CommandLine.Option;

/** The options that name files of objects, and what stands in them. */
public final class FileOptions {
	private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
	private static final String INPUT = "STDIN";

	@Option(names = {"-f", "--filename"}, paramLabel = "FILE")
	List<String> files = new ArrayList<>();

	@Option(names = {"-R", "--recursive"})
	boolean recursive;

	/**
	 * An object that a file holds.
	 *
	 * @param file the file's name as it was given
	 * @param document the object
	 */
	record Wish(String file, Document document) {
		/** A sentence about the object, with its place before it. */
		String placed(String sentence) {
			return placed(sentence, document.firstLine());
		}

		/** A sentence about a line of it. */
		String placed(String sentence, int line) {
			return Texts.text("document.place", file, line, sentence);
		}
	}

	/**
	 * What stands in the files.
	 *
	 * @param wishes the objects that can be read, in order
	 * @param problems what is wrong with the others, each a sentence with its place
	 */
	record Wishes(List<Wish> wishes, List<String> problems) {
	}

	/** Whether there are any files. */
	boolean given() {
		return !files.isEmpty();
	}

	/** Reads all files; warnings are said at once. */
	Wishes read(Terminal terminal) {
		Wishes all = new Wishes(new ArrayList<>(), new ArrayList<>());
		for (String name : files) {
			if (name.equals("-")) {
				take(INPUT, () -> terminal.in().readAllBytes(), terminal, all);
			} else if (name.matches("https?://.*")) {
				throw Failure.of("file.url", name);
			} else {
				for (Path file : inside(Path.of(name))) {
					take(file.toString(), () -> Files.readAllBytes(file), terminal, all);
				}
			}
		}
		return all;
	}

	private List<Path> inside(Path path) {
		if (!Files.isDirectory(path)) {
			return List.of(path);
		}
		try (Stream<Path> files = Files.walk(path, recursive ? Integer.MAX_VALUE : 1)) {
			List<Path> found = files.filter(Files::isRegularFile)
					.filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith)).sorted().toList();
			if (found.isEmpty()) {
				throw Failure.of("file.none", path);
			}
			return found;
		} catch (IOException e) {
			throw Failure.of("file.unread", path, e.getMessage());
		}
	}

	/** Where bytes come from. */
	private interface Content {
		byte[] bytes() throws IOException;
	}

	private static void take(String name, Content content, Terminal terminal, Wishes all) {
		String text;
		try {
			text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content.bytes())).toString();
		} catch (CharacterCodingException e) {
			all.problems().add(Texts.text("error", Texts.text("file.bytes", name)));
			return;
		} catch (NoSuchFileException e) {
			throw Failure.of("file.missing", name);
		} catch (IOException e) {
			throw Failure.of("file.unread", name, e.getMessage());
		}
		Documents documents = Documents.parse(text);
		for (Problem problem : documents.problems()) {
			String line = Texts.text("document.place", name, problem.range().line(), problem.message());
			if (problem.severity() == Severity.ERROR) {
				all.problems().add(Texts.text("error", line));
			} else {
				terminal.say(Texts.text("finding.warning", line));
			}
		}
		documents.documents().stream().filter(Document::right).map(d -> new Wish(name, d)).forEach(all.wishes()::add);
	}
}

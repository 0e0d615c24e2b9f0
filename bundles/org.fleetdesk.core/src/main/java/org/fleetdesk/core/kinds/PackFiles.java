package org.fleetdesk.core.kinds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.core.internal.Texts;

/** Reads the files of a pack that are not of a kind. Stateless. */
final class PackFiles {
	private PackFiles() {
	}

	/**
	 * What {@code pack.yaml} gave.
	 *
	 * @param pack the pack; none if anything is wrong
	 */
	record ReadPack(Optional<Pack> pack, List<PackProblem> problems) {
		ReadPack {
			problems = List.copyOf(problems);
		}
	}

	/** Reads {@code pack.yaml}. */
	static ReadPack pack(String file, String text, String name) {
		List<PackProblem> problems = new ArrayList<>();
		Optional<Pack> read = Fields.of(file, text, problems::add).map(fields -> {
			String said = fields.needed("name");
			if (!said.isEmpty() && !said.equals(name)) {
				fields.wrongAt("name", "pack.folder", name);
			}
			Pack pack = new Pack(name, fields.needed("title"), fields.text("description").orElse(""),
					fields.texts("kinds").stream().map(KindKey::parse).toList());
			fields.done();
			return pack;
		});
		return new ReadPack(problems.isEmpty() ? read : Optional.empty(), problems);
	}

	/** Reads the words of a language: what stands for English ones. */
	static Map<String, String> words(String file, String text, List<PackProblem> problems) {
		Map<String, String> words = new HashMap<>();
		Fields.of(file, text, problems::add)
				.ifPresent(fields -> fields.keys().forEach(key -> fields.text(key).ifPresent(w -> words.put(key, w))));
		return words;
	}

	/** Whether a pack has a file. One that cannot be opened counts: why is told when it is read. */
	static boolean there(PackProvider provider, String pack, String file) {
		try {
			Optional<InputStream> opened = provider.open(pack, file);
			if (opened.isPresent()) {
				opened.get().close();
			}
			return opened.isPresent();
		} catch (IOException e) {
			return true;
		}
	}

	/** The text of a file; none if it is not there. A file that cannot be read is a problem of its own. */
	static Optional<String> text(PackProvider provider, String pack, String file, List<PackProblem> problems) {
		try {
			Optional<InputStream> opened = provider.open(pack, file);
			if (opened.isEmpty()) {
				return Optional.empty();
			}
			try (InputStream in = opened.get()) {
				return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
			}
		} catch (IOException e) {
			problems.add(new PackProblem(pack + "/" + file, 1, 1,
					Texts.text("pack.unread", String.valueOf(e.getMessage()))));
			return Optional.empty();
		}
	}
}

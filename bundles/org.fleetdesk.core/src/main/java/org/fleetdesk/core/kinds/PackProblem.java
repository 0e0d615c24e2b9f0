package org.fleetdesk.core.kinds;

import java.util.Objects;

import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.kube.Finding;

/**
 * What is wrong in a file of a pack, because of which the file is not used. Immutable.
 *
 * @param file where the file stands: its path, or pack and name where it came with a bundle
 * @param line the line, from 1
 * @param column the place in the line, from 1
 * @param sentence what is wrong, in the user's language
 */
public record PackProblem(String file, int line, int column, String sentence) {
	public PackProblem {
		Objects.requireNonNull(file);
		Objects.requireNonNull(sentence);
	}

	/** Whether the file describes a kind, or would if nothing were wrong with it. */
	public boolean concerns(KindKey kind) {
		String name = kind + ".yaml";
		return file.endsWith("/" + name) || file.endsWith("\\" + name);
	}

	/** The same as what is wrong in other files is told. */
	public Finding finding() {
		return new Finding(Finding.Severity.ERROR, Texts.text("pack.place", file, line, column), sentence,
				Texts.text("pack.remedy"));
	}
}

package org.fleetdesk.kube.internal.rows;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where values stand in an object: names with dots between them. {@code [*]} goes through a list, {@code [type=Ready]}
 * and {@code [name=a-*]} through those of its elements whose field has that value or matches it, {@code *} as a name through the values of a map,
 * {@code {a.b/*,c}} through those whose keys match one of these, and {@code ['a.b/c']} is a name with dots.
 *
 * @param steps the way, never empty
 */
record Path(List<Step> steps) {

	/** One step of the way. */
	sealed interface Step {
		/** Into a field of an object, or the value of one key of a map. */
		record Field(String name) implements Step {
		}

		/** Through every element of a list. */
		record Each() implements Step {
		}

		/** Through the elements of a list whose field has a value. */
		record Where(String field, String value) implements Step {
		}

		/** Through the values of a map whose keys match one of these, with commas between them; "*" for all. */
		record Any(String globs) implements Step {
		}
	}

	private static final Pattern STEP = Pattern.compile(
			"\\[\\*]|\\[(?<field>[A-Za-z]+)=(?<value>[^\\[\\]'=]+)]|\\['(?<quoted>[^']+)']|(?<dot>\\.)?"
					+ "(?:(?<any>\\*)|\\{(?<globs>[^{}\\s]+)}|(?<name>[^.\\[\\]{}*'\\s=]+))");

	Path {
		steps = List.copyOf(steps);
	}

	/** Reads a path; an IllegalArgumentException says in half a sentence what is wrong with it. */
	static Path parse(String path) {
		List<Step> steps = new ArrayList<>();
		Matcher step = STEP.matcher(path);
		int end = 0;
		while (step.lookingAt()) {
			boolean dotted = step.group("dot") != null;
			boolean first = steps.isEmpty();
			if (!step.group().startsWith("[") && dotted == first) {
				throw new IllegalArgumentException(text("plan.path.bad", path));
			}
			steps.add(step(step));
			end = step.end();
			step.region(end, path.length());
		}
		if (steps.isEmpty() || end < path.length() || !(steps.getFirst() instanceof Step.Field)) {
			throw new IllegalArgumentException(text("plan.path.bad", path));
		}
		return new Path(steps);
	}

	private static Step step(Matcher step) {
		if (step.group("field") != null) {
			return new Step.Where(step.group("field"), step.group("value"));
		} else if (step.group("quoted") != null) {
			return new Step.Field(step.group("quoted"));
		} else if (step.group("name") != null) {
			return new Step.Field(step.group("name"));
		} else if (step.group("any") != null) {
			return new Step.Any("*");
		} else if (step.group("globs") != null) {
			return new Step.Any(step.group("globs"));
		}
		return new Step.Each();
	}
}

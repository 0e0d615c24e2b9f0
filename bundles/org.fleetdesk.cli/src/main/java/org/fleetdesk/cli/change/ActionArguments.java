package org.fleetdesk.cli.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.action.Action;
import org.fleetdesk.core.action.Argument;
import org.fleetdesk.core.action.Values;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The arguments of an operation on the command line: an option each, pairs at the end of the line. */
final class ActionArguments {
	private static final String POSITIONS = "action.positions";
	private final Action action;
	private final Optional<Argument> pairs;
	private final Map<Argument, OptionSpec> options = new LinkedHashMap<>();
	private @Nullable PositionalParamSpec positions;

	ActionArguments(Action action) {
		this.action = action;
		this.pairs = action.arguments().stream().filter(argument -> argument.type() == Argument.Type.PAIRS
				|| argument.type() == Argument.Type.CHANGES).findFirst();
	}

	/** Adds them to a command, each with its words. */
	void describe(CommandSpec spec) {
		Map<String, String> words = new HashMap<>();
		for (Argument argument : action.arguments()) {
			if (!pairs.filter(argument::equals).isPresent()) {
				String key = "action." + argument.name();
				words.put(key, escaped(argument.description()));
				OptionSpec option = option(argument, key);
				options.put(argument, option);
				spec.addOption(option);
			}
		}
		words.put(POSITIONS, Texts.text("action.arguments")
				+ pairs.map(argument -> " " + escaped(argument.description())).orElse(""));
		PositionalParamSpec all = PositionalParamSpec.builder().paramLabel(
				"TYPE[/NAME]" + pairs.map(ActionArguments::label).orElse("")).hideParamSyntax(true)
				.arity("0..*").type(List.class).auxiliaryTypes(String.class).descriptionKey(POSITIONS).build();
		positions = all;
		spec.addPositional(all);
		spec.name(action.name()).resourceBundle(new Words(words));
	}

	/** An argument as an option. */
	private static OptionSpec option(Argument argument, String key) {
		OptionSpec.Builder option = OptionSpec.builder("--" + argument.name()).descriptionKey(key);
		return switch (argument.type()) {
			case FLAG -> option.arity("0..1").fallbackValue("true").paramLabel("true|false").type(Boolean.class)
					.build();
			case LIST, PAIRS, CHANGES -> option.arity("1").paramLabel("TEXT").splitRegex(",").type(List.class)
					.auxiliaryTypes(String.class).build();
			case CHOICE -> option.arity("1").paramLabel(String.join("|", argument.choices())).type(String.class)
					.build();
			default -> option.arity("1").paramLabel(argument.type().name()).type(String.class).build();
		};
	}

	private static String label(Argument argument) {
		return argument.type() == Argument.Type.PAIRS ? " KEY=VALUE" : " KEY=VALUE KEY-";
	}

	private static String escaped(String text) {
		return text.replace("%", "%%");
	}

	/** What was typed before the pairs: types and names. */
	List<String> objects() {
		return typed().subList(0, border());
	}

	/** What was typed; a {@link org.fleetdesk.core.action.BadArgument} if it makes no sense. */
	Values values() {
		Map<String, List<String>> given = new HashMap<>();
		options.forEach((argument, option) -> {
			Object value = option.getValue();
			if (value instanceof List<?> list) {
				given.put(argument.name(), list.stream().map(String::valueOf).toList());
			} else if (value != null) {
				given.put(argument.name(), List.of(value.toString()));
			}
		});
		pairs.filter(argument -> border() < typed().size())
				.ifPresent(argument -> given.put(argument.name(), typed().subList(border(), typed().size())));
		return Values.of(action, given);
	}

	/** Where the pairs begin: names have no "=", and none ends with "-". */
	private int border() {
		List<String> typed = typed();
		int at = 0;
		while (at < typed.size() && !(pairs.isPresent() && pair(typed.get(at)))) {
			at++;
		}
		return at;
	}

	private static boolean pair(String text) {
		return text.contains("=") || text.endsWith("-");
	}

	private List<String> typed() {
		Object value = positions == null ? null : positions.getValue();
		return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : new ArrayList<>();
	}

	/** The words of the catalogue, and those of all commands. */
	private static final class Words extends ResourceBundle {
		private final Map<String, String> words;

		private Words(Map<String, String> words) {
			this.words = words;
			setParent(getBundle(Texts.BUNDLE));
		}

		@Override
		protected @Nullable Object handleGetObject(String key) {
			return words.get(key);
		}

		@Override
		public java.util.Enumeration<String> getKeys() {
			List<String> keys = new ArrayList<>(words.keySet());
			parent.getKeys().asIterator().forEachRemaining(keys::add);
			return java.util.Collections.enumeration(keys);
		}
	}
}

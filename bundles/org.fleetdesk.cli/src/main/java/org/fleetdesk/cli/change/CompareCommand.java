package org.fleetdesk.cli.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.fleet.ClusterOptions;
import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.get.Wanted;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.compare.PlaceOwned;
import org.fleetdesk.core.object.Differences;
import org.fleetdesk.kube.ObjectKey;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code compare}: in what two objects differ, of one cluster or of two, or a file and an object; without what only the
 * server writes and without the values of Secrets. Exit codes are those of {@code diff}.
 */
@Command(name = "compare", resourceBundle = Texts.BUNDLE, exitCodeOnExecutionException = DiffCommand.FAILED)
public final class CompareCommand implements Callable<Integer> {
	private final Assembly assembly;

	@Mixin
	ClusterOptions clusters = new ClusterOptions();

	@Mixin
	FileOptions files = new FileOptions();

	@Parameters(arity = "0..*", paramLabel = "OBJECT", descriptionKey = "compare.arguments")
	List<String> arguments = new ArrayList<>();

	@Option(names = {"-n", "--namespace"}, paramLabel = "NAMESPACE")
	@Nullable
	String namespace;

	@Option(names = "--to-namespace", paramLabel = "NAMESPACE")
	@Nullable
	String otherNamespace;

	@Option(names = "--ignore-place")
	boolean placeless;

	/** The command of a program. */
	public CompareCommand(Assembly assembly) {
		this.assembly = assembly;
	}

	/** An object, and what it is called in the output. */
	private record Named(String name, JsonNode object) {
	}

	@Override
	public Integer call() throws InterruptedException {
		List<Wanted.Item> items = arguments.isEmpty() ? List.of() : Wanted.of(arguments).items();
		if (items.isEmpty() || items.stream().anyMatch(item -> item.name().isEmpty())) {
			throw Failure.of("compare.names");
		}
		List<Named> sides = new ArrayList<>(file());
		Map<String, List<Named>> found = new ConcurrentSkipListMap<>();
		int code = new EachCluster(assembly, clusters).call(Optional.empty(), report -> {
			// what cannot be read of the file has ended it already
		}, (target, confirmation, report) -> found.put(target.name(), objects(items, target)));
		if (code != 0) {
			return DiffCommand.FAILED;
		}
		found.values().forEach(sides::addAll);
		if (sides.size() != 2) {
			throw Failure.of("compare.two", sides.size());
		}
		return print(sides.getFirst(), sides.getLast());
	}

	private List<Named> file() {
		if (!files.given()) {
			return List.of();
		}
		FileOptions.Wishes wishes = files.read(assembly.terminal());
		if (!wishes.problems().isEmpty()) {
			throw Failure.plain(wishes.problems().getFirst());
		}
		return wishes.wishes().stream()
				.map(wish -> new Named(wish.file(), wish.document().tree().orElseThrow())).toList();
	}

	private List<Named> objects(List<Wanted.Item> items, Target target) throws InterruptedException {
		ServedCluster cluster = new ServedCluster(target, target.catalogue());
		List<Named> named = new ArrayList<>();
		boolean twice = items.size() == 1 && otherNamespace != null;
		for (Wanted.Item item : twice ? List.of(items.getFirst(), items.getFirst()) : items) {
			String in = !named.isEmpty() && otherNamespace != null ? otherNamespace : namespace;
			ObjectKey key = new Chosen(new Wanted(List.of(item), true), Optional.ofNullable(in), false, "", "",
					Optional.empty()).on(cluster).getFirst();
			String name = Stream.of(key.type().group(), key.type().version(), key.type().kind(), key.namespace(),
					key.name()).filter(part -> !part.isEmpty()).collect(Collectors.joining("."));
			named.add(new Named(target.name() + "/" + name, cluster.reader().get(key)));
		}
		return named;
	}

	private int print(Named left, Named right) {
		Differences differences = placeless
				? Differences.of(PlaceOwned.without(left.object()), PlaceOwned.without(right.object()))
				: Differences.of(left.object(), right.object());
		if (differences.isEmpty()) {
			return 0;
		}
		String text = differences.unified(left.name(), right.name());
		assembly.terminal().out().text(assembly.terminal().colours() ? DiffCommand.coloured(text) : text);
		return 1;
	}
}

package org.fleetdesk.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.junit.jupiter.api.Test;

class MergeTest {
	private static final ObjectMapper YAML = new YAMLMapper();
	private static final String OBJECT = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s, resourceVersion: '%s'}\n"
			+ "data: {a: '%s', b: '%s'}\n";

	private static JsonNode object(String name, int version, String a, String b) throws IOException {
		return YAML.readTree(OBJECT.formatted(name, version, a, b));
	}

	private static Merge both() throws IOException {
		return Merge.empty(true).begin(Hand.LEFT, object("l", 1, "1", "1")).begin(Hand.RIGHT,
				object("r", 1, "2", "2"));
	}

	private static List<String> paths(Merge merge) {
		return merge.compared().orElseThrow().differences().stream().map(d -> d.path().toString()).toList();
	}

	private static String data(Merge merge, Hand hand) {
		return merge.side(hand).orElseThrow().tree().path("data").toString();
	}

	@Test
	void sidesAreComparedOnceBothAreKnown() throws IOException {
		assertThat(Merge.empty(true).begin(Hand.LEFT, object("l", 1, "1", "1")).compared()).isEmpty();
		assertThat(paths(both())).containsExactly(".data.a", ".data.b");
		assertThat(paths(both().placeless(false))).containsExactly(".metadata.name", ".data.a", ".data.b");
	}

	@Test
	void whatWasTakenOverIsUndoneAndDoneAgain() throws IOException {
		Merge first = both();
		Merge copied = first.copied(first.compared().orElseThrow().differences().subList(0, 1), Hand.RIGHT);
		assertThat(paths(copied)).containsExactly(".data.b");
		assertThat(copied.changed(Hand.RIGHT)).isTrue();
		assertThat(copied.changed(Hand.LEFT)).isFalse();
		Merge undone = copied.undo();
		assertThat(paths(undone)).hasSize(2);
		assertThat(undone.changed(Hand.RIGHT)).isFalse();
		assertThat(undone.undoable()).isFalse();
		assertThat(paths(undone.redo())).containsExactly(".data.b");
		assertThat(copied.reverted(Hand.RIGHT).undoable()).isFalse();
	}

	@Test
	void whatOthersChangedMeanwhileIsPutBelowWhatWasTakenOver() throws IOException {
		Merge first = both();
		Merge copied = first.copied(first.compared().orElseThrow().differences().subList(0, 1), Hand.RIGHT);
		Merge rebased = copied.rebased(Hand.RIGHT, object("r", 2, "2", "9"));
		assertThat(data(rebased, Hand.RIGHT)).isEqualTo("{\"a\":\"1\",\"b\":\"9\"}");
		assertThat(rebased.changed(Hand.RIGHT)).isTrue();
		assertThat(data(rebased.undo(), Hand.RIGHT)).isEqualTo("{\"a\":\"2\",\"b\":\"9\"}");
		Merge theirsToo = copied.rebased(Hand.RIGHT, object("r", 2, "1", "2"));
		assertThat(theirsToo.changed(Hand.RIGHT)).isFalse();
	}

	@Test
	void anObjectStandsInTheOrderOfTheFileBesideItWhicheverIsReadFirst() throws IOException {
		Side file = Side.of("# mine\nkind: ConfigMap\ndata: {b: '1', a: '2'}\napiVersion: v1\nmetadata: {name: f}\n",
				1);
		String expected = "kind: ConfigMap\ndata:\n  b: \"1\"\n  a: \"1\"\napiVersion: v1\nmetadata:\n  name: l\n";
		for (Merge merge : List.of(
				Merge.empty(true).begin(Hand.LEFT, object("l", 1, "1", "1")).begin(Hand.RIGHT, file),
				Merge.empty(true).begin(Hand.RIGHT, file).begin(Hand.LEFT, object("l", 1, "1", "1")))) {
			assertThat(merge.side(Hand.LEFT).orElseThrow().text()).isEqualTo(expected);
			assertThat(merge.changed(Hand.LEFT)).isFalse();
			assertThat(paths(merge)).containsExactly(".data.a");
		}
	}

	/** A ConfigMap with so many entries of one value. */
	private static JsonNode wide(int entries, String value) throws IOException {
		ObjectNode object = (ObjectNode) object("w", 1, value, value);
		IntStream.range(0, entries).forEach(i -> object.withObject("/data").put("k" + i, value));
		return object;
	}

	@Test
	void onlySoManyChangesCanBeUndone() throws IOException {
		int more = Merge.MOST_STEPS + 5;
		Merge merge = Merge.empty(true).begin(Hand.LEFT, wide(more, "1")).begin(Hand.RIGHT, wide(more, "2"));
		for (int i = 0; i < more; i++) {
			merge = merge.copied(merge.compared().orElseThrow().differences().subList(0, 1), Hand.RIGHT);
		}
		int undone = 0;
		while (merge.undoable()) {
			merge = merge.undo();
			undone++;
		}
		assertThat(undone).isEqualTo(Merge.MOST_STEPS);
		assertThat(merge.changed(Hand.RIGHT)).as("the oldest changes stay").isTrue();
	}
}

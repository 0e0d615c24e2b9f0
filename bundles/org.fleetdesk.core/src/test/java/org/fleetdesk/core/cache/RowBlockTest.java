package org.fleetdesk.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.fleetdesk.kube.read.Row;

import org.junit.jupiter.api.Test;

class RowBlockTest {

	/** All that a row says, as text. */
	static String words(Row row) {
		StringBuilder words = new StringBuilder(String.join("|", row.uid(), row.namespace(), row.name(),
				row.resourceVersion(), row.owner(), String.valueOf(row.createdMillis())));
		for (int i = 0; i < row.labels(); i++) {
			words.append('|').append(row.labelKey(i)).append('=').append(row.labelValue(i));
		}
		for (int i = 0; i < row.cells(); i++) {
			Object cell = row.cell(i);
			words.append('|').append(cell == null ? "null" : cell.getClass().getSimpleName() + ":" + cell);
		}
		return words.toString();
	}

	private static List<String> words(List<Row> rows) {
		return rows.stream().map(RowBlockTest::words).toList();
	}

	/** Rows of all manners. */
	private static List<Row> rows(Random random, int count) {
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			String name = text(random);
			Object[] cells = new Object[random.nextInt(9)];
			for (int c = 0; c < cells.length; c++) {
				cells[c] = switch (random.nextInt(7)) {
					case 0 -> null;
					case 1 -> random.nextLong();
					case 2 -> random.nextGaussian();
					case 3 -> random.nextBoolean();
					case 4 -> name;
					default -> text(random);
				};
			}
			String[] labels = new String[2 * random.nextInt(3)];
			for (int l = 0; l < labels.length; l++) {
				labels[l] = text(random);
			}
			rows.add(new Row(
					random.nextBoolean() ? new UUID(random.nextLong(), random.nextLong()).toString() : text(random),
					text(random), name, version(random),
					random.nextBoolean() ? Row.NO_TIME : random.nextLong() >> random.nextInt(64), text(random), labels,
					cells));
		}
		return rows;
	}

	private static String version(Random random) {
		return switch (random.nextInt(4)) {
			case 0 -> "0" + random.nextInt(9);
			case 1 -> Long.toString(random.nextLong());
			case 2 -> text(random);
			default -> String.valueOf(1 + random.nextInt(1 << 30));
		};
	}

	private static String text(Random random) {
		return switch (random.nextInt(4)) {
			case 0 -> "";
			case 1 -> "web-" + random.nextInt(9);
			case 2 -> "\u4E2D\u6587\uD83D\uDE00 " + random.nextInt(3);
			default -> Long.toHexString(random.nextLong()).repeat(random.nextInt(20));
		};
	}

	@Test
	void whatIsPackedComesBackAsItWas() throws Exception {
		Random random = new Random(7);
		for (int i = 0; i < 200; i++) {
			List<Row> rows = rows(random, random.nextInt(50));
			assertThat(words(RowBlock.rows(List.of(RowBlock.pack(rows))))).isEqualTo(words(rows));
		}
	}

	@Test
	void bytesThatAreDamagedAreRefusedAndNeverTakenForRows() {
		Random random = new Random(8);
		List<Row> rows = rows(random, 100);
		byte[] block = RowBlock.pack(rows);
		for (int i = 0; i < 2_000; i++) {
			byte[] damaged = random.nextBoolean()
					? block.clone()
					: java.util.Arrays.copyOf(block, random.nextInt(block.length));
			if (damaged.length == block.length) {
				damaged[random.nextInt(block.length)] ^= (byte) (1 << random.nextInt(8));
			}
			try {
				assertThat(words(RowBlock.rows(List.of(damaged)))).isEqualTo(words(rows));
			} catch (IOException e) {
				// as it should be
			}
		}
		assertThatThrownBy(() -> RowBlock.rows(List.of(new byte[]{2, 0, 0, 0, 0, 1}))).isInstanceOf(IOException.class);
		assertThatThrownBy(
				() -> RowBlock.unpack(Packed.pack(new byte[]{-1, -1, -1, 127}), new RowBlock.Strings(), row -> {
					throw new AssertionError(row);
				})).isInstanceOf(IOException.class);
	}

	@Test
	void stringsThatRepeatAreTheSameStringInAllBlocks() throws Exception {
		Row one = new Row("u1", "web", "a", "1", 0, "", new String[]{"app", "web"}, new Object[]{"Running"});
		Row two = new Row("u2", "web", "b", "1", 0, "", new String[]{"app", "web"}, new Object[]{"Running"});
		List<Row> read = RowBlock.rows(List.of(RowBlock.pack(List.of(one)), RowBlock.pack(List.of(two))));
		assertThat(read.get(0).namespace()).isSameAs(read.get(1).namespace());
		assertThat(read.get(0).cell(0)).isSameAs(read.get(1).cell(0));
		assertThat(read.get(0).labelValue(0)).isSameAs(read.get(1).labelValue(0));
	}
}

package org.fleetdesk.kube.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.RowPlan.Cell;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlansTest {

	private static RowPlan plan(String type, String reduce, String... paths) {
		return new RowPlan(List.of(new Cell(new Column("Odd", type, false, ""), reduce, List.of(paths))));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", ".", "a.", ".a", "a..b", "a b", "a[", "a[]", "a[0]", "[*]", "*", "a[*", "a[x=]",
			"a['']",
			"a[*]b", "{a}", "a.{}", "a.b*"})
	void aBadPathIsRefusedInASentence(String path) {
		assertThatThrownBy(() -> plan("string", "first", path)).isInstanceOf(IllegalArgumentException.class)
				.hasMessageStartingWith("The column Odd cannot be read as its plan says: " + path + " is no path")
				.hasMessageEndingWith(".");
	}

	@ParameterizedTest
	@ValueSource(strings = {"a", "a.b", "a[*]", "a[*].b", "a[x=y].b[*].c", "a.*", "a.{x.y/*,z}", "a['b.c/d'].e",
			"a[*].b.*"})
	void aGoodPathIsRead(String path) {
		assertThat(plan("string", "first", path).columns()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({"string,most,a,most is no word", "colour,first,a,colour is no type",
			"string,count,a,count gives no column of the type string", "string,sum,a,sum gives no column",
			"integer,join,a,join gives no column", "string,podStatus,a,podStatus does not go with 1 paths",
			"string,ratio,a,ratio does not go with 1 paths", "number,first 1,a,first 1 gives no column",
			"cpu,podRequest cpu,a,podRequest does not go with 1 paths"})
	void aPlanThatCannotBeIsRefusedInASentence(String type, String reduce, String path, String said) {
		assertThatThrownBy(() -> plan(type, reduce, path)).isInstanceOf(IllegalArgumentException.class)
				.hasMessageContaining(said).hasMessageEndingWith(".");
	}

	@ParameterizedTest
	@CsvSource({"0,0", "100m,100000000", "1,1000000000", "0.5,500000000", "2k,2000000000000", "1n,1", "1u,1000",
			"1e3,1000000000000", "-1,-1000000000", "1.0000000001,1000000001", "1Ki,1024000000000",
			"99E,9223372036854775807"})
	void quantitiesAreReadInBillionths(String text, long billionths) {
		assertThat(Quantities.billionths(text)).isEqualTo(billionths);
	}

	@ParameterizedTest
	@CsvSource({"1,1", "1500m,2", "128Mi,134217728", "1G,1000000000", "3Ti,3298534883328", "0.5Gi,536870912",
			"1E,1000000000000000000", "12345678901234567890,9223372036854775807"})
	void quantitiesAreReadInWholeUnits(String text, long whole) {
		assertThat(Quantities.whole(text)).isEqualTo(whole);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "m", "abc", "1x", "1e999999999", "Ki", "1 Gi", "--1", "50%"})
	void whatIsNoQuantityIsNone(String text) {
		assertThat(Quantities.whole(text)).isEqualTo(Slot.NONE);
		assertThat(Quantities.billionths(text)).isEqualTo(Slot.NONE);
	}

	/** Containers, init containers with "+" in front of sidecars, overhead; CPU each. */
	@ParameterizedTest
	@CsvSource({"1 2,,,3.0", "1 2,500m,,3.0", "1 2,4,,4.0", "1 2,4 1,,4.0", "1 2,+1,,4.0", "1 2,+1 4,,5.0",
			"1 2,4 +1,,4.0", "1 2,+1 +1 2 +3,,8.0", "- 1,,250m,1.25", "-,-,,", "-,3,1,4.0"})
	void aPodAsksForWhatItNeedsAtMostAtOnce(String containers, String inits, String overhead, Double cpu) {
		ObjectNode pod = new ObjectMapper().createObjectNode();
		ObjectNode spec = pod.putObject("spec");
		for (String request : containers.split(" ")) {
			container(spec.withArray("containers"), request);
		}
		for (String request : inits == null ? new String[0] : inits.split(" ")) {
			ObjectNode container = container(spec.withArray("initContainers"), request.replace("+", ""));
			if (request.startsWith("+")) {
				container.put("restartPolicy", "Always");
			}
		}
		if (overhead != null) {
			spec.putObject("overhead").put("cpu", overhead);
		}
		assertThat(plan("cpu", "podRequest cpu").read(pod).cell(0)).isEqualTo(cpu);
	}

	private static ObjectNode container(ArrayNode containers, String cpu) {
		ObjectNode container = containers.addObject().put("name", "c");
		if (!cpu.equals("-")) {
			container.putObject("resources").putObject("requests").put("cpu", cpu);
		}
		return container;
	}

	@ParameterizedTest
	@CsvSource({"0d2f6a3e-0000-4c55-9f0e-2a9d5c1b8e77,123", "0D2F6A3E-0000-4c55-9f0e-2a9d5c1b8e77,123", "web/a,9",
			"0d2f6a3e-0000-4c55-9f0e-2a9d5c1b8e77,v7", "0d2f6a3e-0000-4c55-9f0e-2a9d5c1b8e77,007",
			"ffffffff-ffff-ffff-ffff-ffffffffffff,0", "x,99999999999999999999"})
	void uidsAndVersionsAreKeptAsTheyWere(String uid, String version) {
		Row row = new Row(uid, "n", "a", version, 0, new Object[0]);
		assertThat(row.uid()).isEqualTo(uid);
		assertThat(row.resourceVersion()).isEqualTo(version);
		Row same = new Row(uid, "n", "a", version, 1, new Object[0]);
		assertThat(row).isEqualTo(same).hasSameHashCodeAs(same);
		Row later = new Row(uid, "n", "a", "5", 0, new Object[0]);
		assertThat(row).isNotEqualTo(later);
		assertThat(row.sameObject(later)).isTrue();
		assertThat(row.objectHash()).isEqualTo(later.objectHash());
		Row other = new Row(UUID.randomUUID().toString(), "n", "a", version, 0, new Object[0]);
		assertThat(row).isNotEqualTo(other);
		assertThat(row.sameObject(other)).isFalse();
	}
}

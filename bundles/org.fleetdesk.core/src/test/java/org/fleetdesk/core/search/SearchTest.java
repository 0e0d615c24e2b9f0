package org.fleetdesk.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fleetdesk.core.Desk;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.core.search.Match.Field;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searching live and remembered lists of a fleet over fake servers. */
class SearchTest {
	private static final Instant MORNING = Instant.parse("2026-01-01T09:41:00Z");
	private static final List<Column> COLUMNS = List.of(FakeServer.column("Name"), FakeServer.column("IP"),
			FakeServer.column("Node"), FakeServer.column("Images"));

	@TempDir
	Path folder;
	private Desk desk;
	private Search search;
	private final Map<Remembered.Kept, Remembered.Rows> kept = new LinkedHashMap<>();
	private final AtomicInteger reads = new AtomicInteger();
	private final List<ListModel> models = new ArrayList<>();

	@BeforeEach
	void start() {
		desk = new Desk(folder, "prod-eu", "prod-us");
		desk.start();
		search = new Search(desk.fleet, new Remembered() {
			@Override
			public List<Kept> lists() {
				return List.copyOf(kept.keySet());
			}

			@Override
			public Rows rows(Kept list) {
				reads.incrementAndGet();
				return kept.getOrDefault(list, Rows.NONE);
			}
		});
	}

	@AfterEach
	void end() {
		models.forEach(ListModel::close);
		desk.seconds(31);
		desk.close();
		assertThat(desk.time.threads()).isZero();
	}

	private void list(ResourceType type, Set<String> namespaces, String fields, String... clusters) {
		List<Cluster> all = Stream.of(clusters).map(desk::cluster).toList();
		models.add(new ListModel(desk.fleet, new ListQuery(KindKey.of(type), all, namespaces, "", fields),
				desk.time.background()));
		desk.seconds(1);
	}

	private static Row row(String uid, String namespace, String name, String labels, String... cells) {
		String[] pairs = labels.isEmpty() ? new String[0] : labels.split("[=,]");
		return new Row(uid, namespace, name, "1", Row.NO_TIME, "ReplicaSet/" + name + "-rs", pairs,
				Stream.concat(Stream.of(name), Stream.of(cells)).toArray());
	}

	private void remember(String cluster, ResourceType type, Instant known, Row... rows) {
		remember(cluster, "https://" + cluster + ".test:6443", type, known, rows);
	}

	private void remember(String cluster, String server, ResourceType type, Instant known, Row... rows) {
		kept.put(new Remembered.Kept(kept.size(), cluster, server, Scope.all(type), known),
				new Remembered.Rows(COLUMNS, List.of(rows)));
	}

	private Found find(String text) {
		return search.find(text, 300, () -> false, early -> {
			// the end is looked at
		}).orElseThrow();
	}

	private List<Hit.OfObject> objects(String text) {
		return find(text).hits().stream().filter(h -> h instanceof Hit.OfObject).map(h -> (Hit.OfObject) h).toList();
	}

	private List<String> names(String text) {
		return objects(text).stream().map(h -> h.row().name()).toList();
	}

	@Test
	void ranksByHowWellTheNameFits() {
		remember("prod-eu", FakeServer.PODS, MORNING, row("1", "shop", "myweb", ""), row("2", "shop", "api-web-7", ""),
				row("3", "shop", "db-0", "app=web"), row("4", "shop", "web-10", ""), row("5", "shop", "web-9", ""),
				row("6", "shop", "web", ""), row("7", "web", "api-1", ""), row("8", "shop", "db-1", "web=yes"),
				row("9", "shop", "db-2", "app=webshop"), row("10", "shop", "other", ""));
		assertThat(names("WEB")).containsExactly("web", "web-9", "web-10", "api-web-7", "myweb", "db-0", "db-2", "db-1",
				"api-1");
		assertThat(objects("web")).extracting(Hit.OfObject::rank).containsExactly(Rank.EXACT_NAME, Rank.NAME_PREFIX,
				Rank.NAME_PREFIX, Rank.NAME_WORD, Rank.NAME, Rank.EXACT_VALUE, Rank.VALUE, Rank.LABEL_KEY, Rank.PLACE);
	}

	@Test
	void findsByLabelImageAddressNodeAndOwnerAndSaysWhichMatched() {
		remember("prod-eu", FakeServer.PODS, MORNING,
				row("1", "shop", "a", "app=web,tier=front", "10.0.0.7", "worker-3", "registry.example/shop/cart:1.2"),
				row("2", "shop", "b", "app=db", "10.0.0.8", "worker-4", "postgres:17"));
		for (var each : Map.of("front", new Match(Field.LABEL, "tier=front"), "app=web",
				new Match(Field.LABEL, "app=web"), "10.0.0.7", new Match(Field.ADDRESS, "10.0.0.7"), "worker-3",
				new Match(Field.NODE, "worker-3"), "shop/cart",
				new Match(Field.IMAGE, "registry.example/shop/cart:1.2"), "ReplicaSet/a",
				new Match(Field.OWNER, "ReplicaSet/a-rs")).entrySet()) {
			List<Hit.OfObject> hits = objects(each.getKey());
			assertThat(hits).as(each.getKey()).extracting(h -> h.row().name()).containsExactly("a");
			assertThat(hits.getFirst().matches()).as(each.getKey()).containsExactly(each.getValue());
		}
	}

	@Test
	void allWordsMustMatchAndAKindNarrows() {
		remember("prod-eu", FakeServer.PODS, MORNING, row("1", "shop", "web-1", "", "10.0.0.7"),
				row("2", "shop", "web-2", "", "10.0.0.8"));
		remember("prod-eu", FakeServer.WIDGETS, MORNING, row("3", "shop", "web-w", ""));
		remember("prod-us", FakeServer.PODS, MORNING, row("4", "shop", "web-3", ""));
		assertThat(names("web 10.0.0.8")).containsExactly("web-2");
		assertThat(names("pod web")).containsExactly("web-1", "web-2", "web-3");
		assertThat(names("web prod-us")).containsExactly("web-3");
		assertThat(names("widget shop")).containsExactly("web-w");
		assertThat(names("web nothing")).isEmpty();
		assertThat(names("pod/web-2")).containsExactly("web-2");
		assertThat(names("shop/web-3")).containsExactly("web-3");
		assertThat(names("elsewhere/web-3")).isEmpty();
	}

	@Test
	void findsWhatIsLiveAndSaysSo() {
		desk.server("prod-eu").pod("shop", "web-1", "Running", 0);
		desk.server("prod-us").pod("shop", "web-2", "Running", 0);
		list(FakeServer.PODS, Set.of(), "", "prod-eu", "prod-us");
		assertThat(objects("web")).extracting(h -> h.cluster().name() + " " + h.row().name() + " "
				+ h.knowledge().live()).containsExactly("prod-eu web-1 true", "prod-us web-2 true");
		assertThat(names("node-1")).containsExactly("web-1", "web-2");
		assertThat(find("web").missing()).isEmpty();
		desk.server("prod-us").goAway();
		desk.seconds(1);
		assertThat(objects("web")).extracting(h -> h.knowledge().live()).containsExactly(true, false);
	}

	@Test
	void aLiveListStandsForWhatIsRememberedOfIt() {
		desk.server("prod-eu").pod("shop", "web-1", "Running", 0);
		list(FakeServer.PODS, Set.of(), "", "prod-eu");
		remember("prod-eu", FakeServer.PODS, MORNING, row("prod-eu-1", "shop", "web-1", ""),
				row("gone", "shop", "web-0", ""));
		assertThat(names("web")).containsExactly("web-1");
		assertThat(reads).as("files read for nothing").hasValue(0);
	}

	@Test
	void showsAnObjectOfSeveralListsOnce() {
		desk.server("prod-eu").pod("shop", "web-1", "Running", 0);
		list(FakeServer.PODS, Set.of("shop"), "", "prod-eu");
		list(FakeServer.PODS, Set.of("shop"), "metadata.name=web-1", "prod-eu");
		remember("prod-eu", FakeServer.PODS, MORNING, row("prod-eu-1", "shop", "web-1", ""),
				row("other", "bank", "web-0", ""));
		Found found = find("web");
		assertThat(found.objects()).isEqualTo(2);
		assertThat(objects("web")).extracting(h -> h.row().name() + " " + h.knowledge().live())
				.containsExactly("web-0 false", "web-1 true");
	}

	@Test
	void whatIsRememberedHasItsTimeAndIsReadOnce() {
		remember("prod-us", FakeServer.PODS, MORNING, row("1", "shop", "web-1", ""));
		List<Integer> early = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			Optional<Found> found = search.find("web", 300, () -> false, some -> early.add(some.objects()));
			assertThat(found.orElseThrow().hits()).extracting(h -> ((Hit.OfObject) h).knowledge())
					.containsExactly(new Knowledge(false, MORNING));
		}
		assertThat(reads).hasValue(1);
		assertThat(early).as("told before files were read").containsExactly(0);
	}

	@Test
	void listsOfClustersThatAreNotRegisteredAreNotFound() {
		remember("elsewhere", FakeServer.PODS, MORNING, row("1", "shop", "web-1", ""));
		remember("prod-eu", "https://another.test:6443", FakeServer.PODS, MORNING, row("2", "shop", "web-2", ""));
		assertThat(find("web").hits()).isEmpty();
	}

	@Test
	void saysOfWhichClustersNothingIsKnown() {
		remember("prod-eu", FakeServer.PODS, MORNING, row("1", "shop", "web-1", ""));
		Found found = find("nothing");
		assertThat(found.hits()).isEmpty();
		assertThat(found.kind()).isEqualTo(KindKey.of(FakeServer.PODS));
		assertThat(found.missing()).extracting(Cluster::name).containsExactly("prod-us");
		assertThat(found.searched()).extracting(s -> s.cluster().name() + " " + s.objects())
				.containsExactly("prod-eu 1");
	}

	@Test
	void findsListsAndClusters() {
		desk.open("prod-eu", "prod-us");
		assertThat(find("pods").hits()).filteredOn(h -> h instanceof Hit.OfList)
				.extracting(h -> ((Hit.OfList) h).clusters().stream().map(Cluster::name).toList())
				.containsExactly(List.of("prod-eu", "prod-us"), List.of("prod-eu"), List.of("prod-us"));
		assertThat(find("pod us").hits()).containsExactly(
				new Hit.OfList(FakeServer.PODS, List.of(desk.cluster("prod-us"))));
		assertThat(find("prod").hits()).containsExactly(new Hit.OfCluster(desk.cluster("prod-eu")),
				new Hit.OfCluster(desk.cluster("prod-us")));
		assertThat(find("node").kind()).isEqualTo(KindKey.of(FakeServer.NODES));
	}

	@Test
	void knowsOfAnObjectWhetherItIsThere() {
		KindKey pods = KindKey.of(FakeServer.PODS);
		assertThat(search.sight("prod-eu", pods, "shop", "web-1")).isEqualTo(Sighting.UNKNOWN);
		kept.put(new Remembered.Kept(1, "prod-eu", "https://prod-eu.test:6443", Scope.all(FakeServer.PODS), MORNING),
				new Remembered.Rows(List.of(FakeServer.column("Name"), FakeServer.column("Status")),
						List.of(row("1", "shop", "web-1", "", "Failed"))));
		assertThat(search.sight("prod-eu", pods, "shop", "web-1")).isEqualTo(
				new Sighting(Sighting.State.THERE, "Failed", Optional.of(new Knowledge(false, MORNING))));
		assertThat(search.sight("prod-eu", pods, "bank", "web-1")).isEqualTo(Sighting.UNKNOWN);
		desk.server("prod-eu").pod("shop", "web-2", "Running", 0);
		list(FakeServer.PODS, Set.of(), "", "prod-eu");
		assertThat(search.sight("prod-eu", pods, "shop", "web-2")).extracting(Sighting::state, Sighting::status)
				.containsExactly(Sighting.State.THERE, "Running");
		assertThat(search.sight("prod-eu", pods, "shop", "web-1").state()).isEqualTo(Sighting.State.GONE);
	}

	@Test
	void eventsAreFoundOnlyAsSuch() {
		ResourceType events = FakeServer.type("", "v1", "events", "Event", true);
		remember("prod-eu", events, MORNING, row("1", "shop", "web-1.17a", ""));
		assertThat(names("web")).isEmpty();
		assertThat(names("event web")).containsExactly("web-1.17a");
	}

	@Test
	void aHundredThousandRowsGiveAsManyAsWereAskedForAndTheirCount() {
		Row[] rows = IntStream.range(0, 100_000)
				.mapToObj(i -> row("u" + i, "ns-" + i % 50, "web-" + i, "app=a" + i % 7))
				.toArray(Row[]::new);
		remember("prod-eu", FakeServer.PODS, MORNING, rows);
		Found many = search.find("web", 200, () -> false, early -> {
			// the end is looked at
		}).orElseThrow();
		assertThat(many.objects()).isEqualTo(100_000);
		assertThat(many.shown()).isEqualTo(200);
		assertThat(((Hit.OfObject) many.hits().getFirst()).row().name()).isEqualTo("web-0");
		assertThat(names("web-77777")).containsExactly("web-77777");
		assertThat(find("ns-7 app=a3 77").objects())
				.isEqualTo((int) IntStream.range(0, 100_000).filter(i -> i % 50 == 7 && i % 7 == 3)
						.filter(i -> String.valueOf(i).contains("77")).count());
	}

	@Test
	void endsWhenNobodyWantsItAnyMore() {
		remember("prod-eu", FakeServer.PODS, MORNING, IntStream.range(0, 5_000)
				.mapToObj(i -> row("u" + i, "ns", "web-" + i, "")).toArray(Row[]::new));
		AtomicInteger asked = new AtomicInteger();
		assertThat(search.find("web", 300, () -> asked.incrementAndGet() > 1, early -> {
			// the end is looked at
		})).isEmpty();
		assertThat(asked).as("looks in all rows: 5,000 would take more").hasValue(2);
	}

	@Test
	void aModelGivesTheNewestWordsAndNothingAfterItsEnd() {
		remember("prod-eu", FakeServer.PODS, MORNING, row("1", "shop", "web-1", ""), row("2", "shop", "api-1", ""));
		SearchModel model = new SearchModel(search, desk.time.background(), 300);
		AtomicInteger told = new AtomicInteger();
		model.listen(told::incrementAndGet);
		model.search("w");
		model.search("web");
		model.search("api");
		desk.time.settle();
		assertThat(model.found().text()).isEqualTo("api");
		assertThat(model.found().objects()).isEqualTo(1);
		assertThat(model.searching()).isFalse();
		assertThat(told.get()).isPositive();
		model.close();
		model.search("web");
		desk.time.settle();
		assertThat(model.found().text()).isEqualTo("api");
	}
}

package org.fleetdesk.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import org.fleetdesk.core.Desk;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.config.InCluster;
import org.fleetdesk.kube.config.KubeconfigReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
	@TempDir
	Path folder;
	private Desk desk;
	private SettingsFolder settings;
	private Sources sources;

	@BeforeEach
	void read() {
		desk = new Desk(folder, "dev", "prod");
		settings = desk.settings;
		sources = again();
		sources.refresh();
	}

	private Sources again() {
		return new Sources(new KubeconfigReader(), List.of(desk.kubeconfig), settings);
	}

	private List<List<String>> contexts() {
		return sources.list().stream().map(s -> s.config().contexts().stream().map(c -> c.name()).toList()).toList();
	}

	@Test
	void theStandardFilesAreTheFirstSource() {
		assertThat(contexts()).containsExactly(List.of("dev", "prod"));
		assertThat(sources.list().getFirst().standard()).isTrue();
	}

	@Test
	void anAddedFileIsAnotherSourceAlsoAfterARestart() {
		Path file = desk.file("other", "edge");
		sources.addFile(file);
		sources.addFile(file);
		assertThat(sources.refresh()).isTrue();
		assertThat(contexts()).containsExactly(List.of("dev", "prod"), List.of("edge"));
		assertThat(sources.list().getLast().label()).isEqualTo(file.toString());
		sources = again();
		sources.refresh();
		assertThat(contexts()).containsExactly(List.of("dev", "prod"), List.of("edge"));
	}

	@Test
	void theStandardFileAddedAgainIsStillOneSource() {
		sources.addFile(desk.kubeconfig);
		sources.refresh();
		assertThat(contexts()).hasSize(1);
	}

	@Test
	void pastedTextIsKeptForItsOwnerAlone() throws IOException {
		sources.addText(Desk.text("pasted"));
		sources.refresh();
		assertThat(contexts()).containsExactly(List.of("dev", "prod"), List.of("pasted"));
		Path kept = sources.list().getLast().files().getFirst();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept))).isEqualTo("rw-------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.getParent())))
				.isEqualTo("rwx------");
	}

	@Test
	void twoPastedTextsAreTwoSourcesAndANumberIsNeverUsedAgain() {
		sources.addText(Desk.text("one"));
		sources.addText(Desk.text("two"));
		sources.refresh();
		sources.remove(sources.list().getLast());
		sources.addText(Desk.text("three"));
		sources.refresh();
		assertThat(contexts()).containsExactly(List.of("dev", "prod"), List.of("one"), List.of("three"));
		assertThat(desk.files()).contains("settings/pasted-1.yaml", "settings/pasted-3.yaml")
				.doesNotContain("settings/pasted-2.yaml");
	}

	@Test
	void removingForgetsASourceAndLeavesTheUsersFile() {
		Path file = desk.file("other", "edge");
		sources.addFile(file);
		sources.refresh();
		sources.remove(sources.list().getLast());
		assertThat(sources.refresh()).isTrue();
		assertThat(contexts()).containsExactly(List.of("dev", "prod"));
		assertThat(file).exists();
	}

	@Test
	void theStandardSourceCannotBeRemoved() {
		sources.remove(sources.list().getFirst());
		sources.refresh();
		assertThat(contexts()).containsExactly(List.of("dev", "prod"));
		assertThat(desk.kubeconfig).exists();
	}

	@Test
	void aChangedFileIsNoticedAndAnUnchangedOneIsNotReadAgain() {
		List<Source> before = sources.list();
		assertThat(sources.refresh()).isFalse();
		assertThat(sources.list().getFirst()).isSameAs(before.getFirst());
		desk.kubeconfig("dev", "prod", "test");
		assertThat(sources.refresh()).isTrue();
		assertThat(contexts()).containsExactly(List.of("dev", "prod", "test"));
	}

	@Test
	void aFileSeenHalfWrittenTakesNothingAway() {
		desk.write(desk.kubeconfig, "apiVersion: v1\nclusters: [{na");
		assertThat(sources.refresh()).isFalse();
		assertThat(contexts()).containsExactly(List.of("dev", "prod"));
		desk.kubeconfig("dev", "prod", "test");
		assertThat(sources.refresh()).isTrue();
		assertThat(contexts()).containsExactly(List.of("dev", "prod", "test"));
	}

	@Test
	void whatIsGoneAtTheSecondLookIsGone() {
		desk.kubeconfig("dev");
		assertThat(sources.refresh()).isFalse();
		assertThat(sources.refresh()).isTrue();
		assertThat(contexts()).containsExactly(List.of("dev"));
		assertThat(sources.refresh()).isFalse();
	}

	@Test
	void aFileThatCannotBeReadAsAKubeconfigIsASourceWithAFinding() {
		Path file = folder.resolve("junk");
		desk.write(file, "no: [kubeconfig");
		sources.addFile(file);
		sources.refresh();
		assertThat(contexts()).containsExactly(List.of("dev", "prod"), List.of());
		assertThat(sources.list().getLast().config().findings()).hasSize(1);
		assertThat(sources.list().getLast().config().findings().getFirst().text()).contains(file.toString());
	}

	@Test
	void aMissingFileThatAppearsLaterIsRead() {
		Path file = folder.resolve("later");
		sources.addFile(file);
		sources.refresh();
		desk.file("later", "late");
		assertThat(sources.refresh()).isTrue();
		assertThat(contexts()).containsExactly(List.of("dev", "prod"), List.of("late"));
	}

	@Test
	void thatThereIsNoFileAtTheUsualPlaceIsNothingWrong() throws IOException {
		String home = System.setProperty("user.home", folder.resolve("home").toString());
		try {
			List<Path> usual = KubeconfigReader.standardFiles(Map.of(), folder.resolve("home"));
			Sources standard = new Sources(new KubeconfigReader(), usual, settings);
			standard.refresh();
			assertThat(standard.list()).singleElement().satisfies(s -> assertThat(s.config().findings()).isEmpty());
			Files.createDirectories(folder.resolve("home/.kube"));
			desk.file("home/.kube/config", "first");
			assertThat(standard.refresh()).isTrue();
			assertThat(standard.list().getFirst().config().contexts()).hasSize(1);
		} finally {
			System.setProperty("user.home", home);
		}
	}

	@Test
	void thatAFileOfKubeconfigIsMissingIsSaid() {
		Sources named = new Sources(new KubeconfigReader(), List.of(folder.resolve("gone")), settings);
		named.refresh();
		assertThat(named.list().getFirst().config().findings()).hasSize(1);
	}

	@Test
	void theDemoIsTheLastSourceAndOfItNothingIsKeptButThatItIsWanted() throws IOException {
		assertThat(sources.demoWanted()).isFalse();
		sources.addDemo("Demo",
				new KubeconfigReader().parse(Desk.text("simulated").replace("token: t", "token: s3cret"),
						"Demo"));
		assertThat(sources.refresh()).isTrue();
		assertThat(sources.refresh()).isFalse();
		sources.addFile(desk.file("other", "edge"));
		sources.refresh();
		assertThat(contexts()).containsExactly(List.of("dev", "prod"), List.of("edge"), List.of("simulated"));
		assertThat(sources.list()).extracting(Source::demo).containsExactly(false, false, true);
		for (String file : desk.files()) {
			assertThat(folder.resolve(file)).content().doesNotContain("s3cret", "simulated");
		}
		sources = again();
		sources.refresh();
		assertThat(contexts()).hasSize(2);
		assertThat(sources.demoWanted()).isTrue();
	}

	@Test
	void aRemovedDemoIsNotWantedAgain() {
		sources.addDemo("Demo", new KubeconfigReader().parse(Desk.text("simulated"), "Demo"));
		sources.refresh();
		sources.remove(sources.list().getLast());
		assertThat(sources.refresh()).isTrue();
		assertThat(contexts()).containsExactly(List.of("dev", "prod"));
		assertThat(again().demoWanted()).isFalse();
	}

	@Test
	void unreadableSettingsAreNotWrittenOver() throws IOException {
		Files.createDirectories(settings.file("clusters.json").resolve("in the way"));
		assertThatThrownBy(() -> sources.addFile(folder.resolve("new"))).isInstanceOf(UncheckedIOException.class)
				.hasMessageContaining("clusters.json");
		assertThat(settings.file("clusters.json")).isDirectory();
	}

	@Test
	void aPodsAccountStandsInWhileThereIsNoKubeconfig() throws IOException {
		Files.writeString(folder.resolve("token"), "abc");
		Path late = folder.resolve("late");
		sources = new Sources(new KubeconfigReader(), List.of(late), settings, () -> InCluster.find(
				Map.of("KUBERNETES_SERVICE_HOST", "10.96.0.1", "KUBERNETES_SERVICE_PORT", "443"), folder));
		sources.refresh();
		assertThat(contexts()).containsExactly(List.of("in-cluster"));
		assertThat(sources.list().getFirst().label()).isEqualTo("in-cluster");
		assertThat(sources.refresh()).isFalse();
		Files.copy(desk.kubeconfig, late);
		sources.refresh();
		sources.refresh();
		assertThat(contexts()).containsExactly(List.of("dev", "prod"));
	}
}

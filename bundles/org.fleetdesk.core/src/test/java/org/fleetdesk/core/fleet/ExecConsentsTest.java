package org.fleetdesk.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.fleetdesk.core.fleet.ExecConsents.Verdict;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeUser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecConsentsTest {
	private static final KubeUser.Exec AWS = exec("aws", List.of("eks", "get-token"), Map.of());
	private static final KubeUser.Exec GKE = exec("gke-gcloud-auth-plugin", List.of(), Map.of());

	@TempDir
	Path folder;
	private final KubeContext context = Clusters.named("prod").context();
	private final List<String> asked = new ArrayList<>();
	private Verdict verdict = Verdict.ALWAYS;
	private SettingsFolder settings;
	private ExecConsents consents;

	@BeforeEach
	void open() {
		settings = new SettingsFolder(folder.resolve("settings"));
		consents = again();
	}

	private ExecConsents again() {
		return new ExecConsents(settings, (of, exec) -> {
			asked.add(exec.line());
			return verdict;
		});
	}

	private static KubeUser.Exec exec(String command, List<String> arguments, Map<String, String> environment) {
		return new KubeUser.Exec(command, arguments, environment, "client.authentication.k8s.io/v1", "", false,
				"IfAvailable");
	}

	@Test
	void alwaysIsAskedOnceAndHoldsAfterARestart() throws InterruptedException {
		assertThat(consents.allowed(context, AWS)).isTrue();
		assertThat(consents.allowed(context, AWS)).isTrue();
		assertThat(again().allowed(context, AWS)).isTrue();
		assertThat(asked).containsExactly("aws eks get-token");
	}

	@Test
	void thisTimeHoldsUntilTheProgramEnds() throws InterruptedException {
		verdict = Verdict.THIS_TIME;
		assertThat(consents.allowed(context, AWS)).isTrue();
		assertThat(consents.allowed(context, AWS)).isTrue();
		assertThat(asked).hasSize(1);
		verdict = Verdict.NO;
		assertThat(again().allowed(context, AWS)).isFalse();
		assertThat(asked).hasSize(2);
	}

	@Test
	void aRefusalIsNotAskedAgainUntilTheProgramEnds() throws InterruptedException {
		verdict = Verdict.NO;
		assertThat(consents.allowed(context, AWS)).isFalse();
		verdict = Verdict.ALWAYS;
		assertThat(consents.allowed(context, AWS)).isFalse();
		assertThat(asked).hasSize(1);
		assertThat(again().allowed(context, AWS)).isTrue();
	}

	@Test
	void consentIsForTheWholeCommand() throws InterruptedException {
		consents.allowed(context, AWS);
		consents.allowed(context, exec("aws", List.of("eks", "get-token", "--debug"), Map.of()));
		consents.allowed(context, exec("/tmp/aws", List.of("eks", "get-token"), Map.of()));
		assertThat(asked).hasSize(3);
	}

	@Test
	void anotherEnvironmentIsAnotherQuestion() throws InterruptedException {
		consents.allowed(context, AWS);
		KubeUser.Exec profile = exec("aws", AWS.arguments(), Map.of("AWS_PROFILE", "prod", "A", "1"));
		consents.allowed(context, profile);
		consents.allowed(context, profile);
		consents.allowed(context, exec("aws", AWS.arguments(), Map.of("LD_PRELOAD", "/tmp/evil.so")));
		assertThat(asked).hasSize(3);
		assertThat(settings.file("exec-consents.json")).content().doesNotContain("prod", "evil");
	}

	@Test
	void blanksInsideAnArgumentCannotImitateAnotherCommand() throws InterruptedException {
		consents.allowed(context, AWS);
		consents.allowed(context, exec("aws eks", List.of("get-token"), Map.of()));
		consents.allowed(context, exec("aws", List.of("eks get-token"), Map.of()));
		consents.allowed(context, exec("sh", List.of("-c", "a b"), Map.of()));
		consents.allowed(context, exec("sh", List.of("-c", "a", "b"), Map.of()));
		assertThat(asked).hasSize(5);
	}

	@Test
	void consentGivenAheadIsNotAsked() throws InterruptedException {
		consents.remember(ExecConsents.key(AWS));
		assertThat(consents.allowed(context, AWS)).isTrue();
		assertThat(asked).isEmpty();
	}

	@Test
	void forgettingTakesConsentsAndRefusalsBack() throws InterruptedException {
		consents.allowed(context, AWS);
		verdict = Verdict.NO;
		consents.allowed(context, GKE);
		consents.forget();
		verdict = Verdict.THIS_TIME;
		assertThat(consents.allowed(context, AWS)).isTrue();
		assertThat(consents.allowed(context, GKE)).isTrue();
		assertThat(asked).hasSize(4);
	}

	@Test
	void oneConsentCanBeTakenBackAlone() throws InterruptedException {
		consents.allowed(context, AWS);
		consents.allowed(context, GKE);
		assertThat(consents.remembered()).containsExactly(AWS.line(), GKE.line());
		consents.forget(AWS.line());
		assertThat(consents.remembered()).containsExactly(GKE.line());
		consents.allowed(context, GKE);
		consents.allowed(context, AWS);
		assertThat(asked).hasSize(3);
	}

	@Test
	void aConsentThatCannotBeKeptHoldsUntilTheProgramEnds() throws InterruptedException, IOException {
		Files.writeString(folder.resolve("settings"), "in the way");
		assertThat(consents.allowed(context, AWS)).isTrue();
		assertThat(consents.allowed(context, AWS)).isTrue();
		assertThat(asked).hasSize(1);
	}

	@Test
	void whatIsAnsweredWaitsForNoQuestionAndQuestionsComeOneAtATime() throws InterruptedException {
		BlockingQueue<String> open = new LinkedBlockingQueue<>();
		CountDownLatch answer = new CountDownLatch(1);
		ExecConsents slow = new ExecConsents(settings, (of, exec) -> {
			open.add(exec.line());
			answer.await();
			return Verdict.THIS_TIME;
		});
		slow.remember(ExecConsents.key(AWS));
		Thread first = Thread.ofVirtual().start(() -> ask(slow, GKE));
		assertThat(open.poll(10, TimeUnit.SECONDS)).isEqualTo(GKE.line());
		Thread second = Thread.ofVirtual().start(() -> ask(slow, GKE));
		assertThat(slow.allowed(context, AWS)).isTrue(); // while a person thinks
		slow.remember("more");
		Thread third = Thread.ofVirtual().start(() -> ask(slow, exec("other", List.of(), Map.of())));
		third.interrupt();
		assertThat(third.join(Duration.ofSeconds(10))).isTrue();
		answer.countDown();
		first.join();
		second.join();
		assertThat(open).isEmpty();
	}

	private void ask(ExecConsents consents, KubeUser.Exec exec) {
		try {
			consents.allowed(context, exec);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}

package org.fleetdesk.core.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthRulesTest {
	private static final long NOW = 1_000_000_000_000L;

	private static String health(HealthRules rules, String columns, Object... cells) {
		List<Column> made = Arrays.stream(columns.split(",")).map(c -> c.split(":"))
				.map(c -> new Column(c[0], c.length > 1 ? c[1] : "string", false, "")).toList();
		HealthRun run = rules.on(made, NOW);
		Health health = run.of("dev", FakeServer.WIDGETS, new Row("u", "web", "a", "1", NOW - 60_000, cells));
		return health == null ? "" : health.word();
	}

	@ParameterizedTest
	@CsvSource({"Running, Healthy", "Active, Healthy", "Bound, Healthy", "Ready, Healthy", "Available, Healthy",
			"Synced, Healthy", "Established, Healthy", "Pending, Progressing", "ContainerCreating, Progressing",
			"PodInitializing, Progressing", "Init:0/2, Progressing", "Terminating, Progressing",
			"Deleting, Progressing", "Provisioning, Progressing", "CrashLoopBackOff, Failed",
			"ImagePullBackOff, Failed", "ErrImagePull, Failed", "Init:Error, Failed", "Init:CrashLoopBackOff, Failed",
			"Init:ErrImagePull, Failed", "ExitCode:137, Failed", "Signal:9, Failed", "OOMKilled, Failed",
			"Evicted, Failed", "Lost, Failed", "Failed, Failed", "NotReady, Failed",
			"CreateContainerConfigError, Failed", "'Ready,SchedulingDisabled', Warning", "Degraded, Warning",
			"OutOfSync, Warning", "Unknown, Unknown", "Completed, Idle", "Complete, Idle", "Succeeded, Idle",
			"Suspended, Idle", "Paused, Idle", "Whatever, ''", "'', ''"})
	void aStatusOfAnyKindIsUnderstood(String status, String expected) {
		assertThat(health(HealthRules.of(List.of()), "Name,Status", "a", status)).isEqualTo(expected);
		assertThat(health(HealthRules.of(List.of()), "Phase", status)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({"1/1, Running, Healthy", "0/1, Running, Progressing", "0/1, Completed, Idle", "10/10, Running, Healthy",
			"1/10, Running, Progressing", "11/1, Running, Progressing", "0/1, CrashLoopBackOff, Failed",
			"1/1, Terminating, Progressing", "0/1, Pending, Progressing"})
	void podsAreJudgedByStatusAndReady(String ready, String status, String expected) {
		assertThat(health(HealthRules.of(List.of()), "Name,Ready,Status", "a", ready, status)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({"3/3, Healthy", "2/3, Progressing", "0/0, Idle", "True, Healthy", "true, Healthy", "False, Warning",
			"Unknown, Unknown", "'', ''"})
	void whatIsReadyIsEnoughWhereNoStatusIs(String ready, String expected) {
		assertThat(health(HealthRules.of(List.of()), "Name,Ready", "a", ready)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({"secrets, Expires, -1, Failed", "secrets, Expires, 29, Warning", "secrets, Expires, 31, ''",
			"clustertrustbundles.certificates.k8s.io, Expires, -1, Failed",
			"clustertrustbundles.certificates.k8s.io, Expires, 29, Warning",
			"clustertrustbundles.certificates.k8s.io, Expires, 31, Healthy",
			"validatingwebhookconfigurations.admissionregistration.k8s.io, CA Expires, -1, Failed",
			"validatingwebhookconfigurations.admissionregistration.k8s.io, CA Expires, 29, Warning",
			"mutatingwebhookconfigurations.admissionregistration.k8s.io, CA Expires, 29, Warning",
			"mutatingwebhookconfigurations.admissionregistration.k8s.io, CA Expires, 31, Healthy"})
	void aCertificateThatEndsWithinAMonthIsAWarning(String kind, String heading, int days, String expected) {
		HealthRules rules = HealthRules.of(new Kinds().of(KindKey.parse(kind)).orElseThrow().health());
		assertThat(health(rules, heading + ":deadline", NOW + days * 86_400_000L)).isEqualTo(expected);
	}

	@Test
	void theRulesOfAKindComeFirst() {
		HealthRules rules = HealthRules.of(List.of(
				new HealthRule(Health.WARNING, Filter.parse("restarts>10")),
				new HealthRule(Health.IDLE, Filter.parse("status=Running name=sleeper"))));
		assertThat(health(rules, "Status,Restarts:integer", "Running", 11L)).isEqualTo("Warning");
		assertThat(health(rules, "Status,Restarts:integer", "Running", 1L)).isEqualTo("Healthy");
		assertThat(health(rules, "Status", "Running")).as("a rule of a column that is not there").isEqualTo("Healthy");
	}

	@Test
	void whereNoRuleHasItsColumnsNothingIsLookedAt() {
		HealthRun run = HealthRules.of(List.of()).on(List.of(new Column("Name", "string", false, "")), NOW);
		assertThat(run).isSameAs(HealthRun.NONE);
		assertThat(run.tells()).isFalse();
	}

	@Test
	void aRuleOfAgesTellsWhenItMayFit() {
		HealthRules rules = HealthRules
				.of(List.of(new HealthRule(Health.FAILED, Filter.parse("status=Pending age>10m"))));
		List<Column> columns = List.of(new Column("Status", "string", false, ""));
		HealthRun run = rules.on(columns, NOW);
		Row row = new Row("u", "web", "a", "1", NOW - 60_000, new Object[]{"Pending"});
		assertThat(run.of("dev", FakeServer.WIDGETS, row)).isEqualTo(Health.PROGRESSING);
		assertThat(run.nextChange()).isBetween(NOW + 540_000, NOW + 541_000);
		assertThat(rules.on(columns, run.nextChange()).of("dev", FakeServer.WIDGETS, row)).isEqualTo(Health.FAILED);
	}
}

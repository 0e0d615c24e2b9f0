package org.fleetdesk.core.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.kinds.Relation.Form;
import org.fleetdesk.kube.read.RowPlan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorReaderTest {
	private static final String FILE = "mine/widgets.example.org.yaml";

	private static DescriptorReader.Read read(String text) {
		return DescriptorReader.read(FILE, text, "mine");
	}

	@Test
	void aFileIsReadAsItStands() {
		DescriptorReader.Read read = read(
				"""
						kind: widgets.example.org
						versions: [v1, v1beta1]
						columns:
						  - {name: Ready, reduce: ratio, paths: [status.ready, spec.replicas]}
						  - {name: Size, type: bytes, path: spec.size}
						  - {name: Used, type: bytes, path: status.used, bar: Size, wide: true}
						health:
						  - {is: failed, when: 'ready=0/1 used>1Gi'}
						relations:
						  - {name: mounts, to: configmaps, paths: ['spec.volumes[*].configMap.name', spec.config], except: ['*', none]}
						  - {name: uses, reference: spec.classRef, to: classes.example.org, namespace: spec.classRef.namespace}
						  - {name: grants, reference: spec.roleRef, among: [roles.example.org, '*.x.org', custom], optional: optional}
						  - {name: runs, to: pods, path: spec.pod, cluster: [spec.server], here: [local]}
						  - {name: selects, to: pods, selector: spec.selector}
						  - {name: owns, owns: replicasets.apps}
						details:
						  - title: Parts
						    each: spec.parts[*]
						    fields: [{name: Class, path: class, link: classes.example.org}]
						revisions: {kind: replicasets.apps, number: "metadata.annotations['a.b/c']", template: spec.template, in: spec.template}
						capabilities: [scale, logs]
						links: [{title: Open, url: 'https://{spec.rules[*].host}/{spec.paths.{a,b}}'}]
						""");
		assertThat(read.problems()).isEmpty();
		Descriptor widget = read.descriptor().orElseThrow();
		assertThat(widget.kind()).isEqualTo(new KindKey("example.org", "widgets"));
		assertThat(widget.versions()).containsExactly("v1", "v1beta1");
		assertThat(widget.columns()).extracting(c -> c.column().name()).containsExactly("Ready", "Size", "Used");
		assertThat(widget.columns()).extracting(RowPlan.Cell::reduce).containsExactly("ratio", "first", "first");
		assertThat(widget.columns().get(2).column().wide()).isTrue();
		assertThat(widget.bars()).containsOnlyKeys("Used").containsEntry("Used", "Size");
		assertThat(widget.health())
				.containsExactly(new HealthRule(Health.FAILED, Filter.parse("ready=0/1 used>1Gi")));
		assertThat(widget.relations()).containsExactly(
				new Relation("mounts", Form.NAME, Optional.of(KindKey.parse("configmaps")),
						List.of("spec.volumes[*].configMap.name", "spec.config"), "", Set.of("*", "none")),
				new Relation("uses", Form.REFERENCE, Optional.of(KindKey.parse("classes.example.org")),
						List.of("spec.classRef"), "spec.classRef.namespace", Set.of()),
				new Relation("grants", Form.REFERENCE, Optional.empty(), List.of("spec.roleRef"), "", Set.of(),
						new Relation.Reach(Set.of("roles.example.org", "*.x.org", "custom"), List.of(), Set.of(),
								"optional")),
				new Relation("runs", Form.NAME, Optional.of(KindKey.parse("pods")), List.of("spec.pod"), "", Set.of(),
						new Relation.Reach(Set.of(), List.of("spec.server"), Set.of("local"), "")),
				new Relation("selects", Form.SELECTOR, Optional.of(KindKey.parse("pods")), List.of("spec.selector"),
						"", Set.of()),
				new Relation("owns", Form.OWNER, Optional.of(KindKey.parse("replicasets.apps")), List.of(), "",
						Set.of()));
		assertThat(widget.details()).singleElement().satisfies(section -> {
			assertThat(section.each()).isEqualTo("spec.parts[*]");
			assertThat(section.fields().getFirst().link()).contains(KindKey.parse("classes.example.org"));
		});
		assertThat(widget.revisions()).isPresent();
		assertThat(widget.capabilities()).containsExactlyInAnyOrder("scale", "logs");
		assertThat(widget.links()).hasSize(1);
		assertThat(widget.pack()).isEqualTo("mine");
	}

	@Test
	void aKindAloneIsEnough() {
		assertThat(read("kind: widgets.example.org").descriptor()).hasValueSatisfying(widget -> {
			assertThat(widget.columns()).isEmpty();
			assertThat(widget.versions()).isEmpty();
		});
	}

	static Stream<Arguments> mistakes() {
		return Stream.of(
				Arguments.of("versions: [v1]", 1, "kind is missing"),
				Arguments.of("kind: Widgets.example.org", 1, "Widgets.example.org is no kind"),
				Arguments.of("kind: gadgets.example.org", 1, "must be called gadgets.example.org.yaml"),
				Arguments.of("kind: 7", 1, "kind must be a text"),
				Arguments.of("kind: widgets.example.org\ncolums: []", 2, "colums is no key here"),
				Arguments.of("kind: widgets.example.org\nversions: v1", 2, "versions must be a list"),
				Arguments.of("kind: widgets.example.org\ncolumns:\n  - x", 3, "Each entry of columns must be a map"),
				column("{path: spec.a}", "name is missing"),
				column("{name: A, path: 'spec..a'}", "spec..a is no path"),
				column("{name: A, path: spec.a, type: money}", "money is no type"),
				column("{name: A, path: spec.a, reduce: guess}", "guess is no word"),
				column("{name: A, path: spec.a, wide: maybe}", "wide must be true or false"),
				column("{name: A, path: spec.a, paths: [spec.b]}", "Write either path or paths"),
				column("{name: A, path: spec.a, color: red}", "color is no key here"),
				column("{name: B, path: spec.a}", "There are two columns of the name B"),
				column("{name: A, type: integer, path: spec.a, bar: C}", "the column C, which this kind does not have"),
				column("{name: A, type: integer, path: spec.a, bar: B}", "only if both are numbers"),
				rest("health:\n  - {is: poorly, when: b=1}", 5, "poorly is none of the words"),
				rest("health:\n  - {is: failed, when: 'b=('}", 5, ""),
				rest("health:\n  - {is: failed, when: 'size>3'}", 5, "size"),
				rest("relations:\n  - {name: a, to: pods}", 5, "one of path, paths, reference, selector and owns"),
				rest("relations:\n  - {name: a, path: spec.a, selector: spec.b, to: pods}", 5, "A relation has one of"),
				rest("relations:\n  - {name: a, path: spec.a}", 5, "to is missing"),
				rest("relations:\n  - {name: a, to: pods, path: [spec.a]}", 5, "path must be a text"),
				rest("relations:\n  - {name: a, to: pods, path: spec.a, paths: [spec.b]}", 5,
						"Write either path or paths"),
				rest("relations:\n  - {name: a, owns: pods, to: pods}", 5, "leave to out"),
				rest("relations:\n  - {name: a, to: Pods, path: spec.a}", 5, "Pods is no kind"),
				rest("relations:\n  - {name: a, to: pods, path: 'a b'}", 5, "a b is no path"),
				rest("relations:\n  - {name: a, to: pods, selector: spec.a, except: [b]}", 5, "Only where names stand"),
				rest("relations:\n  - {name: a, to: pods, path: spec.a, except: b}", 5, "except must be a list"),
				rest("relations:\n  - {name: a, to: pods, path: spec.a, among: [b]}", 5, "Only a reference"),
				rest("relations:\n  - {name: a, reference: spec.a, among: ['*']}", 5, "* is no kind"),
				rest("relations:\n  - {name: a, to: pods, selector: spec.a, optional: b}", 5, "optional goes only"),
				rest("relations:\n  - {name: a, owns: pods, cluster: [b]}", 5, "cluster goes only"),
				rest("relations:\n  - {name: a, to: pods, path: spec.a, here: [b]}", 5, "at cluster say where"),
				rest("relations:\n  - {name: a, to: pods, path: spec.a, cluster: ['a b']}", 5, "a b is no path"),
				rest("relations:\n  - {name: a, to: pods, path: spec.a, optional: a.b}", 5, "a.b is no field"),
				rest("details:\n  - {title: A}", 5, "fields is missing"),
				rest("details:\n  - {title: A, fields: [{name: B, path: '['}]}", 5, "[ is no path"),
				rest("details:\n  - {title: A, each: '[', fields: [{name: B, path: b}]}", 5, "[ is no path"),
				rest("revisions: {kind: pods, number: a, template: b}", 4, "in is missing"),
				rest("revisions: {number: a, template: b, in: c}", 4, "kind is missing"),
				rest("capabilities: [fly]", 4, "fly is none of the words"),
				rest("links: [{title: A, url: 'ftp://x'}]", 4, "An address begins with"),
				rest("links: [{title: A, url: 'https://{spec.a'}]", 4, "Each brace"),
				rest("links: [{title: A, url: 'https://{spec..a}'}]", 4, "spec..a is no path"),
				Arguments.of("- kind", 1, "This must be one map"), Arguments.of("", 1, "This must be one map"),
				Arguments.of("kind: widgets.example.org\ncolumns: [", 2, ""),
				Arguments.of("kind: widgets.example.org\nkind: widgets.example.org", 2, "kind"));
	}

	private static Arguments column(String column, String sentence) {
		return Arguments.of("kind: widgets.example.org\ncolumns:\n  - {name: B, path: spec.b}\n  - " + column, 4,
				sentence);
	}

	private static Arguments rest(String rest, int line, String sentence) {
		return Arguments.of("kind: widgets.example.org\ncolumns:\n  - {name: B, path: spec.b}\n" + rest, line,
				sentence);
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void everyMistakeIsOneSentenceAtItsLine(String text, int line, String sentence) {
		DescriptorReader.Read read = read(text);
		assertThat(read.descriptor()).isEmpty();
		assertThat(read.problems()).singleElement().satisfies(problem -> {
			assertThat(problem.file()).isEqualTo(FILE);
			assertThat(problem.line()).isEqualTo(line);
			assertThat(problem.column()).isPositive();
			assertThat(problem.sentence()).contains(sentence).endsWith(".").doesNotContain("\n");
			assertThat(problem.finding().text()).contains("line " + line);
		});
	}

	@Test
	void allMistakesOfAFileAreToldAtOnce() {
		assertThat(read("columns:\n  - {path: '['}\ncapabilities: [fly]\ndinner: soup").problems())
				.extracting(PackProblem::line).containsExactly(1, 2, 2, 3, 4);
	}

	@ParameterizedTest
	@ValueSource(strings = {"columns: [{name: A, path: data.password}]", "columns: [{name: A, paths: [type, data.a]}]",
			"columns: [{name: A, path: 'data.*', reduce: join}]", "columns: [{name: A, path: data, reduce: pairs}]",
			"columns: [{name: A, path: \"['data'].a\"}]", "columns: [{name: A, path: stringData.a}]",
			"columns: [{name: A, type: integer, path: data.port}]", "columns: [{name: A, path: 'data.{a,b}'}]",
			"columns: [{name: A, path: metadata.annotations, reduce: pairs}]",
			"columns: [{name: A, path: 'metadata.annotations.{kubectl*}', reduce: join}]",
			"columns: [{name: A, path: \"metadata.annotations['kubectl.kubernetes.io/last-applied-configuration']\"}]",
			"details: [{title: A, fields: [{name: B, path: data.a}]}]",
			"details: [{title: A, each: 'data.*', fields: [{name: B, path: value}]}]",
			"details: [{title: A, each: metadata, fields: [{name: B, path: annotations, reduce: pairs}]}]",
			"relations: [{name: a, to: pods, path: data.a}]",
			"relations: [{name: a, to: pods, path: metadata.name, namespace: data.a}]",
			"relations: [{name: a, to: pods, path: metadata.name, cluster: [data.a]}]",
			"links: [{title: A, url: 'https://a.test/{data.a}'}]",
			"revisions: {kind: pods, number: a, template: b, in: data}"})
	void aDescriptorOfSecretsThatWouldShowTheirDataIsRefusedAtItsLine(String text) {
		DescriptorReader.Read read = DescriptorReader.read("mine/secrets.yaml", "kind: secrets\n" + text, "mine");
		assertThat(read.descriptor()).isEmpty();
		assertThat(read.problems()).singleElement().satisfies(problem -> {
			assertThat(problem.file()).isEqualTo("mine/secrets.yaml");
			assertThat(problem.line()).isEqualTo(2);
			assertThat(problem.sentence()).contains("would show what a Secret hides");
		});
	}

	@Test
	void revisionsThatAreKeptInSecretsAreRefusedToo() {
		assertThat(read(
				"kind: widgets.example.org\nrevisions: {kind: secrets, number: metadata.name, template: data, in: spec}")
				.problems()).singleElement()
				.satisfies(problem -> assertThat(problem.sentence()).contains("would show what a Secret hides"));
	}

	@Test
	void aDescriptorOfSecretsMayTellOfTheirData() {
		assertThat(DescriptorReader.read("mine/secrets.yaml", """
				kind: secrets
				columns:
				  - {name: Data, type: integer, reduce: count, path: 'data.*'}
				  - {name: Keys, reduce: keys, path: data}
				  - {name: Ends, type: date, reduce: certificateExpiry, path: "data['tls.crt']"}
				  - {name: Owner, path: "metadata.annotations['example.org/owner']"}
				details:
				  - {title: Keys, each: 'data.*', fields: [{name: Key, path: key}]}
				""", "mine").problems()).isEmpty();
	}
}

package org.fleetdesk.cli.get;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.fleetdesk.kube.read.Scope;
import org.junit.jupiter.api.Test;

class WantedTest {

	private static String read(String... arguments) {
		Wanted wanted = Wanted.of(List.of(arguments));
		return wanted.items().stream().map(i -> i.type() + i.name().map(n -> "/" + n).orElse(""))
				.collect(Collectors.joining(" ")) + (wanted.single() ? " single" : "");
	}

	@Test
	void argumentsMeanWhatTheyMeanToKubectl() {
		assertThat(read("pods")).isEqualTo("pods");
		assertThat(read("po,svc")).isEqualTo("po svc");
		assertThat(read("pod", "a")).isEqualTo("pod/a single");
		assertThat(read("pod/a")).isEqualTo("pod/a single");
		assertThat(read("pod", "a", "b")).isEqualTo("pod/a pod/b");
		assertThat(read("deploy/a", "svc/b")).isEqualTo("deploy/a svc/b");
		assertThat(read("po,svc", "a")).isEqualTo("po/a svc/a");
	}

	@Test
	void mixedFormsAreRefusedInKubectlsWords() {
		assertThatThrownBy(() -> read("po", "svc/a"))
				.hasMessageContaining("there is no need to specify a resource type");
		assertThatThrownBy(() -> read("po/a/b")).hasMessageContaining("may not have more than one slash");
		assertThatThrownBy(() -> read("po/")).hasMessageContaining("must have a single resource and name");
		assertThatThrownBy(() -> read("po,")).hasMessageContaining("missing");
		assertThatThrownBy(() -> read()).hasMessageContaining("Required resource not specified");
	}

	@Test
	void aNameCannotWidenTheFieldSelectorItIsAskedBy() {
		Part part = new Part(new Scope(BuiltIn.find("po").orElseThrow(), "n", "", ""),
				Optional.of("a,metadata.name=b\\"));
		assertThat(part.list().fields()).isEqualTo("metadata.name=a\\,metadata.name\\=b\\\\");
	}
}

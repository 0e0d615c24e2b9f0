package org.fleetdesk.cli.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ExecConsents;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.kube.config.ExecBinary;
import org.fleetdesk.kube.config.KubeUser;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code consent}: allows the login plugins of contexts to run from now on, or takes every consent back. */
@Command(name = "consent", resourceBundle = Texts.BUNDLE)
public final class ConsentCommand implements Callable<Integer> {
	private final Assembly assembly;

	@Mixin
	ClusterOptions clusters = new ClusterOptions();

	@Parameters(paramLabel = "CLUSTER", arity = "0..*", descriptionKey = "consent.arguments")
	List<String> names = new ArrayList<>();

	@Option(names = "--forget")
	boolean forget;

	/** The command of a program. */
	public ConsentCommand(Assembly assembly) {
		this.assembly = assembly;
	}

	@Override
	public Integer call() throws InterruptedException {
		ExecConsents consents = assembly.consents();
		if (forget) {
			consents.forget();
			assembly.terminal().say(Texts.text("consent.forgotten"));
		} else if (names.isEmpty()) {
			throw Failure.of("consent.nobody");
		}
		try (Fleet fleet = clusters.fleet(assembly)) {
			for (String name : names) {
				List<Cluster> matching = ClusterOptions.matching(fleet, name);
				if (matching.isEmpty()) {
					throw Failure.of("clusters.none", name);
				}
				matching.forEach(cluster -> cluster.context().user().exec().ifPresentOrElse(exec -> {
					KubeUser.Exec found = ExecBinary.resolved(exec, assembly.environment()).orElse(exec);
					consents.remember(ExecConsents.key(found));
					assembly.terminal().say(Texts.text("consent.given", cluster.name(), found.safeLine()));
				}, () -> assembly.terminal().say(Texts.text("consent.needless", cluster.name()))));
			}
		}
		return 0;
	}
}

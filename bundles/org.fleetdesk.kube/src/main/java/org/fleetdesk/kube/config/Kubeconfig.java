package org.fleetdesk.kube.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.kube.Finding;

/**
 * One source of contexts: the files of KUBECONFIG merged as kubectl merges them, or one file, or pasted text. Immutable.
 *
 * @param contexts the contexts that can be used, in the files' order
 * @param current the name of the current context, if it is one of them
 * @param findings what is wrong or shadowed; a bad entry spoils only itself
 */
public record Kubeconfig(List<KubeContext> contexts, Optional<String> current, List<Finding> findings) {
	public Kubeconfig {
		contexts = List.copyOf(contexts);
		Objects.requireNonNull(current);
		findings = List.copyOf(findings);
	}
}

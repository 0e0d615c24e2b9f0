package org.fleetdesk.kube.discovery;

import java.util.Objects;

/**
 * What {@code /version} answers.
 *
 * @param gitVersion such as "v1.34.2" or "v1.33.1+k3s1"
 * @param platform such as "linux/amd64", may be empty
 */
public record ServerVersion(String gitVersion, String platform) {
	public ServerVersion {
		Objects.requireNonNull(gitVersion);
		Objects.requireNonNull(platform);
	}
}

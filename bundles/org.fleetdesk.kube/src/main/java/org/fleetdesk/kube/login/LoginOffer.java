package org.fleetdesk.kube.login;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How a person can log in, by one of two ways or either.
 *
 * @param cluster the cluster's name as the user knows it
 * @param issuer who asks for the login
 * @param page a page for the browser of this computer; it holds no secret, and leads back to this program
 * @param device a page and a code for any browser anywhere
 * @param until when the offer ends
 * @param cancel ends the wait; from any thread
 */
public record LoginOffer(String cluster, URI issuer, Optional<URI> page, Optional<Device> device, Instant until,
		Runnable cancel) {
	public LoginOffer {
		Objects.requireNonNull(cluster);
		Objects.requireNonNull(issuer);
		Objects.requireNonNull(page);
		Objects.requireNonNull(device);
		Objects.requireNonNull(until);
		Objects.requireNonNull(cancel);
	}

	/**
	 * A login from another device.
	 *
	 * @param page where to go
	 * @param code what to type there
	 */
	public record Device(URI page, String code) {
		public Device {
			Objects.requireNonNull(page);
			Objects.requireNonNull(code);
		}
	}
}

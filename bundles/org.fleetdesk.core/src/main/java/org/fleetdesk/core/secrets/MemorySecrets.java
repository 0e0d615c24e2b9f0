package org.fleetdesk.core.secrets;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps secrets until the program ends. */
public final class MemorySecrets implements SecretStore {
	private final Map<String, String> secrets = new ConcurrentHashMap<>();

	@Override
	public Optional<String> read(String name) {
		return Optional.ofNullable(secrets.get(name));
	}

	@Override
	public void write(String name, String secret) {
		secrets.put(name, secret);
	}

	@Override
	public void delete(String name) {
		secrets.remove(name);
	}
}

package org.fleetdesk.core.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.core.internal.Texts;

/**
 * The Secret Service of Linux desktops (GNOME Keyring, KWallet, KeePassXC) through libsecret's program
 * {@code secret-tool}. Where nobody may be asked, nothing is done that could ask to unlock a keyring: what is locked is
 * not read, and a secret is written only if its older one could be read.
 */
final class SecretTool implements SecretStore {
	static final String NAME = "secret-tool";
	private final Program program;
	private final boolean mayAsk;

	SecretTool(Program program, boolean mayAsk) {
		this.program = program;
		this.mayAsk = mayAsk;
	}

	/** Whether there is a session bus and the program. */
	static boolean there(Program program, Map<String, String> environment) {
		String bus = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
		return !bus.isEmpty() && !bus.startsWith("disabled:") && program.there(NAME);
	}

	private static List<String> command(String verb, String name) {
		return List.of(NAME, verb, "application", "fleetdesk", "name", name);
	}

	@Override
	public Optional<String> read(String name) throws Unavailable, InterruptedException {
		Program.Result found = program.run(command("search", name), "");
		for (String line : found.output().lines().toList()) {
			if (line.startsWith("secret = ")) {
				return Optional.of(decoded(line.substring(9)));
			}
		}
		if (found.output().isBlank()) {
			return Optional.empty();
		}
		if (!mayAsk) {
			throw new Unavailable(Texts.text("secrets.keyring.locked"), null);
		}
		Program.Result asked = program.run(command("lookup", name), "");
		if (!asked.good()) {
			throw new Unavailable(Texts.text("secrets.keyring.locked"), null);
		}
		return Optional.of(decoded(asked.output()));
	}

	private static String decoded(String text) throws Unavailable {
		try {
			return new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8);
		} catch (IllegalArgumentException e) {
			throw new Unavailable(Texts.text("secrets.keyring.strange"), e);
		}
	}

	@Override
	public void write(String name, String secret) throws Unavailable, InterruptedException {
		if (!mayAsk && read(name).isEmpty()) {
			throw new Unavailable(Texts.text("secrets.keyring.locked"), null);
		}
		String text = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
		if (!program
				.run(List.of(NAME, "store", "--label", "Fleetdesk: " + name, "application", "fleetdesk", "name", name),
						text)
				.good()) {
			throw new Unavailable(Texts.text("secrets.keyring.locked"), null);
		}
	}

	@Override
	public void delete(String name) throws Unavailable, InterruptedException {
		program.run(command("clear", name), "");
	}
}

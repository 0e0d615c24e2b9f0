package org.fleetdesk.core.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.core.internal.Texts;

/** The login keychain of macOS through its program {@code security}, whose commands are given on its standard input. */
final class MacKeychain implements SecretStore {
	static final String NAME = "/usr/bin/security";
	private static final int NOT_FOUND = 44;
	private final Program program;

	MacKeychain(Program program) {
		this.program = program;
	}

	/** Names hold what a command line would take apart. */
	private static String account(String name) {
		return HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public Optional<String> read(String name) throws Unavailable, InterruptedException {
		Program.Result found = program
				.run(List.of(NAME, "find-generic-password", "-s", "fleetdesk", "-a", account(name), "-w"), "");
		if (found.exit() == NOT_FOUND) {
			return Optional.empty();
		}
		if (!found.good()) {
			throw new Unavailable(Texts.text("secrets.keyring.locked"), null);
		}
		try {
			return Optional.of(new String(Base64.getDecoder().decode(found.output().strip()), StandardCharsets.UTF_8));
		} catch (IllegalArgumentException e) {
			throw new Unavailable(Texts.text("secrets.keyring.strange"), e);
		}
	}

	@Override
	public void write(String name, String secret) throws Unavailable, InterruptedException {
		String text = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
		program.run(List.of(NAME, "-i"),
				"add-generic-password -U -s fleetdesk -a " + account(name) + " -w " + text + "\n");
		if (!read(name).equals(Optional.of(secret))) { // -i ends well whatever its commands do
			throw new Unavailable(Texts.text("secrets.keyring.locked"), null);
		}
	}

	@Override
	public void delete(String name) throws Unavailable, InterruptedException {
		program.run(List.of(NAME, "delete-generic-password", "-s", "fleetdesk", "-a", account(name)), "");
	}
}

package org.fleetdesk.core.secrets;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.settings.SettingsFolder;

/**
 * Windows' Data Protection, which seals for the user who is logged in, through Windows PowerShell; what it sealed stands
 * in the settings folder.
 */
final class WindowsProtection implements SecretStore {
	private static final String FILE = "secrets-windows.json";
	private static final String SCRIPT = "Add-Type -AssemblyName System.Security;"
			+ "$b=[Convert]::FromBase64String([Console]::In.ReadToEnd());"
			+ "[Convert]::ToBase64String([Security.Cryptography.ProtectedData]::%s($b,$null,'CurrentUser'))";

	/** The settings file: sealed secrets by name. */
	record Saved(Map<String, String> sealed) {
		Saved {
			sealed = sealed == null ? Map.of() : Map.copyOf(sealed);
		}
	}

	private final Program program;
	private final SettingsFolder folder;

	WindowsProtection(Program program, SettingsFolder folder) {
		this.program = program;
		this.folder = folder;
	}

	private String convert(String verb, String text) throws Unavailable, InterruptedException {
		Program.Result result = program.run(
				List.of("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", SCRIPT.formatted(verb)), text);
		if (!result.good() || result.output().isBlank()) {
			throw new Unavailable(Texts.text("secrets.keyring.failed", "powershell.exe"), null);
		}
		return result.output().strip();
	}

	@Override
	public Optional<String> read(String name) throws Unavailable, InterruptedException {
		String sealed = folder.read(FILE, Saved.class).map(s -> s.sealed().getOrDefault(name, "")).orElse("");
		if (sealed.isEmpty()) {
			return Optional.empty();
		}
		try {
			return Optional.of(new String(Base64.getDecoder().decode(convert("Unprotect", sealed)),
					StandardCharsets.UTF_8));
		} catch (IllegalArgumentException e) {
			throw new Unavailable(Texts.text("secrets.keyring.strange"), e);
		}
	}

	@Override
	public void write(String name, String secret) throws Unavailable, InterruptedException {
		String sealed = convert("Protect",
				Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
		change(name, Optional.of(sealed));
	}

	@Override
	public void delete(String name) throws Unavailable {
		change(name, Optional.empty());
	}

	private void change(String name, Optional<String> sealed) throws Unavailable {
		try {
			folder.change(FILE, Saved.class, new Saved(Map.of()), old -> {
				Map<String, String> all = new HashMap<>(old.sealed());
				sealed.ifPresentOrElse(s -> all.put(name, s), () -> all.remove(name));
				return new Saved(all);
			});
		} catch (UncheckedIOException e) {
			throw new Unavailable(Texts.text("secrets.file.unwritable", folder.file(FILE)), e);
		}
	}
}

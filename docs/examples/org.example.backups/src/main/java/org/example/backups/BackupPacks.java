package org.example.backups;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.core.kinds.PackProvider;

/** Brings the pack that stands beside this class, in {@code packs/demo-backups}. Safe for any thread. */
public final class BackupPacks implements PackProvider {
	private final PackProvider packs = PackProvider.beside(BackupPacks.class, "demo-backups");

	@Override
	public List<String> packs() {
		return packs.packs();
	}

	@Override
	public Optional<InputStream> open(String pack, String file) throws IOException {
		return packs.open(pack, file);
	}
}

package org.fleetdesk.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.kube.login.LoginOffer;
import org.junit.jupiter.api.Test;

class TerminalLoginTest {

	@Test
	void bothWaysStandOnStandardErrorAlone() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		Terminal terminal = new Terminal(out, new PrintStream(err, true, StandardCharsets.UTF_8),
				new ByteArrayInputStream(new byte[0]), true);
		new TerminalLogin(terminal).show(new LoginOffer("prod", URI.create("https://issuer"),
				Optional.of(URI.create("https://issuer/auth?x=1")),
				Optional.of(new LoginOffer.Device(URI.create("https://issuer/device"), "ABCD-EFGH")), Instant.EPOCH,
				() -> {
					throw new AssertionError("nobody cancelled");
				})).close();
		assertThat(out.size()).isZero();
		assertThat(err.toString(StandardCharsets.UTF_8)).contains("prod", "https://issuer", "https://issuer/auth?x=1",
				"https://issuer/device", "ABCD-EFGH");
	}
}

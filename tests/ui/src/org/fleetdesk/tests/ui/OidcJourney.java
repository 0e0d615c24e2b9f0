package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.login.PageOpener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logging in by OpenID Connect; a client of HTTP is the browser. */
@ExtendWith(WorkbenchExtension.class)
class OidcJourney {

	private static final String TITLE = "Log In to oidc-login";

	private HttpClient browser;
	private PageOpener usual;

	/** The browser of a person who has waved the certificate of the test's issuer through. */
	private static final class Trusting extends X509ExtendedTrustManager {
		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type) {
			// never asked
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
			// never asked
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
			// never asked
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type) {
			// any
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
			// any
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
			// any
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return new X509Certificate[0];
		}
	}

	@BeforeEach
	void start() throws Exception {
		Journey.needsControlPlane();
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(null, new TrustManager[]{new Trusting()}, new SecureRandom());
		browser = HttpClient.newBuilder().followRedirects(Redirect.ALWAYS).sslContext(tls).build();
		usual = context().get(PageOpener.class);
		context().set(PageOpener.class, this::browse);
		FleetPage.show();
	}

	@AfterEach
	void end() {
		context().set(PageOpener.class, usual);
		browser.close();
	}

	private static IEclipseContext context() {
		return Ui.ask(() -> PlatformUI.getWorkbench().getService(IEclipseContext.class));
	}

	private boolean browse(URI page) {
		browser.sendAsync(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
		return true;
	}

	@Test
	void aPersonCancelsTriesAgainLogsInAndSeesNodes() {
		FleetPage.open("oidc-login");
		Ui.await("the dialog", () -> Controls.shell(TITLE).isPresent());
		Text code = Controls.await("the code", Text.class, t -> t.getText().matches("[A-Z]{4}-[A-Z]{4}"));
		assertTrue(Ui.ask(() -> {
			Point wanted = code.computeSize(SWT.DEFAULT, SWT.DEFAULT);
			return code.getSize().x >= wanted.x && code.getSize().y >= wanted.y;
		}), "the code is whole");
		Journey.photograph("oidc-login");
		Controls.push("Cancel", b -> b.getText().equals("Cancel") && b.getShell().getText().equals(TITLE));
		FleetPage.await("oidc-login", "away since");
		assertFalse(Ui.ask(() -> Controls.shell(TITLE).isPresent()));
		Journey.photograph("oidc-cancelled");
		FleetPage.click("oidc-login");
		Ui.later(() -> Ui.execute("org.eclipse.ui.file.refresh"));
		Ui.await("the dialog again", () -> Controls.shell(TITLE).isPresent());
		Button open = Controls.await("Open Browser", Button.class, b -> b.getText().equals("Open &Browser"));
		assertTrue(Ui.ask(() -> open.getShell().getDefaultButton() == open && open.isFocusControl()));
		Controls.push("Open Browser", b -> b == open);
		FleetPage.await("oidc-login", "nodes");
		Ui.await("the dialog is gone", () -> Controls.shell(TITLE).isEmpty());
		Journey.photograph("oidc-open");
	}

	@Test
	void preferencesSayWhereSecretsAre() {
		PreferenceDialog dialog = Ui.ask(() -> PreferencesUtil.createPreferenceDialogOn(Ui.window(),
				"org.fleetdesk.ui.page.secrets", null, null));
		Ui.later(dialog::open);
		Button memory = Controls.await("the page", Button.class, b -> b.getText().equals("In &memory only"));
		Ui.await("memory is in use where there is no keyring", memory::getSelection);
		Journey.photograph("secrets");
		Ui.run(dialog::close);
	}
}

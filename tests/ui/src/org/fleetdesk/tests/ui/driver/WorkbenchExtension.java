package org.fleetdesk.tests.ui.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.ui.PlatformUI;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.ui.Application;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * Opens the workbench once for all journeys, on a thread of its own, and closes it after the last. A journey fails with a
 * screenshot when anything wrote an error to the log meanwhile.
 */
public final class WorkbenchExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

	private static volatile Set<String> started = Set.of();

	private final List<IStatus> errors = new ArrayList<>();
	private final ILogListener listener = (status, plugin) -> {
		if (status.getSeverity() == IStatus.ERROR) {
			synchronized (errors) {
				errors.add(status);
			}
		}
	};

	/** Each class of journeys begins with the real control plane's contexts, whatever the one before has left. */
	@Override
	public void beforeAll(ExtensionContext context) {
		Journey.seeControlPlane(true);
		if (PlatformUI.isWorkbenchRunning() && Journey.hasControlPlane()) {
			Ui.await("the real control plane's contexts", () -> PlatformUI.getWorkbench().getService(Fleet.class)
					.clusters().stream().anyMatch(cluster -> cluster.name().equals("admin-cert")));
		}
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		errors.clear();
		Platform.addLogListener(listener);
		context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(Running.class);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Platform.removeLogListener(listener);
		if (context.getExecutionException().isPresent() && PlatformUI.isWorkbenchRunning()) {
			Screenshot.take("failed-" + context.getRequiredTestClass().getSimpleName() + "-"
					+ context.getRequiredTestMethod().getName());
		}
		synchronized (errors) {
			if (!errors.isEmpty()) {
				throw new AssertionError("errors in the log: " + errors, errors.get(0).getException());
			}
		}
	}

	/** The bundles that were active when the window was there. Most become so when a class of theirs is needed. */
	public static Set<String> started() {
		return started;
	}

	/** The workbench that runs; public for JUnit, which makes it once and closes it at the end. */
	public static final class Running implements AutoCloseable {

		private final Thread thread;

		/** Opens the workbench and waits for its window. */
		public Running() {
			Journey.seeControlPlane(true);
			BundleContext bundles = FrameworkUtil.getBundle(Platform.class).getBundleContext();
			IApplicationContext context = bundles.getService(bundles.getServiceReference(IApplicationContext.class));
			Look.wear();
			thread = new Thread(() -> new Application().start(context), "workbench");
			thread.start();
			Ui.await("the workbench's window", Duration.ofSeconds(90),
					() -> PlatformUI.isWorkbenchRunning() && Ui.ask(() -> PlatformUI.getWorkbench()
							.getWorkbenchWindowCount() > 0 && Ui.window().isVisible()));
			started = Arrays.stream(bundles.getBundles()).filter(bundle -> bundle.getState() == Bundle.ACTIVE)
					.map(Bundle::getSymbolicName).collect(Collectors.toUnmodifiableSet());
		}

		@Override
		public void close() throws InterruptedException {
			Ui.display().asyncExec(() -> PlatformUI.getWorkbench().close());
			thread.join(Duration.ofSeconds(20));
		}
	}
}

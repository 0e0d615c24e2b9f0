package org.fleetdesk.ui.demo;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Source;
import org.fleetdesk.demo.DemoFleet;
import org.fleetdesk.kube.config.KubeconfigReader;
import org.fleetdesk.ui.Errands;
import org.fleetdesk.ui.Failures;

/**
 * Starts the demo clusters when somebody asks for them, and again at the next start of the program if they were still there
 * when it ended, so that what was open can be restored. They join the fleet as a source of their own, which ends them when
 * it is removed or the program ends; their kubeconfig and its tokens stay in memory. Until then nothing of them is loaded.
 * Safe for any thread; the assembly makes it.
 */
public final class DemoClusters {
	private final Fleet fleet;
	private final KubeconfigReader reader;
	private final Errands errands;
	private final Failures failures;
	private final AtomicBoolean starting = new AtomicBoolean();

	/** Demo clusters of a fleet. */
	public DemoClusters(Fleet fleet, KubeconfigReader reader, Errands errands, Failures failures) {
		this.fleet = Objects.requireNonNull(fleet);
		this.reader = Objects.requireNonNull(reader);
		this.errands = Objects.requireNonNull(errands);
		this.failures = Objects.requireNonNull(failures);
	}

	/** Whether they are part of the fleet. */
	public boolean running() {
		return fleet.sources().stream().anyMatch(Source::demo);
	}

	/** Whether they are on their way. */
	public boolean starting() {
		return starting.get();
	}

	/**
	 * Starts them, in the background, if they do not run and are not on their way; takes a second or two.
	 *
	 * @param then run on some thread when they run, or cannot be started, which is told here
	 */
	public void start(Runnable then) {
		errands.run(Messages.settings_failed, () -> {
			try {
				startNow();
			} finally {
				then.run();
			}
		});
	}

	/** Starts them, on the caller's thread, if the program ended with them. */
	public void restore() {
		if (fleet.demoWanted()) {
			startNow();
		}
	}

	private void startNow() {
		if (running() || !starting.compareAndSet(false, true)) {
			return;
		}
		try {
			DemoFleet demo = DemoFleet.start();
			try {
				fleet.addDemo(Messages.source, reader.parse(demo.kubeconfig(), Messages.source), demo::close);
			} catch (RuntimeException e) {
				demo.close();
				throw e;
			}
		} catch (IllegalStateException e) {
			failures.report(NLS.bind(Messages.failed, e.getMessage()), e);
		} finally {
			starting.set(false);
		}
	}
}

package org.fleetdesk.ui;

import org.fleetdesk.core.Registration;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.core.kinds.PackProvider;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Adds the packs of other bundles to what is known of kinds while their services are there. Safe for any thread. */
final class PackServices implements AutoCloseable {
	private final ServiceTracker<PackProvider, Registration> tracker;

	/** Looks for no services yet. */
	PackServices(BundleContext bundles, Kinds kinds) {
		tracker = new ServiceTracker<>(bundles, PackProvider.class, null) {
			@Override
			public Registration addingService(ServiceReference<PackProvider> reference) {
				return kinds.add(bundles.getService(reference));
			}

			@Override
			public void removedService(ServiceReference<PackProvider> reference, Registration added) {
				added.close();
				bundles.ungetService(reference);
			}
		};
	}

	/** Looks for services from now on. */
	void start() {
		tracker.open();
	}

	@Override
	public void close() {
		tracker.close();
	}
}

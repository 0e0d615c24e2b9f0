package org.fleetdesk.ui.compare;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.compare.Hand;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;

/**
 * What the sides of a comparison are called: with their clusters, unless both are of one.
 *
 * @param left the left one
 * @param right the right one
 * @param both both together
 */
record SideNames(String left, String right, String both) {

	/** The names of two sides. */
	static SideNames of(CompareInput input, Fleet fleet) {
		List<Optional<String>> clusters = List.of(cluster(input.side(Hand.LEFT), fleet),
				cluster(input.side(Hand.RIGHT), fleet));
		String left = input.side(Hand.LEFT).title();
		String right = input.side(Hand.RIGHT).title();
		if (clusters.getFirst().equals(clusters.getLast())) {
			return new SideNames(left, right, input.getName());
		}
		String first = named(left, clusters.getFirst());
		String second = named(right, clusters.getLast());
		boolean same = left.equals(right) && clusters.stream().allMatch(Optional::isPresent);
		return new SideNames(first, second, same
				? NLS.bind(Messages.title_clusters,
						new Object[]{left, clusters.getFirst().get(), clusters.getLast().get()})
				: NLS.bind(Messages.title_both, first, second));
	}

	private static String named(String title, Optional<String> cluster) {
		return cluster.map(name -> NLS.bind(Messages.title_in, title, name)).orElse(title);
	}

	private static Optional<String> cluster(SideRef side, Fleet fleet) {
		return side instanceof SideRef.OfObject object
				? Optional.of(fleet.cluster(object.ref().cluster()).map(Cluster::name)
						.orElse(object.ref().cluster()))
				: Optional.empty();
	}

	/** The name of a side. */
	String of(Hand hand) {
		return hand == Hand.LEFT ? left : right;
	}
}

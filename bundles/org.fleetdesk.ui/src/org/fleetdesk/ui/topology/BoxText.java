package org.fleetdesk.ui.topology;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.relations.RelationGraph.Node;
import org.fleetdesk.core.relations.RelationGraph.Presence;
import org.fleetdesk.core.topology.Topology.Box;
import org.fleetdesk.ui.table.HealthMark;

/**
 * What stands in a box: two lines, and all of it for its tip. How wide a box is comes of how many letters it has, since places
 * are found where no font can be measured.
 */
final class BoxText {
	/** What is left free above and below the lines. */
	static final double ABOVE = 3;
	private static final double BESIDE = 34; // the mark and what is left free
	private static final int SHORTEST = 12;
	private static final int LONGEST = 30;

	private BoxText() {
	}

	/** How wide a box is. */
	static double width(Box box, Lettering lettering) {
		int letters = Math.max(Lettering.letters(name(box)), Lettering.letters(second(box)));
		return BESIDE + lettering.width() * Math.max(letters, SHORTEST);
	}

	/** How high a box is. */
	static double height(Lettering lettering) {
		return 2 * (lettering.height() + ABOVE);
	}

	/** The first line. */
	static String name(Box box) {
		return shortened(box.node().id().name());
	}

	/** The second line: the kind, and for how many others it stands. */
	static String second(Box box) {
		return shortened(kind(box));
	}

	private static String kind(Box box) {
		int others = box.within().values().stream().mapToInt(Integer::intValue).sum();
		return others == 0 ? box.node().type() : NLS.bind(Messages.box_and_others, box.node().type(), others);
	}

	/** The end of a name says more than its middle. */
	private static String shortened(String text) {
		if (text.length() <= LONGEST) {
			return text;
		}
		int end = LONGEST / 3;
		return text.substring(0, LONGEST - end - 1) + "\u2026" + text.substring(text.length() - end);
	}

	/** How it is, in words; may be empty. */
	static String health(Box box) {
		Node node = box.node();
		return switch (node.presence()) {
			case MISSING -> Messages.box_missing;
			case OPTIONAL -> Messages.box_optional;
			case ELSEWHERE -> NLS.bind(Messages.box_elsewhere, node.id().cluster());
			case UNKNOWN -> Messages.box_unknown;
			case UNSERVED -> Messages.box_unserved;
			case THERE -> box.health().map(HealthMark::word).orElse("");
		};
	}

	/** All that is known, line by line. */
	static String tip(Box box) {
		Node node = box.node();
		String within = box.within().entrySet().stream().sorted(Map.Entry.comparingByKey())
				.map(each -> each.getKey() + ": " + each.getValue()).collect(Collectors.joining("\n"));
		return Stream.concat(Stream.of(node.type() + " " + node.id().name()),
				List.of(node.id().namespace(), health(box), node.presence() == Presence.THERE ? node.state() : "",
						within).stream())
				.filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
	}

	/** Whether it is there, as far as one may know. */
	static boolean there(Box box) {
		return box.node().presence() == Presence.THERE || box.node().presence() == Presence.UNKNOWN;
	}
}

package org.fleetdesk.ui.related;

import java.time.Instant;

import org.eclipse.osgi.util.NLS;
import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.relations.RelationGraph.Node;
import org.fleetdesk.core.relations.RelationGraph.Presence;
import org.fleetdesk.kube.text.Age;
import org.fleetdesk.ui.table.HealthMark;

/** The columns of the page: what stands in them. */
enum RelatedColumn {
	/** The object, or the group. */
	NAME(Messages.column_name, 6) {
		@Override
		String of(Node node, Instant now) {
			return node.id().name();
		}
	},
	/** Its kind. */
	KIND(Messages.column_kind, 4) {
		@Override
		String of(Node node, Instant now) {
			return node.type();
		}
	},
	/** What one does to the other. */
	HOW(Messages.column_how, 3) {
		@Override
		String of(Node node, Instant now) {
			return "";
		}
	},
	/** How it does. */
	STATE(Messages.column_state, 4) {
		@Override
		String of(Node node, Instant now) {
			return switch (node.presence()) {
				case MISSING -> Messages.missing;
				case OPTIONAL -> Messages.optional;
				case ELSEWHERE -> NLS.bind(Messages.elsewhere, node.id().cluster());
				case UNKNOWN -> Messages.unknown;
				case UNSERVED -> Messages.unserved;
				case THERE ->
					node.state().isEmpty() ? node.health().map(RelatedColumn::health).orElse("") : node.state();
			};
		}
	},
	/** Its age. */
	AGE(Messages.column_age, 2) {
		@Override
		String of(Node node, Instant now) {
			return node.created().map(created -> Age.text(created, now)).orElse("");
		}
	};

	private final String title;
	private final int weight;

	RelatedColumn(String title, int weight) {
		this.title = title;
		this.weight = weight;
	}

	String title() {
		return title;
	}

	int weight() {
		return weight;
	}

	abstract String of(Node node, Instant now);

	/** What stands in it. */
	String text(RelatedEntry entry, Instant now) {
		return switch (this) {
			case NAME -> entry.title();
			case HOW -> entry.how();
			default -> entry.node().map(node -> of(node, now)).orElse("");
		};
	}

	private static String health(Health health) {
		return health == Health.UNKNOWN ? "" : HealthMark.word(health);
	}

	/** Whether somebody should look at an object. */
	static boolean bad(Node node) {
		return node.presence() == Presence.MISSING
				|| node.health().filter(h -> h == Health.FAILED || h == Health.WARNING).isPresent();
	}
}

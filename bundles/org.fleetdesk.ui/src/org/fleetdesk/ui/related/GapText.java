package org.fleetdesk.ui.related;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.relations.RelationGraph.Gap;
import org.fleetdesk.core.relations.Relations;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.ui.table.FreshnessText;

/** What is not looked through for relations, and why, in sentences. */
public final class GapText {
	private GapText() {
	}

	/** One sentence for each; what is forbidden in one sentence, because it is many kinds mostly. */
	public static List<String> sentences(List<Gap> gaps) {
		String forbidden = gaps.stream().filter(GapText::forbidden).map(gap -> gap.kind().toString())
				.collect(Collectors.joining(Messages.separator));
		return Stream.concat(
				Stream.of(forbidden).filter(kinds -> !kinds.isEmpty())
						.map(kinds -> NLS.bind(Messages.gap_forbidden, kinds)),
				gaps.stream().filter(gap -> !forbidden(gap)).map(GapText::sentence)).distinct().toList();
	}

	private static boolean forbidden(Gap gap) {
		return problem(gap).filter(KubeException.Forbidden.class::isInstance).isPresent();
	}

	private static Optional<KubeException> problem(Gap gap) {
		return gap.part().flatMap(part -> part.freshness().problem());
	}

	private static String sentence(Gap gap) {
		return switch (gap.reason()) {
			case TOO_LARGE -> NLS.bind(Messages.gap_large, gap.kind(), FreshnessText.number(Relations.MOST_OBJECTS));
			case TOO_MANY_KINDS -> NLS.bind(Messages.gap_many, gap.kind());
			case REFUSED -> NLS.bind(Messages.gap_refused, gap.kind(),
					problem(gap).map(KubeException::explanation).orElse(""));
		};
	}
}

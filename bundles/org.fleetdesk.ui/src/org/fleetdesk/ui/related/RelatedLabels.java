package org.fleetdesk.ui.related;

import java.time.InstantSource;
import java.util.function.Supplier;

import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Color;

import org.fleetdesk.core.relations.RelationGraph.Presence;
import org.fleetdesk.ui.table.Palette;

import org.jspecify.annotations.Nullable;

/** The texts of a column; what is missing or does badly stands out, what is not known stands back. */
final class RelatedLabels extends ColumnLabelProvider {
	private final RelatedColumn column;
	private final InstantSource clock;
	private final Supplier<Palette> palette;

	RelatedLabels(RelatedColumn column, InstantSource clock, Supplier<Palette> palette) {
		this.column = column;
		this.clock = clock;
		this.palette = palette;
	}

	@Override
	public String getText(Object entry) {
		return column.text((RelatedEntry) entry, clock.instant());
	}

	@Override
	public @Nullable Color getForeground(Object entry) {
		return ((RelatedEntry) entry).node().map(node -> {
			if (RelatedColumn.bad(node)) {
				return palette.get().bad();
			}
			return node.presence() == Presence.THERE && column != RelatedColumn.HOW
					? palette.get().text()
					: palette.get().faint();
		}).orElse(null);
	}
}

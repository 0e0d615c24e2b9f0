package org.fleetdesk.ui.related;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.viewers.ITreeContentProvider;

import org.jspecify.annotations.Nullable;

/** Gives the viewer the entries of the tree that is shown. Used on the UI thread. */
final class RelatedContent implements ITreeContentProvider {
	private RelatedModel.Content content = RelatedModel.Content.NOTHING;
	private Map<List<String>, String> ages = Map.of();

	/** What is shown. */
	RelatedModel.Content content() {
		return content;
	}

	/** Shows other content from the viewer's next refresh on. */
	void content(RelatedModel.Content newest) {
		content = newest;
	}

	/** The entries whose ages read otherwise than when this was asked last. */
	List<RelatedEntry> aged(Instant now) {
		Map<List<String>, String> newest = new LinkedHashMap<>();
		content.all().forEach((place, entry) -> newest.put(place, RelatedColumn.AGE.text(entry, now)));
		List<RelatedEntry> aged = content.all().values().stream()
				.filter(entry -> !newest.get(entry.place()).equals(ages.get(entry.place()))).toList();
		ages = newest;
		return aged;
	}

	private RelatedEntry newest(Object entry) {
		RelatedEntry known = (RelatedEntry) entry;
		return content.all().getOrDefault(known.place(), known);
	}

	@Override
	public Object[] getElements(@Nullable Object input) {
		return content.roots().toArray();
	}

	@Override
	public Object[] getChildren(Object entry) {
		RelatedEntry known = newest(entry);
		return known.children().isEmpty() && known.more()
				? new Object[]{RelatedTree.looking(known.place())} // a line without any below it could not stay open
				: known.children().toArray();
	}

	@Override
	public @Nullable Object getParent(Object entry) {
		List<String> place = ((RelatedEntry) entry).place();
		return content.all().get(place.subList(0, place.size() - 1));
	}

	@Override
	public boolean hasChildren(Object entry) {
		return newest(entry).more();
	}
}

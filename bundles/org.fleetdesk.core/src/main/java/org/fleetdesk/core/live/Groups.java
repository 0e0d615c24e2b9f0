package org.fleetdesk.core.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds the groups of sorted lines: of all, or only where lines changed. */
final class Groups {
	private final LineOrder order;
	private final Function<Line, String> title;

	/**
	 * A finder.
	 *
	 * @param order the lines' order, by group first
	 * @param title what a group is called, by any of its lines
	 */
	Groups(LineOrder order, Function<Line, String> title) {
		this.order = order;
		this.title = title;
	}

	List<Group> of(SortedLines lines) {
		List<Group> found = new ArrayList<>();
		for (int first = 0, end; first < lines.size(); first = end) {
			Line head = lines.get(first);
			end = lines.endOfRun(first, line -> order.groups(head, line) == 0);
			found.add(new Group(title.apply(head), first, end - first));
		}
		return List.copyOf(found);
	}

	/** The groups after a change of the lines that had some groups; takes a few comparisons for each changed line. */
	List<Group> changed(List<Group> groups, SortedLines lines, Line[] gone, Line[] came) {
		int[] counts = new int[groups.size()];
		Map<Line, Integer> fresh = new TreeMap<>(order::groups); // by one of a new group's lines
		for (Line line : gone) {
			counts[indexOf(groups, lines, line)]--;
		}
		for (Line line : came) {
			int at = indexOf(groups, lines, line);
			if (at >= 0) {
				counts[at]++;
			} else {
				fresh.merge(line, 1, Integer::sum);
			}
		}
		List<Group> merged = new ArrayList<>(groups.size() + fresh.size());
		int first = 0;
		var next = fresh.entrySet().iterator();
		var added = next.hasNext() ? next.next() : null;
		for (int i = 0; i < counts.length; i++) {
			Group group = groups.get(i);
			while (added != null && order.groups(added.getKey(), lines.get(group.first())) < 0) {
				first = add(merged, new Group(title.apply(added.getKey()), first, added.getValue()));
				added = next.hasNext() ? next.next() : null;
			}
			int count = group.count() + counts[i];
			first = add(merged, first == group.first() && counts[i] == 0
					? group
					: new Group(group.title(), first, count));
		}
		while (added != null) {
			first = add(merged, new Group(title.apply(added.getKey()), first, added.getValue()));
			added = next.hasNext() ? next.next() : null;
		}
		return List.copyOf(merged);
	}

	private static int add(List<Group> to, Group group) {
		if (group.count() > 0) {
			to.add(group);
		}
		return group.first() + group.count();
	}

	private int indexOf(List<Group> groups, SortedLines lines, Line line) {
		int low = 0;
		int high = groups.size() - 1;
		while (low <= high) {
			int middle = low + high >>> 1;
			int side = order.groups(lines.get(groups.get(middle).first()), line);
			if (side == 0) {
				return middle;
			} else if (side < 0) {
				low = middle + 1;
			} else {
				high = middle - 1;
			}
		}
		return -1;
	}
}

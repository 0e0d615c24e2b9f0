package org.fleetdesk.core.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

import org.fleetdesk.kube.read.Row;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a store, one for each object, in the order in which the objects came: some twelve bytes a line, and no uid
 * is made to find one. Not safe for threads: its store guards it.
 */
final class LineTable {
	private @Nullable Line[] lines = new @Nullable Line[16]; // with holes where lines left
	private int[] index = new int[32]; // by hash: 1 + where in lines, 0 where nothing ever was
	private int end;
	private int size;
	private @Nullable BitSet marked; // where in lines

	int size() {
		return size;
	}

	private int find(Row row) {
		for (int at = start(row);; at = at + 1 & index.length - 1) {
			int place = index[at] - 1;
			if (place < 0) {
				return -1;
			}
			Line line = lines[place];
			if (line != null && line.row().sameObject(row)) {
				return place;
			}
		}
	}

	private int start(Row row) {
		int hash = row.objectHash();
		return (hash ^ hash >>> 16) & index.length - 1;
	}

	/** The line of a row's object. */
	@Nullable
	Line get(Row row) {
		int place = find(row);
		return place < 0 ? null : lines[place];
	}

	/** Puts a line in the place of its object's line, which it gives back, or behind all others. */
	@Nullable
	Line put(Line line) {
		int place = find(line.row());
		if (place >= 0) {
			Line before = lines[place];
			lines[place] = line;
			return before;
		}
		if (end == lines.length) {
			resize();
		}
		add(line);
		return null;
	}

	private void add(Line line) {
		int at = start(line.row());
		while (index[at] != 0) {
			at = at + 1 & index.length - 1;
		}
		lines[end++] = line;
		index[at] = end;
		size++;
	}

	/** Leaves the holes out, and room for half as many lines again. */
	private void resize() {
		@Nullable
		Line[] before = lines;
		BitSet marks = marked;
		int capacity = Math.max(16, size + size / 2);
		lines = new @Nullable Line[capacity];
		index = new int[Integer.highestOneBit(capacity) * 4];
		BitSet moved = new BitSet();
		end = 0;
		size = 0;
		for (int place = 0; place < before.length; place++) {
			Line line = before[place];
			if (line != null) {
				moved.set(end, marks != null && marks.get(place));
				add(line);
			}
		}
		marked = marks == null ? null : moved;
	}

	/** Takes the line of a row's object away. */
	@Nullable
	Line remove(Row row) {
		int place = find(row);
		if (place < 0) {
			return null;
		}
		Line gone = lines[place];
		lines[place] = null;
		size--;
		return gone;
	}

	/** From now on it is known which lines were seen. */
	void begin() {
		marked = new BitSet(end);
	}

	/** The line of a row's object was seen. */
	void mark(Row row) {
		if (marked != null) {
			int place = find(row);
			if (place >= 0) {
				marked.set(place);
			}
		}
	}

	/** Takes away and gives all lines that were not seen since it was begun; none if it was not. */
	List<Line> unseen() {
		BitSet seen = marked;
		if (seen == null) {
			return List.of();
		}
		marked = null;
		List<Line> gone = new ArrayList<>();
		for (int place = seen.nextClearBit(0); place < end; place = seen.nextClearBit(place + 1)) {
			Line line = lines[place];
			if (line != null) {
				gone.add(line);
				lines[place] = null;
				size--;
			}
		}
		return gone;
	}

	/** All lines, in their order; a copy. */
	List<Line> all() {
		Line[] all = new Line[size];
		int to = 0;
		for (int place = 0; place < end; place++) {
			Line line = lines[place];
			if (line != null) {
				all[to++] = line;
			}
		}
		return Collections.unmodifiableList(Arrays.asList(all));
	}
}

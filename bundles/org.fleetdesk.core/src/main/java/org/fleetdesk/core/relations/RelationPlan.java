package org.fleetdesk.core.relations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.fleetdesk.core.details.Links;
import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Relation;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.Tuples;

import org.jspecify.annotations.Nullable;

/**
 * How rows are read of which the relations are wanted: the kind's own columns, the owner references, and a cell for each path
 * of each of its relations. Immutable, made once for each descriptor.
 */
final class RelationPlan {
	private static final KindKey SERVICES = new KindKey("", "services");
	private static final Pattern HOST = Pattern.compile("([^.]+)\\.([^.]+)\\.svc(\\..*)?");
	private static final String OWNERS = "metadata.ownerReferences[*]";

	private final Optional<Descriptor> descriptor;
	private final RowPlan rows;
	private final List<Column> columns;
	/** What the cells after that of the owners say, one for each path. */
	private final List<Relation> relations = new ArrayList<>();
	private final int owners;

	/**
	 * The plan of a kind's rows.
	 *
	 * @param described what is known of the kind; of any other kind, owner references are
	 * @throws IllegalArgumentException with a sentence for people, if a path of a relation is none
	 */
	RelationPlan(Optional<Descriptor> described) {
		descriptor = described;
		List<RowPlan.Cell> cells = new ArrayList<>(described.map(Descriptor::columns).orElse(List.of()));
		owners = cells.size();
		cells.add(cell("tuples", List.of(OWNERS + ".name", OWNERS + ".kind", OWNERS + ".apiVersion", OWNERS + ".uid")));
		for (Relation relation : described.map(Descriptor::relations).orElse(List.of())) {
			if (relation.form() != Relation.Form.OWNER) {
				for (String path : relation.paths()) {
					cells.add(cell(relation, path));
					relations.add(relation);
				}
			}
		}
		rows = new RowPlan(cells);
		columns = rows.columns();
	}

	private static RowPlan.Cell cell(String word, List<String> paths) {
		return new RowPlan.Cell(new Column(String.join(" ", paths), "string", true, ""), word, paths);
	}

	private static RowPlan.Cell cell(Relation relation, String path) {
		return switch (relation.form()) {
			case NAME -> cell("tuples", known(path, relation.namespace(), relation.optional(path)), relation);
			case REFERENCE -> cell("tuples", known(path + ".name", path + ".kind", path + ".apiVersion",
					path + ".apiGroup", path + ".group",
					relation.namespace().isEmpty() ? path + ".namespace" : relation.namespace(),
					relation.optional(path + ".name")), relation);
			case SELECTOR -> cell("selection", List.of(path));
			case OWNER -> throw new IllegalArgumentException(relation.name());
		};
	}

	private static List<String> known(String... paths) {
		return Stream.of(paths).filter(path -> !path.isEmpty()).toList();
	}

	private static RowPlan.Cell cell(String word, List<String> paths, Relation relation) {
		return cell(word, Stream.concat(paths.stream(), relation.reach().clusters().stream()).toList());
	}

	/** How rows are read. */
	RowPlan rows() {
		return rows;
	}

	/** What is known of the kind. */
	Optional<Descriptor> descriptor() {
		return descriptor;
	}

	/** What an object says of others. Of rows that a server gave in its own columns: the controlling owner is all. */
	List<Pointer> read(Line line) {
		if (line.columns() != columns && !line.columns().equals(columns)) {
			List<Pointer> all = new ArrayList<>();
			controller(line.row().owner(), all);
			return all;
		}
		return read(line.row());
	}

	/** What an object says of others by a row of this plan. */
	List<Pointer> read(Row row) {
		List<Pointer> all = new ArrayList<>();
		owners(row.cell(owners), all);
		for (int i = 0; i < relations.size(); i++) {
			if (row.cell(owners + 1 + i) instanceof String text) {
				read(relations.get(i), text, all);
			}
		}
		return all;
	}

	/** "ReplicaSet/web-7c9", whatever its group and uid are. */
	private static void controller(String owner, List<Pointer> all) {
		int slash = owner.indexOf('/');
		if (slash > 0) {
			all.add(new Pointer.OwnedBy(Optional.empty(), owner.substring(0, slash), owner.substring(slash + 1), ""));
		}
	}

	private static void owners(@Nullable Object cell, List<Pointer> all) {
		if (cell instanceof String text) {
			for (List<String> owner : Tuples.read(text)) {
				all.add(new Pointer.OwnedBy(Optional.of(Links.group(owner.get(2))), owner.get(1), owner.get(0),
						owner.get(3)));
			}
		}
	}

	private static void read(Relation relation, String text, List<Pointer> all) {
		switch (relation.form()) {
			case NAME -> relation.to().ifPresent(to -> Tuples.read(text)
					.forEach(value -> named(relation, to, value).ifPresent(all::add)));
			case REFERENCE -> {
				for (List<String> value : Tuples.read(text)) {
					all.add(reference(relation, value));
				}
			}
			case SELECTOR -> relation.to()
					.ifPresent(to -> all.add(new Pointer.Selected(relation.name(), to, Selection.read(text))));
			case OWNER -> {
				// stands in no cell
			}
		}
	}

	/**
	 * What a name means: "shop/web" is one of another namespace, a Service may be named by its host in the cluster, and what the
	 * relation excepts is no name.
	 */
	static Optional<Pointer> named(Relation relation, KindKey to, List<String> value) {
		if (relation.except().contains(value.getFirst())) {
			return Optional.empty();
		}
		int behind = relation.namespace().isEmpty() ? 1 : 2;
		String namespace = behind == 1 ? "" : value.get(1);
		String name = value.getFirst();
		int slash = name.indexOf('/');
		if (slash >= 0) {
			namespace = name.substring(0, slash);
			name = name.substring(slash + 1);
		} else if (to.equals(SERVICES) && name.indexOf('.') >= 0) {
			Matcher host = HOST.matcher(name);
			if (!host.matches()) {
				return Optional.empty();
			}
			namespace = host.group(2);
			name = host.group(1);
		}
		return Optional.of(new Pointer.Named(relation.name(), to, name(relation, namespace, name,
				value.subList(behind, value.size()))));
	}

	private static Pointer reference(Relation relation, List<String> value) {
		Optional<String> group = value.get(2).isEmpty()
				? Optional.of(value.get(3).isEmpty() ? value.get(4) : value.get(3)).filter(said -> !said.isEmpty())
				: Optional.of(Links.group(value.get(2)));
		return new Pointer.Referred(relation.name(), relation.to(), value.get(1), group, name(relation, value.get(5),
				value.get(0), value.subList(6, value.size())));
	}

	/** How another is named, by what the cell has besides: whether it must be there, and in which cluster. */
	private static Pointer.Name name(Relation relation, String namespace, String name, List<String> besides) {
		boolean asked = !relation.reach().optional().isEmpty();
		String cluster = besides.stream().skip(asked ? 1 : 0)
				.filter(said -> !said.isEmpty() && !relation.reach().here().contains(said)).findFirst().orElse("");
		return new Pointer.Name(cluster, namespace, name, asked && besides.getFirst().equals("true"));
	}
}

package org.fleetdesk.core.kinds;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.fleetdesk.core.kinds.Relation.Form;
import org.fleetdesk.core.kinds.Relation.Reach;

/** Reads what a file of a pack says of one relation. Stateless. */
final class RelationReader {
	private static final Pattern AMONG = Pattern.compile("(\\*\\.)?[a-z][-a-z0-9]*(\\.[a-z0-9][-a-z0-9.]*)?");
	private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9]+");

	private RelationReader() {
	}

	/** The relation; none if something is wrong with it, which the fields tell. */
	static Optional<Relation> read(Fields fields) {
		String name = fields.needed("name");
		Optional<KindKey> to = DescriptorReader.kind(fields, "to");
		Optional<KindKey> owned = DescriptorReader.kind(fields, "owns");
		String namespace = fields.path("namespace").orElse("");
		Set<String> except = new LinkedHashSet<>(fields.texts("except"));
		Map<Form, List<String>> said = new HashMap<>();
		take(fields, "path", Form.NAME, said);
		take(fields, "paths", Form.NAME, said);
		take(fields, "reference", Form.REFERENCE, said);
		take(fields, "selector", Form.SELECTOR, said);
		if (fields.has("owns")) {
			said.put(Form.OWNER, List.of());
		}
		Reach reach = reach(fields);
		fields.done();
		if (said.size() != 1) {
			fields.wrong("pack.relation.form");
			return Optional.empty();
		}
		Form form = said.keySet().iterator().next();
		if (form == Form.OWNER && fields.has("to")) {
			fields.wrongAt("to", "pack.relation.owns");
		} else if ((form == Form.NAME || form == Form.SELECTOR) && !fields.has("to")) {
			fields.wrong("pack.missing", "to");
		}
		if (!fits(fields, form)) {
			return Optional.empty();
		}
		Optional<KindKey> kind = form == Form.OWNER ? owned : to;
		return kind.isEmpty() && form != Form.REFERENCE
				? Optional.empty()
				: Optional.of(new Relation(name, form, kind, said.get(form), namespace, except, reach));
	}

	private static void take(Fields fields, String key, Form form, Map<Form, List<String>> said) {
		if (fields.has(key)) {
			List<String> found = key.equals("paths") ? fields.paths(key) : fields.path(key).stream().toList();
			said.merge(form, found, (a, b) -> {
				fields.wrongAt("paths", "pack.path.twice");
				return a;
			});
		}
	}

	private static Reach reach(Fields fields) {
		List<String> among = fields.texts("among");
		among.stream().filter(kind -> !AMONG.matcher(kind).matches())
				.forEach(kind -> fields.wrongAt("among", "pack.kind", kind));
		Optional<String> optional = fields.text("optional");
		optional.filter(field -> !FIELD.matcher(field).matches())
				.ifPresent(field -> fields.wrongAt("optional", "pack.relation.optional", field));
		return new Reach(Set.copyOf(among), fields.paths("cluster"), Set.copyOf(fields.texts("here")),
				optional.orElse(""));
	}

	/** Whether nothing is said that means nothing where such things stand. */
	private static boolean fits(Fields fields, Form form) {
		boolean named = form == Form.NAME || form == Form.REFERENCE;
		boolean all = true;
		if (form != Form.NAME && fields.has("except")) {
			fields.wrongAt("except", "pack.relation.except");
			all = false;
		}
		if (form != Form.REFERENCE && fields.has("among")) {
			fields.wrongAt("among", "pack.relation.among");
			all = false;
		}
		for (String key : List.of("cluster", "optional")) {
			if (!named && fields.has(key)) {
				fields.wrongAt(key, "pack.relation.named", key);
				all = false;
			}
		}
		if (fields.has("here") && !fields.has("cluster")) {
			fields.wrongAt("here", "pack.relation.here");
			all = false;
		}
		return all;
	}
}

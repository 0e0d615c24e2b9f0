package org.fleetdesk.core.details;

import static org.fleetdesk.core.internal.Texts.text;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.DetailSection;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.WebLink;
import org.fleetdesk.core.live.CellText;
import org.fleetdesk.core.object.ObjectDetails;
import org.fleetdesk.core.object.SecretData;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;

/**
 * Makes the page of an object: what every object has, the sections of its kind's descriptor, and for kinds without one their
 * columns, status and what they name by convention. Takes milliseconds; not for the UI thread.
 */
public final class DetailsReader {
	private static final KindKey NAMESPACES = new KindKey("", "namespaces");
	private static final Set<String> KNOWN_COLUMNS = Set.of("Name", "Namespace", "Age", "Created At");

	private final JsonNode object;
	private final Around around;
	private final ObjectDetails details;
	private final Links links;
	private final List<Details.Section> sections = new ArrayList<>();

	private DetailsReader(JsonNode object, Around around) {
		this.object = object;
		this.around = around;
		this.details = ObjectDetails.of(object);
		this.links = new Links(around.catalogue(), details.apiVersion(), details.namespace());
	}

	/** The page of an object; what a Secret hides is in it only if it is revealed. */
	public static Details read(JsonNode object, Around around) {
		boolean masked = SecretData.secret(object) && !around.revealed();
		DetailsReader reader = new DetailsReader(masked ? SecretData.masked(object) : object, around);
		reader.all(object);
		return new Details(reader.sections);
	}

	private void all(JsonNode whole) {
		List<DetailSection> described = around.descriptor().map(Descriptor::details).orElse(List.of());
		metadata();
		if (described.isEmpty()) {
			columns();
		}
		described.forEach(section -> new FieldValues(section, links, around.words()).of(object)
				.ifPresent(sections::add));
		around.descriptor().ifPresent(d -> pages(d.links()));
		if (SecretData.secret(whole)) {
			secret(whole);
		}
		conditions();
		if (described.isEmpty()) {
			references();
			pairs(text("details.status"), key -> "status." + key, details.status());
		}
		pairs(text("details.labels"), key -> "metadata.labels" + step(key), details.labels());
		pairs(text("details.annotations"), key -> "metadata.annotations" + step(key), details.annotations());
	}

	private void values(String title, List<Value> values) {
		List<Value> said = values.stream().filter(value -> !value.isEmpty()).toList();
		if (!said.isEmpty()) {
			sections.add(new Details.Values(title, said));
		}
	}

	private void metadata() {
		List<Value> values = new ArrayList<>();
		values.add(Value.of(text("details.name"), "metadata.name", details.name()));
		values.add(Value.of(text("details.namespace"), "metadata.namespace", details.namespace(),
				links.named(NAMESPACES, details.namespace(), "")));
		details.created().ifPresent(
				then -> values.add(Value.of(text("details.created"), "metadata.creationTimestamp", then)));
		details.deleting().ifPresent(
				then -> values.add(Value.of(text("details.deleting"), "metadata.deletionTimestamp", then)));
		for (int i = 0; i < details.owners().size(); i++) {
			ObjectDetails.Owner owner = details.owners().get(i);
			values.add(Value.of(text(owner.controller() ? "details.controller" : "details.owner"),
					"metadata.ownerReferences[" + i + "].name", owner.kind() + " " + owner.name(),
					links.of(owner.apiVersion(), owner.kind(), owner.name())));
		}
		values.add(Value.of(text("details.finalizers"), "metadata.finalizers",
				String.join(", ", details.finalizers())));
		values.add(Value.of(text("details.api-version"), "apiVersion", details.apiVersion()));
		values.add(Value.of(text("details.uid"), "metadata.uid", details.uid()));
		values(text("details.metadata"), values);
	}

	/** How a list shows it: of a kind that nobody described, the columns that its author thought of. */
	private void columns() {
		List<Value> values = new ArrayList<>();
		around.row().ifPresent(row -> {
			for (int i = 0; i < around.columns().size(); i++) {
				Column column = around.columns().get(i);
				if (!KNOWN_COLUMNS.contains(column.name())) {
					values.add(cell(column, row, i));
				}
			}
		});
		values(text("details.summary"), values);
	}

	private Value cell(Column column, Row row, int index) {
		Object cell = CellText.dated(row.cell(index), column.type());
		String name = around.words().apply(column.name());
		return cell == null || cell.equals("")
				? Value.of(name, "", "")
				: new Value(name, "", List.of(new Value.Piece(cell, column.type(), FieldValues.page(cell))));
	}

	private void pages(List<WebLink> pages) {
		List<Value> values = new ArrayList<>();
		for (WebLink page : pages) {
			for (URI address : WebLinks.of(page, object)) {
				values.add(Value.of(around.words().apply(page.title()), "", address.toString(),
						Optional.of(new Link.ToPage(address))));
			}
		}
		values(text("details.pages"), values);
	}

	private void secret(JsonNode secret) {
		List<Value> values = new ArrayList<>();
		SecretData.sizes(secret).forEach((key, bytes) -> values.add(Value.of(key, "data" + step(key), around.revealed()
				? SecretData.text(secret, key).orElse(text("details.binary", bytes))
				: SecretData.hidden(bytes))));
		if (!values.isEmpty()) {
			values.add(Value.of("", "", text(around.revealed() ? "details.hide" : "details.reveal"),
					Optional.of(new Link.Reveal())));
			values(text("details.data"), values);
		}
	}

	private void conditions() {
		List<List<Value>> rows = new ArrayList<>();
		for (int i = 0; i < details.conditions().size(); i++) {
			ObjectDetails.Condition condition = details.conditions().get(i);
			String at = "status.conditions[" + i + "].";
			String since = text("details.since");
			rows.add(List.of(Value.of(text("details.condition"), at + "type", condition.type()),
					Value.of(text("details.status"), at + "status", condition.status()),
					condition.since().map(then -> Value.of(since, at + "lastTransitionTime", then))
							.orElse(Value.of(since, at + "lastTransitionTime", "")),
					Value.of(text("details.reason"), at + "reason", condition.reason()),
					Value.of(text("details.message"), at + "message", condition.message())));
		}
		FieldValues.table(text("details.conditions"), List.of(text("details.condition"), text("details.status"),
				text("details.since"), text("details.reason"), text("details.message")), rows)
				.ifPresent(sections::add);
	}

	private void references() {
		List<List<Value>> rows = links.references(object).stream()
				.map(found -> List.of(Value.of(text("details.field"), found.path(), found.path()),
						Value.of(text("details.kind"), "", found.kind()),
						Value.of(text("details.name"), found.path(), found.name(), Optional.of(found.link()))))
				.toList();
		FieldValues.table(text("details.references"),
				List.of(text("details.field"), text("details.kind"), text("details.name")), rows)
				.ifPresent(sections::add);
	}

	/** The step of a path to the key of a map. */
	private static String step(String key) {
		return key.matches("[A-Za-z0-9_-]+") ? "." + key : "['" + key + "']";
	}

	private void pairs(String title, UnaryOperator<String> path, Map<String, String> pairs) {
		List<Value> values = new ArrayList<>();
		pairs.forEach((key, value) -> values.add(Value.of(key, path.apply(key), value, FieldValues.page(value))));
		values(title, values);
	}
}

package org.fleetdesk.ui.object;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.kube.text.Age;
import org.fleetdesk.core.object.ObjectDetails;
import org.fleetdesk.core.object.SecretData;
import org.fleetdesk.ui.object.RichText.Style;

/** What an object's overview says: conditions, status, owners, labels, annotations, and a Secret's keys. */
final class Overview {
	/** The target of the link that shows a Secret's values. */
	static final String REVEAL = "reveal:";
	/** How a link to an owner begins; what follows is its apiVersion, kind and name, apart by blanks. */
	static final String OWNER = "owner:";
	private static final int LONGEST_VALUE = 600;
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private final ZoneId zone;
	private final Instant now;
	private final RichText text = new RichText();

	private Overview(ZoneId zone, Instant now) {
		this.zone = zone;
		this.now = now;
	}

	/** The overview of an object; values of a Secret only if revealed. */
	static RichText of(JsonNode object, ObjectDetails details, boolean revealed, ZoneId zone, Instant now) {
		Overview overview = new Overview(zone, now);
		overview.metadata(details);
		overview.conditions(details);
		overview.pairs(Messages.status, details.status());
		if (SecretData.secret(object)) {
			overview.secret(object, revealed);
		}
		overview.pairs(Messages.labels, details.labels());
		boolean hide = SecretData.secret(object) && !revealed;
		overview.pairs(Messages.annotations,
				hide ? ObjectDetails.of(SecretData.masked(object)).annotations() : details.annotations());
		return overview.text;
	}

	private void metadata(ObjectDetails details) {
		text.heading(Messages.metadata);
		text.key(Messages.name, details.name());
		if (!details.namespace().isEmpty()) {
			text.key(Messages.namespace, details.namespace());
		}
		details.created().ifPresent(then -> text.key(Messages.created, moment(then)));
		details.deleting().ifPresent(then -> text.key(Messages.deleting, moment(then)));
		for (ObjectDetails.Owner owner : details.owners()) {
			text.span(owner.controller() ? Messages.controller : Messages.owner, Style.KEY, "").plain("\t")
					.span(owner.kind() + " " + owner.name(), Style.LINK,
							OWNER + owner.apiVersion() + " " + owner.kind() + " " + owner.name())
					.end();
		}
		if (!details.finalizers().isEmpty()) {
			text.key(Messages.finalizers, String.join(", ", details.finalizers()));
		}
		text.key(Messages.api_version, details.apiVersion());
		text.key(Messages.uid, details.uid());
	}

	private String moment(Instant then) {
		return NLS.bind(Messages.ago, Age.text(then, now), TIME.format(then.atZone(zone)));
	}

	private void conditions(ObjectDetails details) {
		if (details.conditions().isEmpty()) {
			return;
		}
		text.heading(Messages.conditions);
		for (ObjectDetails.Condition condition : details.conditions()) {
			text.span(condition.type(), Style.KEY, "").plain("\t" + condition.status());
			condition.since().ifPresent(then -> text.span("  " + Age.text(then, now), Style.FAINT, ""));
			String why = condition.reason()
					+ (condition.reason().isEmpty() || condition.message().isEmpty() ? "" : ": ")
					+ condition.message().strip().replaceAll("\\s*\n\\s*", " ");
			text.plain(why.isEmpty() ? "" : "  " + why).end();
		}
	}

	private void pairs(String heading, Map<String, String> pairs) {
		if (!pairs.isEmpty()) {
			text.heading(heading);
			pairs.forEach((key, value) -> text.key(key, cut(value)));
		}
	}

	private void secret(JsonNode object, boolean revealed) {
		Map<String, Integer> sizes = SecretData.sizes(object);
		if (sizes.isEmpty()) {
			return;
		}
		text.heading(Messages.data);
		sizes.forEach((key, bytes) -> text.key(key, revealed
				? SecretData.text(object, key).map(Overview::cut).orElse(NLS.bind(Messages.binary, bytes))
				: SecretData.hidden(bytes)));
		text.span(revealed ? Messages.hide : Messages.reveal, Style.LINK, REVEAL).end();
	}

	private static String cut(String value) {
		return value.length() <= LONGEST_VALUE
				? value
				: NLS.bind(Messages.cut, value.substring(0, LONGEST_VALUE), value.length() - LONGEST_VALUE);
	}
}

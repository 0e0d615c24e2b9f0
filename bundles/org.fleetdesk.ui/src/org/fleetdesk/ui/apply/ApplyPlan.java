package org.fleetdesk.ui.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.document.Document;
import org.fleetdesk.core.document.Documents;
import org.fleetdesk.core.document.Problem;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.operation.Apply.Desired;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.Finding.Severity;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.ResourceType;

/**
 * What a text asks of clusters: each right document a desired state for each cluster, each wrong one a reason. Immutable.
 *
 * @param wanted what is asked for, in order
 * @param refusals why documents are left out, by them
 */
record ApplyPlan(List<Wanted> wanted, Map<Document, String> refusals) {

	/** A document's state for one cluster. */
	record Wanted(Desired desired, Document document) {
	}

	/** Plans a text for clusters that are open; what names no namespace goes into the given one, or the context's own. */
	static ApplyPlan of(Documents text, List<Cluster> clusters, String namespace) {
		List<Wanted> wanted = new ArrayList<>();
		Map<Document, String> refusals = new LinkedHashMap<>();
		for (Cluster cluster : clusters) {
			ClusterSession session = cluster.session().orElseThrow();
			for (Document document : text.documents()) {
				Optional<ObjectNode> tree = document.tree();
				Optional<ResourceType> type = cluster.state().catalogue().types().stream()
						.filter(t -> t.apiVersion().equals(document.apiVersion())
								&& t.kind().equals(document.kind()))
						.findFirst();
				if (tree.isEmpty()) {
					refusals.put(document, error(document));
				} else if (type.isEmpty()) {
					refusals.put(document, NLS.bind(Messages.unknown_kind,
							new Object[]{cluster.name(), document.kind(), document.apiVersion()}));
				} else {
					wanted.add(new Wanted(desired(session, cluster, type.get(), tree.get(), namespace), document));
				}
			}
		}
		return new ApplyPlan(wanted, refusals);
	}

	private static String error(Document document) {
		return document.problems().stream().filter(p -> p.severity() == Severity.ERROR).map(Problem::message)
				.findFirst().orElse("");
	}

	private static Desired desired(ClusterSession session, Cluster cluster, ResourceType type, ObjectNode tree,
			String namespace) {
		ObjectNode metadata = tree.withObjectProperty("metadata");
		String own = metadata.path("namespace").asText();
		String place = "";
		if (type.namespaced()) {
			String fallback = namespace.isEmpty() ? cluster.context().namespace().orElse("default") : namespace;
			place = own.isEmpty() ? fallback : own;
			metadata.put("namespace", place);
		}
		return new Desired(new Target(session, new ObjectKey(type, place, metadata.path("name").asText())), tree);
	}

	/** The states asked for, in order. */
	List<Desired> desired() {
		return wanted.stream().map(Wanted::desired).toList();
	}

	/** How a document is called: "Document 2 (line 14): ConfigMap web". */
	static String title(Document document) {
		return NLS.bind(Messages.document, new Object[]{document.number(), document.firstLine(),
				(document.kind() + " " + document.name()).strip()});
	}
}

package org.fleetdesk.ui.fleet;

import java.util.function.Supplier;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.StyledString.Styler;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterState;
import org.fleetdesk.core.fleet.ClusterState.Phase;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.Finding.Severity;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.ui.Icons;
import org.fleetdesk.ui.fleet.FleetNode.FindingsNode;
import org.fleetdesk.ui.fleet.FleetNode.NamespacesNode;
import org.fleetdesk.ui.fleet.FleetNode.NoteNode;
import org.fleetdesk.ui.fleet.FleetNode.SectionNode;
import org.fleetdesk.ui.fleet.FleetNode.SourceNode;
import org.fleetdesk.ui.marks.MarkLook;
import org.fleetdesk.ui.marks.MarkedImage;

import org.jspecify.annotations.Nullable;

/** Texts, icons and tooltips of the fleet tree. */
final class FleetLabels extends LabelProvider implements IStyledLabelProvider {
	/** The theme colour of what needs attention. */
	static final String WARNING = "org.fleetdesk.ui.color.warning";
	/** What a tooltip breaks into lines of its own. */
	private static final String LONG_LINE = "(.{60,90}?) ";
	private static final Styler ATTENTION = StyledString.createColorRegistryStyler(WARNING, null);
	private final LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources());
	private final Fleet fleet;
	private final Supplier<FleetTree> tree;

	FleetLabels(Fleet fleet, Supplier<FleetTree> tree) {
		this.fleet = fleet;
		this.tree = tree;
	}

	@Override
	public StyledString getStyledText(Object node) {
		return switch (node) {
			case Cluster cluster -> cluster(cluster);
			case FindingsNode findings -> new StyledString(findings(findings), ATTENTION);
			case NoteNode note -> note(note);
			default -> new StyledString(getText(node));
		};
	}

	@Override
	public String getText(@Nullable Object node) {
		return switch (node) {
			case Cluster cluster -> cluster.name();
			case KindNode kind -> KindTexts.plural(kind.type());
			case NamespaceNode namespace -> namespace.namespace();
			case SourceNode source -> source.label();
			case FindingsNode findings -> findings(findings);
			case NamespacesNode namespaces -> Messages.node_namespaces;
			case SectionNode section -> SectionTexts.title(section.id(), section.group());
			case NoteNode note -> note(note).getString();
			case null, default -> "";
		};
	}

	private StyledString cluster(Cluster cluster) {
		ClusterState state = cluster.state();
		StyledString text = new StyledString(cluster.name());
		if (cluster.demo()) {
			text.append("  " + Messages.cluster_demo, StyledString.QUALIFIER_STYLER);
		}
		Mark mark = fleet.mark(cluster);
		if (!MarkLook.words(mark).isEmpty()) {
			text.append("  ").append(" " + MarkLook.words(mark) + " ", MarkLook.badge(mark));
		}
		switch (state.phase()) {
			case AWAY -> text.append("  " + ClusterTexts.phase(state), ATTENTION);
			case OPENING -> text.append("  " + Messages.phase_opening, StyledString.QUALIFIER_STYLER);
			case OPEN -> text.append("  " + ClusterTexts.facts(state), StyledString.QUALIFIER_STYLER);
			case CLOSED -> {
				if (fleet.current().filter(cluster::equals).isPresent()) {
					text.append("  " + Messages.cluster_current, StyledString.QUALIFIER_STYLER);
				}
			}
		}
		return text;
	}

	private String findings(FindingsNode node) {
		int count = tree.get().findings(node).size();
		return count == 1
				? NLS.bind(Messages.findings_one, node.label())
				: NLS.bind(Messages.findings_many, count, node.label());
	}

	/** Why a cluster is away, without its name, which stands above. */
	private static String reason(Cluster cluster) {
		return cluster.state().problem().map(KubeException::explanation).orElse("");
	}

	private static StyledString note(NoteNode node) {
		return switch (node.note()) {
			case OPENING -> new StyledString(Messages.note_opening, StyledString.QUALIFIER_STYLER);
			case NAMESPACES_LOADING -> new StyledString(Messages.note_loading, StyledString.QUALIFIER_STYLER);
			case NAMESPACES_FORBIDDEN -> new StyledString(Messages.note_forbidden, StyledString.QUALIFIER_STYLER);
			case NAMESPACES_FAILED -> new StyledString(Messages.note_failed, ATTENTION);
			case AWAY -> new StyledString(reason(node.cluster()), ATTENTION);
		};
	}

	@Override
	public @Nullable Image getImage(@Nullable Object node) {
		return switch (node) {
			case Cluster cluster -> images
					.get(MarkedImage.of(ClusterTexts.icon(cluster.state()), fleet.mark(cluster)));
			case KindNode kind -> images.get(Icons.KIND.descriptor());
			case NamespaceNode namespace -> images.get(Icons.NAMESPACE.descriptor());
			case SourceNode source -> images.get(Icons.SOURCE.descriptor());
			case FindingsNode findings -> findingsImage(findings);
			case NamespacesNode namespaces -> images.get(Icons.NAMESPACES.descriptor());
			case SectionNode section -> images.get(SectionTexts.icon(section.id()));
			case null, default -> null;
		};
	}

	private Image findingsImage(FindingsNode node) {
		boolean error = tree.get().findings(node).stream().anyMatch(f -> f.severity() == Severity.ERROR);
		return PlatformUI.getWorkbench().getSharedImages()
				.getImage(error ? ISharedImages.IMG_OBJS_ERROR_TSK : ISharedImages.IMG_OBJS_WARN_TSK);
	}

	/** What is said of a node beyond its line. */
	@Nullable
	String tip(Object node) {
		return switch (node) {
			case Cluster cluster -> wrap(tip(cluster));
			case KindNode kind -> kind.type().qualifiedName() + " (" + kind.type().apiVersion() + ")";
			case FindingsNode findings -> wrap(String.join("\n",
					tree.get().findings(findings).stream().limit(5).map(Finding::text).toList()));
			case NoteNode note when note.cluster().state().phase() == Phase.AWAY ->
				note.cluster().state().problem().map(p -> wrap(p.getMessage())).orElse(null);
			case null, default -> null;
		};
	}

	private String tip(Cluster cluster) {
		String marked = MarkLook.explained(fleet.mark(cluster), cluster.name());
		return ClusterTexts.tooltip(cluster) + (marked.isEmpty() ? "" : "\n" + marked);
	}

	private static String wrap(String text) {
		return text.replaceAll(LONG_LINE, "$1\n");
	}

	@Override
	public void dispose() {
		images.dispose();
		super.dispose();
	}
}

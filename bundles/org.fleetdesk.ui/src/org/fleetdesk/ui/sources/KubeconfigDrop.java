package org.fleetdesk.ui.sources;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchSite;

import org.fleetdesk.ui.UiExecutor;

/** Lets files be dropped on a control, and asks to add them as kubeconfigs. */
public final class KubeconfigDrop {
	private final IWorkbenchSite site;

	/** For the controls of a part. */
	public KubeconfigDrop(IWorkbenchSite site) {
		this.site = Objects.requireNonNull(site);
	}

	/** Lets files be dropped on a control. */
	public void accept(Control control) {
		UiExecutor ui = UiExecutor.of(control);
		// later, so that the source of the drag is not kept waiting by a dialog
		accept(control, files -> ui.execute(() -> AddClusterDialog.open(site.getWorkbenchWindow(), files)));
	}

	static void accept(Control control, Consumer<List<Path>> taker) {
		DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT | DND.DROP_MOVE | DND.DROP_LINK);
		target.setTransfer(FileTransfer.getInstance());
		target.addDropListener(new DropTargetAdapter() {
			@Override
			public void dragEnter(DropTargetEvent event) {
				event.detail = DND.DROP_COPY;
			}

			@Override
			public void drop(DropTargetEvent event) {
				if (event.data instanceof String[] names && names.length > 0) {
					taker.accept(Stream.of(names).map(Path::of).toList());
				}
			}
		});
	}
}

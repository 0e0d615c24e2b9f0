package org.fleetdesk.ui.consent;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;

import org.fleetdesk.kube.config.ExecConsole;
import org.fleetdesk.ui.DialogParent;
import org.fleetdesk.ui.UiExecutor;

import org.jspecify.annotations.Nullable;

/**
 * Lets login plugins talk by a dialog each. It opens at once for a plugin that always asks, else for one that has said
 * something and still runs a moment later; most never need one.
 */
public final class PluginConsole implements ExecConsole.Lines {
	private static final Duration MOMENT = Duration.ofSeconds(1);
	private final IWorkbench workbench;
	private final UiExecutor ui;
	private final InstantSource clock;

	/** Dialogs over the windows of a workbench. */
	public PluginConsole(IWorkbench workbench, UiExecutor ui, InstantSource clock) {
		this.workbench = Objects.requireNonNull(workbench);
		this.ui = Objects.requireNonNull(ui);
		this.clock = Objects.requireNonNull(clock);
	}

	@Override
	public Talk talk(Run run) {
		DialogTalk talk = new DialogTalk(run);
		if (run.exec().interactiveMode().equals("Always")) {
			talk.ui.execute(talk::show);
		}
		return talk;
	}

	/** One plugin; but for what it is told, on the UI thread. */
	private final class DialogTalk implements Talk {
		private final Run run;
		private final PluginText text = new PluginText();
		private final Runnable update;
		private final UiExecutor ui;
		private volatile boolean spoke;
		private volatile boolean ended;
		private @Nullable PluginDialog dialog;

		DialogTalk(Run run) {
			this.run = run;
			this.ui = PluginConsole.this.ui.until(() -> ended);
			this.update = ui.coalescing(this::update);
		}

		@Override
		public void said(String more) {
			text.add(more);
			if (!spoke) {
				spoke = true;
				ui.execute(() -> ui.afterPause(MOMENT, this::show).run());
			}
			update.run();
		}

		private void show() {
			Shell shell = DialogParent.of(workbench);
			if (dialog == null && shell != null) {
				dialog = new PluginDialog(shell, run, clock);
				dialog.open();
				update();
			}
		}

		private void update() {
			if (dialog != null) {
				dialog.show(text.text());
			}
		}

		@Override
		public void close() {
			ended = true;
			PluginConsole.this.ui.execute(() -> {
				if (dialog != null) {
					dialog.close();
				}
			});
		}
	}
}

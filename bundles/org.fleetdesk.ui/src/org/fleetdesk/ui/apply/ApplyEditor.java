package org.fleetdesk.ui.apply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.MissingNode;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.text.IFindReplaceTarget;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.ISaveablePart2;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.drafts.Draft;
import org.fleetdesk.ui.Errands;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.table.NoticeBand;
import org.fleetdesk.ui.table.NoticeBand.Choice;
import org.fleetdesk.ui.table.NoticeBand.Notice;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.table.ThemeChanges;
import org.fleetdesk.ui.yaml.ClosePrompt;
import org.fleetdesk.ui.yaml.DraftKeeper;
import org.fleetdesk.ui.yaml.DraftKeeper.Typed;
import org.fleetdesk.ui.yaml.TextActions;
import org.fleetdesk.ui.yaml.YamlBlocks;
import org.fleetdesk.ui.yaml.YamlChecker;
import org.fleetdesk.ui.yaml.YamlKeys;
import org.fleetdesk.ui.yaml.YamlPane;

/**
 * A text of one or many documents, of a file or of none yet, to be applied to clusters. Saving writes the file; applying is
 * another command. Its text is never lost: a draft is kept while one types. Files are read and written on other threads.
 */
public final class ApplyEditor extends EditorPart implements ISaveablePart2 {
	/** The editor's id. */
	public static final String ID = "org.fleetdesk.ui.editor.apply";
	private static final Duration TICK = Duration.ofMillis(500);
	private static final Pattern SECRET = Pattern.compile("(?m)^[\\s\\-\"'{]*kind[\"']?:\\s*[\"']?Secret\\b");

	private ApplyInput input;
	private UiExecutor ui;
	private Errands errands;
	private TargetRow row;
	private NoticeBand band;
	private YamlPane pane;
	private YamlChecker checker;
	private DraftKeeper drafts;
	private Optional<Draft> offered = Optional.empty();
	private List<String> said = List.of();
	private String saved = "";
	private boolean dirty;

	@Override
	public void init(IEditorSite site, IEditorInput given) throws PartInitException {
		if (!(given instanceof ApplyInput text)) {
			throw new PartInitException("no text: " + given);
		}
		setSite(site);
		setInput(given);
		input = text;
		setPartName(text.getName());
	}

	@Override
	public void createPartControl(Composite parent) {
		errands = getSite().getService(Errands.class);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		row = new TargetRow(parent, getSite(), this::apply);
		band = new NoticeBand(parent, row.styled());
		pane = new YamlPane(parent, this::typed);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(pane.control());
		ui = UiExecutor.of(pane.widget());
		YamlKeys.on(getSite(), pane);
		checker = new YamlChecker(pane, getSite().getService(Background.class));
		drafts = new DraftKeeper(getSite(), pane.widget(), input.key(), input.getName(), this::draft);
		pane.control().addListener(SWT.Dispose, event -> {
			if (dirty) {
				drafts.keep();
			}
		});
		new TextActions(this, pane).front(true);
		ThemeChanges.follow(getSite(), parent, this::themed);
		ui.every(TICK, this::themed); // the theme colours the fields a moment later
		pane.editable(input.file().isEmpty());
		input.file().ifPresentOrElse(this::read, this::find);
	}

	private void read(Path file) {
		errands.run(NLS.bind(Messages.read_failed, file), () -> {
			try {
				String text = Files.readString(file).replace("\r\n", "\n").replaceFirst("^\ufeff", "");
				ui.execute(() -> {
					saved = text;
					pane.show(text, YamlBlocks.of(text));
					pane.editable(true);
					checker.soon();
					find();
				});
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		});
	}

	/** A draft of a text without a file is the text itself; that of a file is offered. */
	private void find() {
		drafts.find((draft, base) -> {
			if (input.file().isEmpty() && pane.text().isEmpty()) {
				pane.type(draft.text());
				pane.caret(draft.caret());
			} else if (!draft.text().equals(pane.text())) {
				offered = Optional.of(draft);
				notices();
			}
		});
	}

	private Optional<Typed> draft() {
		return Optional.of(pane.text()).filter(text -> dirty && !text.isBlank()).map(text -> new Typed(
				MissingNode.getInstance(), text, pane.caret(), SECRET.matcher(text).find()));
	}

	private void typed() {
		boolean now = !pane.text().equals(saved);
		offered = Optional.empty();
		said = List.of();
		notices();
		checker.soon();
		drafts.soon();
		dirty(now);
	}

	private void dirty(boolean now) {
		if (now != dirty) {
			dirty = now;
			firePropertyChange(IEditorPart.PROP_DIRTY);
		}
	}

	private void notices() {
		List<Notice> all = new ArrayList<>();
		offered.ifPresent(draft -> all.add(Notice.of(Messages.draft_found,
				new Choice(Messages.draft_restore, () -> pane.type(draft.text())),
				new Choice(Messages.draft_discard, () -> {
					offered = Optional.empty();
					drafts.drop();
					notices();
				}))));
		said.forEach(sentence -> all.add(Notice.of(sentence)));
		band.show(all);
	}

	/** Says what came of it above the text. */
	void say(List<String> sentences) {
		said = List.copyOf(sentences);
		notices();
	}

	/** Previews the text on the chosen clusters, and applies it when somebody says so. */
	public void apply() {
		checker.read(documents -> new ApplyRun(this, pane, checker, row.clusters(), row.namespace(), documents)
				.start());
	}

	/** The text is on the clusters. */
	void applied() {
		if (input.file().isEmpty()) {
			saved = pane.text();
			dirty(false);
			drafts.drop();
		}
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		input.file().ifPresentOrElse(this::write, this::doSaveAs);
	}

	@Override
	public void doSaveAs() {
		FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
		dialog.setFilterExtensions(new String[]{"*.yaml", "*"});
		dialog.setOverwrite(true);
		Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(file -> {
			drafts.drop();
			input = ApplyInput.of(file);
			drafts = new DraftKeeper(getSite(), pane.widget(), input.key(), input.getName(), this::draft);
			setInputWithNotify(input);
			setPartName(input.getName());
			write(file);
		});
	}

	private void write(Path file) {
		String text = pane.text();
		errands.run(NLS.bind(Messages.write_failed, file), () -> {
			try {
				Files.writeString(file, text);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
			ui.execute(() -> {
				saved = text;
				dirty(!pane.text().equals(text));
				drafts.keep();
			});
		});
	}

	@Override
	public int promptToSaveOnClose() {
		if (pane.text().isBlank()) {
			return NO;
		}
		return switch (ClosePrompt.ask(getSite().getShell(), getPartName())) {
			case SAVE -> YES;
			case KEEP -> NO;
			case DISCARD -> {
				drafts.drop();
				saved = pane.text();
				dirty = false;
				yield NO;
			}
			case STAY -> CANCEL;
		};
	}

	@Override
	public boolean isDirty() {
		return dirty;
	}

	@Override
	public boolean isSaveAsAllowed() {
		return true;
	}

	private void themed() {
		Palette palette = Palette.of(row.styled());
		pane.themed(palette);
		band.themed();
	}

	/** The text and its marks, for tests. */
	public YamlPane pane() {
		return pane;
	}

	/** What is said above the text, for tests. */
	public List<String> said() {
		return band.notices().stream().map(Notice::text).toList();
	}

	/** Which clusters it is for. */
	public TargetRow targets() {
		return row;
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		if (type == IFindReplaceTarget.class && pane != null) {
			return type.cast(pane.findTarget());
		}
		return super.getAdapter(type);
	}

	@Override
	public void setFocus() {
		pane.widget().setFocus();
	}
}

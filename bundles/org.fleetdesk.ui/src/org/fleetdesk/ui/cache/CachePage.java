package org.fleetdesk.ui.cache;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

import org.fleetdesk.core.cache.Cache;
import org.fleetdesk.ui.Errands;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.table.FreshnessText;

/** The preference page that says how much is remembered, how much may be, and forgets it. */
public final class CachePage extends PreferencePage implements IWorkbenchPreferencePage {
	private static final int MOST = 100_000;
	private Cache cache;
	private Errands errands;
	private UiExecutor ui;
	private Text size;
	private Label used;
	private int kept;

	@Override
	public void init(IWorkbench workbench) {
		cache = workbench.getService(Cache.class);
		errands = workbench.getService(Errands.class);
		setDescription(Messages.cache_description);
		noDefaultAndApplyButton();
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 8).applyTo(area);
		new Label(area, SWT.NONE).setText(Messages.cache_size);
		size = new Text(area, SWT.BORDER | SWT.RIGHT);
		GridDataFactory.swtDefaults().hint(convertWidthInCharsToPixels(10), SWT.DEFAULT).applyTo(size);
		size.setEnabled(false);
		size.addModifyListener(event -> check());
		used = new Label(area, SWT.NONE);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(used);
		Button clear = new Button(area, SWT.PUSH);
		clear.setText(Messages.cache_clear);
		GridDataFactory.swtDefaults().span(2, 1).applyTo(clear);
		clear.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> clear()));
		ui = UiExecutor.of(area);
		errands.run(Messages.cache_failed, () -> {
			int megabytes = cache.megabytes();
			ui.execute(() -> {
				kept = megabytes;
				size.setText(String.valueOf(megabytes));
				size.setEnabled(true);
			});
			look();
		});
		return area;
	}

	/** Says how much there is; reads it, so not on the UI thread. */
	private void look() {
		Optional<Cache.Usage> usage = cache.usage();
		String text = usage.map(u -> NLS.bind(Messages.cache_used, megabytes(u.bytes()), megabytes(u.file())))
				.orElse(Messages.cache_unusable);
		ui.execute(() -> used.setText(text));
	}

	private static String megabytes(long bytes) {
		return FreshnessText.number((bytes + (1 << 19)) >> 20);
	}

	private void clear() {
		errands.run(Messages.cache_failed, () -> {
			cache.clear();
			look();
		});
	}

	private Optional<Integer> typed() {
		try {
			return Optional.of(Integer.valueOf(size.getText().strip())).filter(m -> m > 0 && m <= MOST);
		} catch (NumberFormatException e) {
			return Optional.empty();
		}
	}

	private void check() {
		boolean right = typed().isPresent();
		setErrorMessage(right ? null : Messages.cache_wrong);
		setValid(right);
	}

	@Override
	public boolean performOk() {
		if (size != null && size.isEnabled()) {
			typed().filter(megabytes -> megabytes != kept)
					.ifPresent(megabytes -> errands.run(Messages.cache_failed, () -> cache.megabytes(megabytes)));
		}
		return true;
	}
}

package org.fleetdesk.ui.journal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import org.fleetdesk.ui.journal.HistoryState.Range;
import org.fleetdesk.ui.journal.HistoryState.Span;

import org.jspecify.annotations.Nullable;

/** Asks for a time between two moments. Belongs to the UI thread. */
final class SpanDialog extends Dialog {
	private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("MM-dd HH:mm");
	private static final ZoneId ZONE = ZoneId.systemDefault();
	private LocalDateTime from;
	private LocalDateTime until;
	private @Nullable Label problem;

	SpanDialog(Shell shell, Span span) {
		super(shell);
		LocalDateTime midnight = LocalDateTime.now(ZONE).toLocalDate().atStartOfDay();
		boolean chosen = span.range() == Range.BETWEEN;
		from = chosen ? LocalDateTime.ofInstant(span.from(), ZONE) : midnight;
		until = chosen ? LocalDateTime.ofInstant(span.until(), ZONE) : midnight.plusDays(1).minusMinutes(1);
	}

	/** Asks; empty if it was cancelled. */
	Optional<Span> ask() {
		return open() == Window.OK
				? Optional.of(new Span(Range.BETWEEN, from.atZone(ZONE).toInstant(), until.atZone(ZONE).toInstant()))
				: Optional.empty();
	}

	/** A moment as the bar has it. */
	static String text(Instant moment) {
		return TEXT.format(moment.atZone(ZONE));
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.span_title);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(10, 10).spacing(8, 8).applyTo(area);
		moment(area, Messages.span_from, from, chosen -> from = chosen);
		moment(area, Messages.span_until, until, chosen -> until = chosen);
		Label says = new Label(area, SWT.WRAP);
		org.eclipse.jface.layout.GridDataFactory.fillDefaults().span(3, 1).applyTo(says);
		problem = says;
		return area;
	}

	private void moment(Composite area, String title, LocalDateTime begin,
			java.util.function.Consumer<LocalDateTime> taker) {
		new Label(area, SWT.NONE).setText(title);
		DateTime date = new DateTime(area, SWT.DATE | SWT.MEDIUM | SWT.DROP_DOWN | SWT.BORDER);
		date.setDate(begin.getYear(), begin.getMonthValue() - 1, begin.getDayOfMonth());
		DateTime time = new DateTime(area, SWT.TIME | SWT.SHORT | SWT.BORDER);
		time.setTime(begin.getHour(), begin.getMinute(), 0);
		SelectionListener chosen = SelectionListener.widgetSelectedAdapter(event -> {
			taker.accept(LocalDateTime.of(date.getYear(), date.getMonth() + 1, date.getDay(), time.getHours(),
					time.getMinutes()));
			update();
		});
		date.addSelectionListener(chosen);
		time.addSelectionListener(chosen);
	}

	private void update() {
		boolean right = from.isBefore(until);
		Button ok = getButton(IDialogConstants.OK_ID);
		if (ok != null && problem != null) {
			ok.setEnabled(right);
			problem.setText(right ? "" : Messages.span_wrong);
			problem.getParent().layout();
		}
	}
}

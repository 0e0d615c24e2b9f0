package org.fleetdesk.core.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Listeners;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.internal.h2.DatabaseFile;
import org.fleetdesk.core.internal.h2.OneThread;
import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The journal in the database of a folder, which one program has at a time. Takes in what others append to the
 * {@link JournalFile}, when it starts and every few seconds. While the database cannot be used, entries go to that file,
 * and it is tried again. Its owner closes it.
 */
public final class JournalDatabase implements Journal, JournalHistory, AutoCloseable {
	private static final int LOOK_SECONDS = 5;
	private static final String SETTINGS = "journal.json";
	private static final int MEGABYTES = 200;
	private final DatabaseFile state;
	private final JournalFile file;
	private final LongSupplier limits;
	private final Background background;
	private final Consumer<Finding> trouble;
	private final OneThread thread;
	private final Set<DatabaseFile.Fault> told = EnumSet.noneOf(DatabaseFile.Fault.class); // of the one thread
	private @Nullable Connection connection; // of the one thread
	private @Nullable JournalRows rows; // of the one thread
	private long limit; // of the one thread
	private boolean closed; // of the one thread
	private volatile @Nullable ScheduledFuture<?> looks;
	private volatile String problem = "";
	private final Listeners listeners = new Listeners();

	/** The settings file. */
	record Saved(int megabytes) {
	}

	/**
	 * The database of a folder, not opened yet.
	 *
	 * @param file the folder's file,
	 * @param limit how many bytes of entries it keeps; asked when it is opened, and may block
	 * @param trouble told once of each reason why the database cannot be used, on a thread of its own
	 */
	public JournalDatabase(DataFolder folder, JournalFile file, LongSupplier limit, Background background,
			Consumer<Finding> trouble) {
		this.state = JournalRows.file(folder);
		this.file = Objects.requireNonNull(file);
		this.limits = Objects.requireNonNull(limit);
		this.background = Objects.requireNonNull(background);
		this.trouble = Objects.requireNonNull(trouble);
		this.thread = new OneThread(background.threads());
	}

	/** How many bytes somebody wants kept; read from the settings. */
	public static long limit(SettingsFolder settings) {
		int megabytes = settings.read(SETTINGS, Saved.class).map(Saved::megabytes).filter(m -> m > 0).orElse(MEGABYTES);
		return (long) megabytes << 20;
	}

	/** Opens the database, takes the file in, and looks at it from now on; blocks for the disk. */
	public void start() {
		look();
		looks = background.scheduler().scheduleWithFixedDelay(
				() -> background.threads().newThread(this::look).start(), LOOK_SECONDS, LOOK_SECONDS,
				TimeUnit.SECONDS);
	}

	/** Opens the database if it is not open, and takes in what the file holds. */
	void look() {
		thread.run(() -> {
			if (!closed && opened() && file.anything()) {
				takeIn();
			}
			return true;
		});
	}

	private boolean opened() {
		if (rows == null) {
			try {
				use(open());
			} catch (SQLException | IOException e) {
				fails(e);
			}
		}
		return rows != null;
	}

	private void use(Connection opened) throws SQLException {
		connection = opened;
		limit = limits.getAsLong();
		rows = new JournalRows(opened);
		problem = "";
		listeners.changed();
	}

	private Connection open() throws SQLException, IOException {
		try {
			return state.open();
		} catch (SQLException e) {
			if (DatabaseFile.fault(e) != DatabaseFile.Fault.DAMAGED) {
				throw e;
			}
			tell(DatabaseFile.Fault.DAMAGED, state.setAside(Integer.MAX_VALUE).toString());
			return state.open();
		}
	}

	private void takeIn() {
		try {
			file.handOver(entries -> Objects.requireNonNull(rows).keep(entries, limit));
			listeners.changed();
		} catch (Exception e) {
			fails(e);
		}
	}

	@Override
	public void record(Entry entry) {
		boolean kept = thread.run(() -> {
			JournalRows open = rows;
			if (open == null) {
				return false;
			}
			try {
				open.keep(List.of(entry), limit);
				return true;
			} catch (SQLException | RuntimeException e) {
				fails(e);
				return false;
			}
		});
		if (!kept) {
			file.record(entry);
		}
		listeners.changed();
	}

	/** Calls a listener when there are other entries; of those that other programs append, within seconds. */
	public Registration listen(Runnable listener) {
		return listeners.add(listener);
	}

	/** Why the database cannot be used now, one sentence: only what the file holds is found. Empty while it can. */
	public String problem() {
		return problem;
	}

	@Override
	public List<Entry> find(JournalQuery query) {
		List<Entry> kept = kept(open -> open.find(query), List.of());
		List<Entry> waiting = file.find(query);
		if (waiting.isEmpty()) {
			return kept;
		}
		Set<String> newer = waiting.stream().map(Entry::id).collect(Collectors.toSet());
		return JournalFile.newest(
				Stream.concat(waiting.stream(), kept.stream().filter(entry -> !newer.contains(entry.id()))), query);
	}

	@Override
	public Optional<Entry> entry(String id) {
		return file.entry(id).or(() -> kept(open -> open.entry(id), Optional.empty()));
	}

	@Override
	public JournalChoices choices() {
		return file.choices(kept(JournalRows::choices, JournalChoices.NONE));
	}

	private interface Question<T> {
		T of(JournalRows open) throws SQLException;
	}

	private <T> T kept(Question<T> question, T none) {
		return thread.run(() -> {
			try {
				return rows == null ? none : question.of(rows);
			} catch (SQLException e) {
				throw new UncheckedIOException(Texts.text("journal.unread", state.path(), e.getMessage()),
						new IOException(e));
			}
		});
	}

	/**
	 * What a folder's database holds, read without keeping it open; empty while another program has it.
	 *
	 * @throws UncheckedIOException if it is there and cannot be read
	 */
	public static Optional<List<Entry>> peek(DataFolder folder, JournalQuery query) {
		DatabaseFile state = JournalRows.file(folder);
		if (state.path().toFile().length() == 0) {
			return Optional.of(List.of());
		}
		try (Connection connection = state.read()) {
			return Optional.of(new JournalRows(connection).find(query));
		} catch (SQLException e) {
			if (DatabaseFile.fault(e) == DatabaseFile.Fault.LOCKED) {
				return Optional.empty();
			}
			throw new UncheckedIOException(Texts.text("journal.unread", state.path(), e.getMessage()),
					new IOException(e));
		}
	}

	/** From now on the file keeps what comes, until the database can be used again. */
	private void fails(Exception cause) {
		shut();
		String sentence = tell(DatabaseFile.fault(cause), String.valueOf(cause.getMessage()));
		if (!sentence.equals(problem)) {
			problem = sentence;
			listeners.changed();
		}
	}

	private String tell(DatabaseFile.Fault fault, String place) {
		String sentence = Texts.text(switch (fault) {
			case LOCKED -> "journal.locked";
			case DAMAGED -> "journal.damaged";
			case UNUSABLE -> "journal.unusable";
		}, place);
		if (told.add(fault)) {
			trouble.accept(new Finding(Finding.Severity.WARNING, state.path().toString(), sentence, ""));
		}
		return sentence;
	}

	private void shut() {
		Connection open = connection;
		connection = null;
		rows = null;
		if (open != null) {
			try {
				open.close();
			} catch (SQLException e) {
				tell(DatabaseFile.Fault.UNUSABLE, String.valueOf(e.getMessage()));
			}
		}
	}

	/** Closes the database; waits for an entry that is being written. What comes later goes to the file. */
	@Override
	public void close() {
		ScheduledFuture<?> scheduled = looks;
		if (scheduled != null) {
			scheduled.cancel(false);
		}
		thread.run(() -> {
			closed = true;
			shut();
			return true;
		});
	}
}

package org.fleetdesk.core.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.internal.h2.OneThread;
import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.kube.Finding;

/**
 * The journal as a file of lines that any number of programs append to, each line whole and on the disk before
 * {@link #record} returns. Bounded: when it is full, its older half goes. One for each folder and process;
 * holds nothing open.
 */
public final class JournalFile implements Journal, JournalHistory {
	/** How many bytes it may have. */
	public static final long LIMIT = 32L << 20;
	private static final String NAME = "journal.jsonl";
	private final DataFolder folder;
	private final long half;
	private final Consumer<Finding> trouble;
	private final EntryJson json = new EntryJson();
	private final OneThread thread;
	private boolean told; // of the one thread

	/**
	 * The file of a folder, not opened yet.
	 *
	 * @param limit how many bytes it may have
	 * @param trouble told once if entries cannot be kept, on a thread of its own
	 */
	public JournalFile(DataFolder folder, long limit, ThreadFactory threads, Consumer<Finding> trouble) {
		this.folder = Objects.requireNonNull(folder);
		this.half = limit / 2;
		this.trouble = Objects.requireNonNull(trouble);
		this.thread = new OneThread(threads);
	}

	@Override
	public void record(Entry entry) {
		thread.run(() -> {
			try {
				locked(() -> append(entry));
			} catch (IOException | UncheckedIOException e) {
				tell(e);
			}
			return true;
		});
	}

	private void tell(Exception problem) {
		if (!told) {
			told = true;
			trouble.accept(new Finding(Finding.Severity.ERROR, newer().toString(),
					Texts.text("journal.lost", problem.getMessage()), Texts.text("journal.lost.remedy")));
		}
	}

	private boolean append(Entry entry) throws IOException {
		byte[] line = bytes(entry);
		if (line.length > half) {
			line = bytes(entry.with(Optional.empty(), Optional.empty()));
		}
		Path file = folder.make(NAME);
		if (Files.size(file) + line.length > half) {
			Files.move(file, older(), StandardCopyOption.REPLACE_EXISTING);
			file = folder.make(NAME);
		}
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			long end = channel.size();
			try {
				channel.position(end);
				write(channel, afterPart(channel, end) ? line(line) : line);
				channel.force(false);
			} catch (IOException e) {
				channel.truncate(end); // no part of a line stays
				throw e;
			}
		}
		return true;
	}

	private byte[] bytes(Entry entry) {
		return (json.line(entry) + "\n").getBytes(StandardCharsets.UTF_8);
	}

	/** Whether a program was stopped while it wrote the last line. */
	private static boolean afterPart(FileChannel channel, long end) throws IOException {
		ByteBuffer last = ByteBuffer.allocate(1);
		return end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
	}

	private static byte[] line(byte[] text) {
		byte[] line = new byte[text.length + 1];
		line[0] = '\n';
		System.arraycopy(text, 0, line, 1, text.length);
		return line;
	}

	private static void write(FileChannel channel, byte[] text) throws IOException {
		ByteBuffer bytes = ByteBuffer.wrap(text);
		while (bytes.hasRemaining()) {
			channel.write(bytes);
		}
	}

	private Path newer() {
		return folder.path().resolve(NAME);
	}

	private Path older() {
		return folder.path().resolve(NAME + ".1");
	}

	@Override
	public List<Entry> find(JournalQuery query) {
		return newest(entries().map(entry -> query.bare() ? entry.with(Optional.empty(), Optional.empty()) : entry),
				query);
	}

	@Override
	public Optional<Entry> entry(String id) {
		return entries().filter(entry -> entry.id().equals(id)).map(Entry::read).findFirst();
	}

	@Override
	public JournalChoices choices() {
		return choices(JournalChoices.NONE);
	}

	/** What the entries are about, besides these. */
	JournalChoices choices(JournalChoices others) {
		return others.and(entries());
	}

	private Stream<Entry> entries() {
		return thread.run(() -> {
			try {
				return anything() ? locked(this::all).entries() : Stream.<Entry>empty();
			} catch (IOException e) {
				throw new UncheckedIOException(
						Texts.text("journal.unread", newer(), e.getMessage()), e);
			}
		});
	}

	/** The entries that are meant, newest first. */
	static List<Entry> newest(Stream<Entry> entries, JournalQuery query) {
		return entries.map(Entry::read).filter(query::matches).sorted(Comparator.comparing(Entry::begun).reversed())
				.limit(query.limit()).toList();
	}

	/** What stands in the files: each entry as it was last recorded, and whether some lines could not be read. */
	private record Content(Map<String, Entry> byId, boolean damaged) {
		Stream<Entry> entries() {
			return byId.values().stream();
		}
	}

	private Content all() throws IOException {
		Map<String, Entry> entries = new LinkedHashMap<>();
		boolean damaged = false;
		for (Path file : List.of(older(), newer())) {
			if (!Files.exists(file)) {
				continue;
			}
			// bytes that are no text come from a damaged disk: they spoil their line alone
			for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
				Optional<Entry> entry = json.entry(line);
				entry.ifPresent(e -> entries.put(e.id(), e));
				damaged |= entry.isEmpty() && !line.isEmpty();
			}
		}
		return new Content(entries, damaged);
	}

	/** Whether something stands in the file; costs a look at the folder. */
	boolean anything() {
		return Stream.of(older(), newer()).anyMatch(file -> file.toFile().length() > 0);
	}

	/** Takes what a database keeps from now on. */
	@FunctionalInterface
	interface Taker {
		/** Keeps the entries, on the disk when it returns; if it throws, they stay in the file. */
		void take(List<Entry> entries) throws Exception;
	}

	/** Hands all entries over and empties the file; files with lines that nobody can read are set aside instead. */
	void handOver(Taker taker) throws Exception {
		thread.call(() -> locked(() -> {
			Content content = all();
			taker.take(content.entries().toList());
			for (Path file : List.of(older(), newer())) {
				if (content.damaged() && Files.exists(file)) {
					Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"),
							StandardCopyOption.REPLACE_EXISTING);
				} else {
					Files.deleteIfExists(file);
				}
			}
			return true;
		}));
	}

	/** Work under the lock that every program takes. */
	private <T> T locked(Callable<T> work) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(folder.make("journal.lock").toFile(), "rw");
				FileLock lock = file.getChannel().lock()) {
			if (!lock.isValid()) {
				throw new IOException(lock.toString());
			}
			return work.call();
		} catch (IOException | RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new IOException(e);
		}
	}
}

package org.fleetdesk.ui.compare;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Listeners;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.document.Document;
import org.fleetdesk.core.document.Documents;
import org.fleetdesk.core.document.TextFile;
import org.fleetdesk.ui.object.ObjectRef;
import org.fleetdesk.ui.table.FreshnessText;

/** A document of a file, as it was read last. */
final class FileSource implements SideSource {
	private final SideRef.OfFile ref;
	private final Optional<ObjectRef> like;
	private final Background background;
	private final Listeners listeners = new Listeners();
	private volatile Newest newest;

	/** A source that has read nothing; {@code like} is the object on the other side, if it is one. */
	FileSource(SideRef.OfFile ref, Optional<ObjectRef> like, Background background) {
		this.ref = ref;
		this.like = like;
		this.background = background;
		this.newest = new Newest(Optional.empty(), Optional.empty(), 1, ref.file().toString(), List.of(), false);
	}

	@Override
	public void begin() {
		background.threads().newThread(this::read).start();
	}

	private void read() {
		String place = NLS.bind(Messages.place, ref.file(),
				NLS.bind(Messages.as_of, new FreshnessText(ZoneId.systemDefault(), background.clock().instant())
						.time(background.clock().instant())));
		try {
			String text = TextFile.read(ref.file());
			List<Document> documents = Documents.parse(text).documents();
			int number = number(documents);
			newest = number > 0 && number <= documents.size() && documents.get(number - 1).tree().isPresent()
					? new Newest(Optional.empty(), Optional.of(text), number, place, List.of(), false)
					: new Newest(Optional.empty(), Optional.empty(), 1, place, List.of(wrong(documents, number)),
							false);
		} catch (IOException e) {
			newest = new Newest(Optional.empty(), Optional.empty(), 1, place,
					List.of(NLS.bind(Messages.file_unread, ref.file())), false);
		}
		listeners.changed();
	}

	private String wrong(List<Document> documents, int number) {
		return documents.stream().filter(d -> d.number() == number).flatMap(d -> d.problems().stream()).findFirst()
				.map(problem -> NLS.bind(Messages.file_wrong,
						new Object[]{ref.file(), problem.range().line(), problem.message()}))
				.orElseGet(() -> NLS.bind(Messages.file_none, ref.file()));
	}

	/** The document that was asked for, or the one that is most like the object on the other side. */
	private int number(List<Document> documents) {
		return ref.document() > 0 || documents.isEmpty()
				? ref.document()
				: documents.stream().max(Comparator.comparingInt(this::likeness).thenComparing(
						Comparator.comparingInt(Document::number).reversed())).map(Document::number).orElse(1);
	}

	private int likeness(Document document) {
		boolean kind = like.filter(ref -> ref.kind().equals(document.kind())).isPresent();
		boolean name = like.filter(ref -> ref.name().equals(document.name())).isPresent();
		boolean namespace = like.filter(ref -> ref.namespace().equals(document.namespace())).isPresent();
		return (kind ? 4 : 0) + (name ? 2 : 0) + (namespace ? 1 : 0);
	}

	@Override
	public Newest newest() {
		return newest;
	}

	@Override
	public Registration listen(Runnable listener) {
		return listeners.add(listener);
	}

	@Override
	public void refresh() {
		begin();
	}

	@Override
	public void close() {
		// holds nothing open
	}
}

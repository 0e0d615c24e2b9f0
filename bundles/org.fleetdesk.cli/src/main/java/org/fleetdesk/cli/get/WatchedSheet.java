package org.fleetdesk.cli.get;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.watch.Freshness;
import org.fleetdesk.kube.watch.ListSink;

/**
 * Turns a live list into news: the first list whole, then each row that changed; after a re-list only what changed
 * meanwhile. Ends the watch if the first list cannot be had.
 */
final class WatchedSheet implements ListSink {
	private final Target target;
	private final ResourceType type;
	private final BlockingQueue<WatchNews> news;
	private boolean silent;
	private boolean whole;
	private boolean ended;
	private boolean away;
	private List<Column> columns = List.of();
	private Map<String, Row> known = new LinkedHashMap<>();
	private Map<String, Row> listing = new LinkedHashMap<>();
	private boolean relisting;

	/** @param changesOnly whether the first list is not told */
	WatchedSheet(Target target, ResourceType type, boolean changesOnly, BlockingQueue<WatchNews> news) {
		this.target = target;
		this.type = type;
		this.silent = changesOnly;
		this.news = news;
	}

	@Override
	public void relist() {
		relisting = true;
		listing = new LinkedHashMap<>();
	}

	@Override
	public void columns(List<Column> newest) {
		columns = List.copyOf(newest);
	}

	@Override
	public void row(Row row) {
		if (relisting) {
			listing.put(row.uid(), row);
		} else if (!row.equals(known.put(row.uid(), row))) {
			tell(List.of(row));
		}
	}

	@Override
	public void deleted(Row row) {
		if (relisting) {
			listing.remove(row.uid()); // that it is gone is told when the list is whole
		} else {
			known.remove(row.uid());
			tell(List.of(row));
		}
	}

	@Override
	public void complete() {
		Map<String, Row> before = known;
		known = listing;
		listing = new LinkedHashMap<>();
		relisting = false;
		whole = true;
		List<Row> gone = before.values().stream().filter(row -> !known.containsKey(row.uid())).toList();
		List<Row> changed = known.values().stream().filter(row -> !row.equals(before.get(row.uid()))).toList();
		if (!silent) {
			tell(gone);
			tell(changed);
		}
		silent = false;
	}

	private void tell(List<Row> rows) {
		Sheet sheet = new Sheet(target, type);
		sheet.columns(columns);
		rows.forEach(sheet::row);
		news.add(new WatchNews.Rows(sheet));
	}

	@Override
	public void freshness(Freshness freshness) {
		Optional<KubeException> problem = freshness.problem();
		boolean expired = problem.filter(KubeException.Expired.class::isInstance).isPresent();
		if (freshness.state() == Freshness.State.FAILED || !whole && problem.isPresent() && !expired) {
			end(problem);
		} else if (freshness.state() == Freshness.State.STALE && problem.isPresent() && !away && !expired) {
			away = true;
			say(Texts.text("watch.away", problem.get().getMessage()));
		} else if (freshness.state() == Freshness.State.LIVE && away) {
			away = false;
			say(Texts.text("watch.back"));
		}
	}

	private void say(String sentence) {
		news.add(new WatchNews.Said(target, sentence));
	}

	private void end(Optional<KubeException> problem) {
		if (!ended) {
			ended = true;
			news.add(new WatchNews.Ended(target, problem.map(p -> p)));
			Thread.currentThread().interrupt(); // the reflector runs on this thread and would try again
		}
	}
}

package org.fleetdesk.core.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.core.cell.CellOrder;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Row;

import org.jspecify.annotations.Nullable;

/**
 * A key, an operator and a value: {@code ns:web}, {@code restarts>3}, {@code age<=2d}.
 *
 * @param key the key as it was written
 * @param column whether the key is a heading although there is a key of this word, since it stood in quotes
 * @param operator what must be
 * @param value of what
 * @param from where the term begins in the text
 * @param to where it ends
 */
record KeyTerm(String key, boolean column, Operator operator, Value value, int from, int to) implements Term {

	/** Finds a text or number of a line. */
	private interface Source {
		@Nullable
		Object of(Subject subject);
	}

	/** Whether a key means the age. */
	static boolean age(String key) {
		return Heading.plain(key).equals("age");
	}

	@Override
	public LineTest on(FilterRun run) {
		List<LineTest> tests = new ArrayList<>();
		Optional<Key> known = column ? Optional.empty() : Key.of(key);
		boolean lists = known.filter(k -> k == Key.IMAGE || k == Key.IP).isPresent();
		for (Source source : known.map(KeyTerm::own).orElse(List.of())) {
			CellTest test = cellTest(false);
			tests.add(subject -> test.of(source.of(subject)));
		}
		if (known.filter(k -> k == Key.NODE).isPresent()) { // nodes themselves are found by the key of their pods
			CellTest test = cellTest(false);
			tests.add(subject -> node(subject.type()) && test.of(subject.row().name()));
		}
		List<Integer> columns = known.map(k -> k.columns(run.headings())).orElseGet(() -> named(run.headings()));
		for (int index : columns) {
			Heading heading = run.headings().get(index);
			CellTest test = cellTest(lists);
			tests.add(heading.age()
					? age(run)
					: heading.moment()
							? moment(run, index, test)
							: subject -> test.of(subject.cell(index)));
		}
		if (tests.isEmpty()) {
			if (age(key)) { // rows know it without a heading
				tests.add(age(run));
			} else {
				run.missing(this);
				if (!operator.orders() && known.isEmpty() && operator != Operator.UNEQUAL) {
					return new Word(new Value(key + operator.sign() + value.text(), true, null)).on(run);
				}
			}
		}
		LineTest[] any = tests.toArray(LineTest[]::new);
		boolean not = operator == Operator.UNEQUAL;
		return subject -> {
			for (LineTest test : any) {
				if (test.of(subject)) {
					return !not;
				}
			}
			return not;
		};
	}

	/** What rows know themselves. */
	private static List<Source> own(Key key) {
		return switch (key) {
			case NAMESPACE -> List.of(subject -> subject.row().namespace());
			case CLUSTER -> List.of(Subject::cluster);
			case KIND -> List.of(subject -> subject.type().kind(), subject -> subject.type().plural());
			case NAME -> List.of(subject -> subject.row().name());
			case OWNER -> List.of(subject -> subject.row().owner());
			case HEALTH -> List.of(Subject::health);
			default -> List.of();
		};
	}

	private static boolean node(ResourceType type) {
		return type.plural().equals("nodes") && type.group().isEmpty();
	}

	private List<Integer> named(List<Heading> headings) {
		String plain = Heading.plain(key);
		List<Integer> found = new ArrayList<>();
		for (int i = 0; i < headings.size(); i++) {
			if (Heading.plain(headings.get(i).name()).equals(plain)) {
				found.add(i);
			}
		}
		return found;
	}

	private CellTest cellTest(boolean lists) {
		return operator.orders() ? new Compared() : new Same(lists);
	}

	/** Whether a text or number is, or has, the value. */
	private final class Same extends CellTest {
		private final TextTest test = operator == Operator.HAS ? value.within(true) : value.whole();
		private final double number = value.quoted() ? Double.NaN : Amount.plain(value.text());
		private final boolean isNumber = number(value.text());
		private final boolean lists;
		private final boolean nothing = value.expression() == null && value.text().isEmpty();

		private Same(boolean lists) {
			this.lists = lists;
		}

		private boolean number(String text) {
			return !Double.isNaN(number) && text.indexOf(' ') < 0 && text.indexOf('(') < 0;
		}

		@Override
		boolean ofText(String text) {
			if (isNumber) {
				double other = Amount.plain(text);
				if (!Double.isNaN(other)) {
					return other == number;
				}
			}
			return test.in(text) || lists && inPart(text);
		}

		/** Of several texts with commas between them, one is enough. */
		private boolean inPart(String text) {
			int from = 0;
			for (int comma = text.indexOf(','); from > 0 || comma >= 0; comma = text.indexOf(',', from)) {
				int to = comma < 0 ? text.length() : comma;
				while (from < to && text.charAt(from) == ' ') {
					from++;
				}
				if (test.in(text, from, to)) {
					return true;
				}
				if (comma < 0) {
					return false;
				}
				from = comma + 1;
			}
			return false;
		}

		@Override
		boolean ofNumber(Number cell) {
			return isNumber ? cell.doubleValue() == number : value.expression() != null && test.in(cell.toString());
		}

		@Override
		boolean ofNothing() {
			return nothing;
		}
	}

	/** Whether a text or number is greater or less than the value: as durations, as quantities, or else as texts. */
	private final class Compared extends CellTest {
		private final double seconds = Amount.seconds(value.text());
		private final double quantity = Amount.quantity(value.text());
		private final boolean text = Double.isNaN(seconds) && Double.isNaN(quantity);

		@Override
		boolean ofText(String cell) {
			if (text) {
				return operator.passes(CellOrder.NATURAL.compare(cell, value.text()));
			}
			double duration = Double.isNaN(seconds) ? Double.NaN : Amount.seconds(cell);
			if (!Double.isNaN(duration)) {
				return operator.passes(Double.compare(duration, seconds));
			}
			double amount = Double.isNaN(quantity) ? Double.NaN : Amount.quantity(cell);
			return !Double.isNaN(amount) && operator.passes(Double.compare(amount, quantity));
		}

		@Override
		boolean ofNumber(Number cell) {
			return !Double.isNaN(quantity) && operator.passes(Double.compare(cell.doubleValue(), quantity));
		}
	}

	private LineTest age(FilterRun run) {
		MomentTest test = new MomentTest(run, false);
		return subject -> {
			long created = subject.row().createdMillis();
			return created != Row.NO_TIME && test.of(created);
		};
	}

	private LineTest moment(FilterRun run, int index, CellTest text) {
		MomentTest test = new MomentTest(run, run.headings().get(index).deadline());
		return subject -> {
			Object cell = subject.cell(index);
			return cell instanceof Long moment ? test.of(moment) : text.of(cell);
		};
	}

	/**
	 * Whether a moment is as long ago, or a deadline as far ahead, as the value says; tells the run when that will be otherwise.
	 */
	private final class MomentTest {
		private final FilterRun run;
		private final boolean ahead;
		private final double millis = Amount.seconds(value.text()) * 1000;
		private final double unit = Double.isNaN(millis) ? 0 : Amount.smallestUnit(value.text()) * 1000;

		private MomentTest(FilterRun run, boolean ahead) {
			this.run = run;
			this.ahead = ahead;
		}

		private boolean of(long moment) {
			if (Double.isNaN(millis)) {
				return false;
			}
			long apart = ahead ? moment - run.now() : run.now() - moment;
			run.changes((long) (ahead ? moment - millis : moment + millis));
			if (operator.orders()) {
				return operator.passes(Double.compare(apart, millis));
			}
			run.changes((long) (ahead ? moment - millis - unit : moment + millis + unit));
			return apart >= millis && apart < millis + unit;
		}
	}
}

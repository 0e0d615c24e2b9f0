package org.fleetdesk.core.filter;

import java.util.List;

import org.fleetdesk.kube.read.Row;

/** What a filter asks of a line. Immutable. */
sealed interface Term permits Term.All, Term.Any, Term.Not, Term.Word, Term.Labels, KeyTerm {

	/** A test of it for one run. */
	LineTest on(FilterRun run);

	/** Whether it looks at the column of a heading, which has nothing that people leave out. */
	default boolean asks(String plain) {
		return switch (this) {
			case All all -> all.terms().stream().anyMatch(term -> term.asks(plain));
			case Any any -> any.terms().stream().anyMatch(term -> term.asks(plain));
			case Not not -> not.term().asks(plain);
			case KeyTerm key -> Heading.plain(key.key()).equals(plain);
			case Word word -> false;
			case Labels labels -> false;
		};
	}

	/** All of some terms; of none, everything passes. */
	record All(List<Term> terms) implements Term {
		@Override
		public LineTest on(FilterRun run) {
			LineTest[] tests = tests(terms, run);
			return tests.length == 1 ? tests[0] : subject -> {
				for (LineTest test : tests) {
					if (!test.of(subject)) {
						return false;
					}
				}
				return true;
			};
		}
	}

	/** At least one of some terms. */
	record Any(List<Term> terms) implements Term {
		@Override
		public LineTest on(FilterRun run) {
			LineTest[] tests = tests(terms, run);
			return subject -> {
				for (LineTest test : tests) {
					if (test.of(subject)) {
						return true;
					}
				}
				return false;
			};
		}
	}

	/** Not a term. */
	record Not(Term term) implements Term {
		@Override
		public LineTest on(FilterRun run) {
			LineTest test = term.on(run);
			return subject -> !test.of(subject);
		}
	}

	/** A text in the name or in any cell; ages left out, since they move. */
	record Word(Value value) implements Term {
		@Override
		public LineTest on(FilterRun run) {
			TextTest name = value.within(false);
			int columns = run.headings().size();
			CellTest[] tests = new CellTest[columns];
			for (int i = 0; i < columns; i++) {
				Heading heading = run.headings().get(i);
				tests[i] = heading.age() ? null : CellTest.word(value, heading);
			}
			return subject -> {
				Row row = subject.row();
				if (name.in(row.name())) {
					return true;
				}
				for (int i = 0; i < columns; i++) {
					CellTest test = tests[i];
					if (test != null && test.of(subject.cell(i))) {
						return true;
					}
				}
				return false;
			};
		}
	}

	/** What labels must be. */
	record Labels(List<Requirement> requirements) implements Term {

		/**
		 * One requirement.
		 *
		 * @param key the key
		 * @param values what its value must be one of; empty for any
		 * @param not whether it must not be so, which it is not where there is no such label
		 */
		record Requirement(Value key, List<Value> values, boolean not) {
			private LineTest test() {
				TextTest keyTest = key.whole();
				TextTest[] valueTests = values.stream().map(Value::whole).toArray(TextTest[]::new);
				return subject -> found(subject.row(), keyTest, valueTests) != not;
			}

			private static boolean found(Row row, TextTest key, TextTest[] values) {
				for (int i = 0; i < row.labels(); i++) {
					if (key.in(row.labelKey(i)) && (values.length == 0 || any(values, row.labelValue(i)))) {
						return true;
					}
				}
				return false;
			}

			private static boolean any(TextTest[] values, String text) {
				for (TextTest value : values) {
					if (value.in(text)) {
						return true;
					}
				}
				return false;
			}
		}

		@Override
		public LineTest on(FilterRun run) {
			LineTest[] tests = requirements.stream().map(Requirement::test).toArray(LineTest[]::new);
			return subject -> {
				for (LineTest test : tests) {
					if (!test.of(subject)) {
						return false;
					}
				}
				return true;
			};
		}
	}

	private static LineTest[] tests(List<Term> terms, FilterRun run) {
		return terms.stream().map(term -> term.on(run)).toArray(LineTest[]::new);
	}
}

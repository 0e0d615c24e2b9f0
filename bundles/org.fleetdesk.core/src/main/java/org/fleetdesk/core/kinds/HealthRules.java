package org.fleetdesk.core.kinds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.filter.FilterRun;
import org.fleetdesk.core.filter.Heading;
import org.fleetdesk.kube.read.Column;

/**
 * How objects of a kind do, told by their rows: the kind's own rules first, then those of every kind, as far as the rows have
 * the columns that a rule asks for. Immutable.
 */
public final class HealthRules {
	/** No rules: nothing is said of any object. */
	public static final HealthRules NONE = new HealthRules(List.of());

	/** Read when they are asked for first. */
	private static final class Common {
		private static final List<HealthRule> RULES = read();

		private static List<HealthRule> read() {
			try (InputStream yaml = HealthRules.class.getResourceAsStream("health.yaml")) {
				List<HealthRule> rules = new ArrayList<>();
				for (JsonNode rule : new YAMLMapper().readTree(yaml)) {
					rules.add(new HealthRule(Health.valueOf(rule.path("is").asText().toUpperCase(Locale.ROOT)),
							Filter.parse(rule.path("when").asText())));
				}
				return List.copyOf(rules);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}

	private final List<HealthRule> rules;

	private HealthRules(List<HealthRule> rules) {
		this.rules = List.copyOf(rules);
	}

	/** A kind's own rules, and after them those of every kind. */
	public static HealthRules of(List<HealthRule> own) {
		List<HealthRule> all = new ArrayList<>(own);
		all.addAll(Common.RULES);
		return new HealthRules(all);
	}

	/**
	 * Makes the rules ready for rows.
	 *
	 * @param columns what the rows' cells stand under
	 * @param nowMillis from when ages are counted, in milliseconds since 1970
	 */
	public HealthRun on(List<Column> columns, long nowMillis) {
		List<Heading> headings = Heading.of(columns);
		List<Health> verdicts = new ArrayList<>();
		List<FilterRun> runs = new ArrayList<>();
		for (HealthRule rule : rules) {
			FilterRun run = rule.when().on(headings, nowMillis);
			if (run.missing().isEmpty()) {
				verdicts.add(rule.is());
				runs.add(run);
			}
		}
		return runs.isEmpty() ? HealthRun.NONE : new HealthRun(verdicts, runs);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof HealthRules o && rules.equals(o.rules);
	}

	@Override
	public int hashCode() {
		return Objects.hash(rules);
	}
}

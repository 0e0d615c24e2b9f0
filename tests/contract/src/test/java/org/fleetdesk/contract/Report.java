package org.fleetdesk.contract;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Says so where no server is named, or fails where continuous integration has forgotten it; counts the checks
 * that passed on each server and prints the counts at the end.
 */
final class Report implements ExecutionCondition, AfterTestExecutionCallback {

	private static final Namespace NAMESPACE = Namespace.create(Report.class);

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (!Server.named().isEmpty()) {
			return ConditionEvaluationResult.enabled("a server is named");
		}
		if ("true".equals(System.getenv("CI"))) {
			throw new IllegalStateException(
					"FLEETDESK_TEST_KUBECONFIG names no server, and continuous integration never skips the contract");
		}
		String line = "contract: on the demo cluster only, FLEETDESK_TEST_KUBECONFIG names no server";
		context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent("said", key -> {
			print(line);
			return line;
		});
		return ConditionEvaluationResult.enabled(line);
	}

	@Override
	public void afterTestExecution(ExtensionContext context) {
		if (context.getExecutionException().isEmpty()) {
			context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Counts.class)
					.add(((Check) context.getRequiredTestInstance()).server.toString());
		}
	}

	/** A line of the report. */
	static void print(String line) {
		System.out.println(line);
	}

	/** How many checks passed on each server; printed when the run is over. */
	static final class Counts implements AutoCloseable {
		private final Map<String, Integer> passed = new ConcurrentHashMap<>();

		void add(String server) {
			passed.merge(server, 1, Integer::sum);
		}

		@Override
		public void close() {
			new TreeMap<>(passed).forEach((server, n) -> print("contract: " + server + ": " + n + " checks passed"));
		}
	}
}

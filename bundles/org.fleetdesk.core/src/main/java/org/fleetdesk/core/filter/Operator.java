package org.fleetdesk.core.filter;

/** What stands between a key and a value. Those of two signs come first, so that reading takes the longest. */
enum Operator {
	LESS_EQUAL("<="), MORE_EQUAL(">="), UNEQUAL("!="), LESS("<"), MORE(">"), EQUAL("="), HAS(":");

	private final String sign;

	Operator(String sign) {
		this.sign = sign;
	}

	String sign() {
		return sign;
	}

	/** Whether it tells which is the greater. */
	boolean orders() {
		return this == LESS || this == LESS_EQUAL || this == MORE || this == MORE_EQUAL;
	}

	/** Whether an order passes; only for operators that order. */
	boolean passes(int order) {
		return switch (this) {
			case LESS -> order < 0;
			case LESS_EQUAL -> order <= 0;
			case MORE -> order > 0;
			case MORE_EQUAL -> order >= 0;
			default -> order == 0;
		};
	}
}

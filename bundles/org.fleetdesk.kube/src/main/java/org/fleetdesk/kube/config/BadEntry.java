package org.fleetdesk.kube.config;

import java.io.Serial;

import org.fleetdesk.kube.Finding;

/** An entry or file that cannot be used, on its way to whoever goes on without it. */
final class BadEntry extends Exception {

	@Serial
	private static final long serialVersionUID = 1L;
	private final transient Finding finding;

	BadEntry(Finding finding) {
		super(finding.text(), null, false, false);
		this.finding = finding;
	}

	Finding finding() {
		return finding;
	}
}

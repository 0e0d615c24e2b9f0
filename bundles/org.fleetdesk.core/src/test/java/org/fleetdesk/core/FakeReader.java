package org.fleetdesk.core;

import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Scope;

/** A reader of rows alone: core's lists and fleets ask for no whole objects. */
interface FakeReader extends Reader {
	@Override
	default JsonNode get(ObjectKey key) {
		throw new UnsupportedOperationException();
	}

	@Override
	default JsonNode raw(String pathAndQuery) {
		throw new UnsupportedOperationException();
	}

	@Override
	default Page objects(Scope scope, ListOptions options, Consumer<JsonNode> sink) {
		throw new UnsupportedOperationException();
	}
}

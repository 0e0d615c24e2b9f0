package org.fleetdesk.cli.print;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.cli.terminal.Output;

/** Objects as JSON: one, or a List as kubectl makes it. */
public final class JsonObjects implements ObjectText {
	private final Output out;
	private final JsonText json;
	private boolean list;
	private boolean any;

	/** A writer. */
	public JsonObjects(Output out) {
		this.out = out;
		this.json = new JsonText(out);
	}

	@Override
	public void begin() {
		list = true;
		out.text("{\n    \"apiVersion\": \"v1\",\n    \"items\": [");
	}

	@Override
	public void object(JsonNode object) {
		if (list) {
			out.text(any ? "," : "");
			json.start(2);
		}
		json.value(object, list ? 2 : 0);
		any = true;
	}

	@Override
	public void end() {
		if (list) {
			out.text(any ? "\n    ]" : "]");
			out.text(",\n    \"kind\": \"List\",\n    \"metadata\": {\n        \"resourceVersion\": \"\"\n    }\n}");
		}
		out.text(list || any ? "\n" : "");
	}
}

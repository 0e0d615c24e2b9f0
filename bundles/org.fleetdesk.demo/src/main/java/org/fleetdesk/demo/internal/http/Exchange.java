package org.fleetdesk.demo.internal.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Fields;
import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.databind.JsonNode;

/** One request and its answer. Belongs to the thread that serves it; {@link #open} and {@link #cut} are for any. */
public final class Exchange {

	private static final int LARGEST_BODY = 3 * 1024 * 1024;

	private final Request request;
	private final Response response;
	private final Fields query;
	private final List<String> segments;
	private final AtomicBoolean cut = new AtomicBoolean();

	Exchange(Request request, Response response) {
		this.request = request;
		this.response = response;
		query = Request.extractQueryParameters(request);
		segments = Arrays.stream(request.getHttpURI().getCanonicalPath().split("/")).filter(step -> !step.isEmpty())
				.map(step -> java.net.URLDecoder.decode(step.replace("+", "%2B"),
						java.nio.charset.StandardCharsets.UTF_8))
				.toList();
		request.addFailureListener(failure -> cut.set(true));
	}

	public String method() {
		return request.getMethod();
	}

	/** The path, decoded, step by step. */
	public List<String> segments() {
		return segments;
	}

	public String path() {
		return "/" + String.join("/", segments);
	}

	/** A query parameter, or nothing. */
	public String query(String name) {
		String value = query.getValue(name);
		return value == null ? "" : value;
	}

	public boolean flag(String name) {
		String value = query(name);
		return value.equals("true") || value.equals("1");
	}

	/** A header, or nothing. */
	public String header(String name) {
		String value = request.getHeaders().get(name);
		return value == null ? "" : value;
	}

	public List<String> headers(String name) {
		return request.getHeaders().getValuesList(name);
	}

	/** The whole body, if it is not larger than the real server takes. */
	public byte[] body() throws IOException {
		byte[] body = Content.Source.asInputStream(request).readNBytes(LARGEST_BODY + 1);
		if (body.length > LARGEST_BODY) {
			throw new TooLargeException();
		}
		return body;
	}

	/** A body of more than 3 MiB. */
	public static final class TooLargeException extends IOException {
		private static final long serialVersionUID = 1;
	}

	/** Adds a warning header, as the real server warns of unknown fields. */
	public void warn(String text) {
		response.getHeaders().add("Warning", "299 - \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
	}

	public void header(String name, String value) {
		response.getHeaders().put(name, value);
	}

	public void send(int code, String type, byte[] body) throws IOException {
		try (OutputStream out = stream(code, type)) {
			out.write(body);
		}
	}

	public void json(int code, JsonNode body) throws IOException {
		send(code, "application/json", Trees.JSON.writeValueAsBytes(body));
	}

	/** The body of an answer of any length, compressed if it is long and the client takes it. */
	public OutputStream stream(int code, String type) {
		begin(code, type);
		OutputStream out = new BufferedOutputStream(Content.Sink.asOutputStream(response), 1 << 15);
		return header("Accept-Encoding").contains("gzip")
				? new LateGzip(out, () -> response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip"))
				: out;
	}

	/** The body of an answer that goes on while something happens; every flush reaches the client. */
	public OutputStream live(String type) throws IOException {
		begin(200, type);
		OutputStream out = new BufferedOutputStream(Content.Sink.asOutputStream(response));
		out.flush();
		return out;
	}

	private void begin(int code, String type) {
		response.setStatus(code);
		response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
		response.getHeaders().put("Audit-Id", "fleetdesk-demo");
		response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache, private");
	}

	public boolean open() {
		return !cut.get();
	}

	/** Whether the status line has gone out. */
	boolean committed() {
		return response.isCommitted();
	}

	/** Ends a stream. */
	public void cut() {
		cut.set(true);
	}
}

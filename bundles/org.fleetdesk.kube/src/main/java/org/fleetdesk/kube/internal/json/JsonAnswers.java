package org.fleetdesk.kube.internal.json;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Request;
import org.fleetdesk.kube.KubeException.ServerFault;
import org.fleetdesk.kube.internal.http.StatusErrors;
import org.fleetdesk.kube.internal.http.Transport;
import org.fleetdesk.kube.internal.http.Transport.Answer;
import org.fleetdesk.kube.internal.http.Transport.Call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads JSON answers within bounds and turns what goes wrong into the family of errors. Safe for any thread. */
public final class JsonAnswers {

	/** The largest object or document held as a tree, in bytes. etcd's own limit is 1.5 MB as a rule. */
	public static final int LARGEST_TREE = 32 << 20;

	/** The longest single text of a row, in characters. */
	public static final int LONGEST_CELL = 2 << 20;

	/** Makes parsers for rows: what is not needed is never held, what is needed is bounded. */
	public static final JsonFactory ROWS = factory(StreamReadConstraints.builder().maxStringLength(LONGEST_CELL));

	/** Reads trees of any number of objects; the caller bounds each. */
	public static final ObjectMapper TREES = mapper(
			StreamReadConstraints.builder().maxStringLength(LARGEST_TREE));

	private static final ObjectMapper DOCUMENTS = mapper(
			StreamReadConstraints.builder().maxStringLength(LARGEST_TREE).maxDocumentLength(LARGEST_TREE));

	private static final Duration IDLE = Duration.ofSeconds(40);

	/** Reads a body. */
	@FunctionalInterface
	public interface Body<T> {
		/** What the parser's input says. */
		T read(JsonParser parser) throws IOException, InterruptedException;
	}

	private JsonAnswers() {
	}

	/** A call that gets a JSON document. */
	public static Call get(String path, String accept, String verb, String resource) {
		return new Call("GET", path, accept, verb, resource, IDLE);
	}

	/** The answer as a tree of at most {@link #LARGEST_TREE} bytes; it is an object. */
	public static JsonNode tree(Transport transport, Call call) throws InterruptedException {
		try (Answer answer = transport.send(call)) {
			return tree(answer);
		}
	}

	/** The same of an answer that the caller closes. */
	public static JsonNode tree(Answer answer) throws InterruptedException {
		return read(answer, DOCUMENTS.getFactory(), parser -> {
			JsonNode tree = DOCUMENTS.readTree(parser);
			if (!(tree instanceof ObjectNode)) {
				throw new Malformed(text("json.no-object"));
			}
			end(parser);
			return tree;
		});
	}

	/** Sends the call and reads its answer, which is closed then. */
	public static <T> T read(Transport transport, Call call, JsonFactory factory, Body<T> body)
			throws InterruptedException {
		try (Answer answer = transport.send(call)) {
			return read(answer, factory, body);
		}
	}

	/** Reads an answer that the caller closes. */
	public static <T> T read(Answer answer, JsonFactory factory, Body<T> body) throws InterruptedException {
		try (InputStream bytes = answer.body(); JsonParser parser = factory.createParser(bytes)) {
			return body.read(parser);
		} catch (IOException e) {
			throw failure(answer, e);
		}
	}

	/** Reads an answer that is no JSON but goes wrong in the same ways. */
	@FunctionalInterface
	public interface Bytes<T> {
		/** What the bytes say. */
		T read(InputStream body) throws IOException, InterruptedException;
	}

	/** Reads the bytes of an answer that the caller closes. */
	public static <T> T bytes(Answer answer, Bytes<T> reader) throws InterruptedException {
		try (InputStream body = answer.body()) {
			return reader.read(body);
		} catch (IOException e) {
			throw failure(answer, e);
		}
	}

	/** Makes sure that nothing follows. */
	public static void end(JsonParser parser) throws IOException {
		if (parser.nextToken() != null) {
			throw new Malformed(text("json.more"));
		}
	}

	private static KubeException failure(Answer answer, IOException problem) throws InterruptedException {
		KubeException broken = answer.failure(problem);
		Request request = broken.request();
		if (problem instanceof StatusReceived status) {
			return StatusErrors.of(request, new KubeException.Answer(status.code(), status.reason(),
					text("sentence.server", request.cluster(), status.getMessage())), null);
		}
		if (!(problem instanceof JsonProcessingException || problem instanceof CharConversionException)) {
			return broken;
		}
		String clause = text("json.answer", request.verb(), request.resource(), fault(problem));
		return new ServerFault(request, new KubeException.Answer(200, "", text("sentence", request.cluster(), clause)),
				problem);
	}

	/** Never tells the content of an answer: it may be secret. */
	private static String fault(IOException problem) {
		return switch (problem) {
			case JsonEOFException e -> text("json.cut");
			case StreamConstraintsException e -> text("json.large");
			case Malformed e -> text("json.malformed", e.getOriginalMessage());
			default -> text("json.other");
		};
	}

	private static ObjectMapper mapper(StreamReadConstraints.Builder bounds) {
		return new ObjectMapper(factory(bounds));
	}

	private static JsonFactory factory(StreamReadConstraints.Builder bounds) {
		return JsonFactory.builder().streamReadConstraints(bounds.build())
				.disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();
	}
}

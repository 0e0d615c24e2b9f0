package org.fleetdesk.kube.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.internal.text.SafeText;

import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;

/** An answer of OkHttp. Whoever reads holds the lock; who closes meanwhile cancels, and the reader tidies up. */
final class OkHttpAnswer implements Transport.Answer {

	private static final Set<String> KEPT = Set.of("as", "g", "v");
	/** As Kubernetes writes it: RFC 7234, section 5.5. */
	private static final Pattern WARNING = Pattern.compile("299 \\S+ \"((?:[^\"\\\\]|\\\\.)*)\".*");

	private final Place place;
	private final Call call;
	private final Response response;
	private final Runnable closed;
	private final BufferedSource source;
	private final InputStream body;
	private final ReentrantLock reading = new ReentrantLock();
	private volatile boolean closing;

	OkHttpAnswer(Place place, Call call, Response response, Runnable closed) {
		this.place = place;
		this.call = call;
		this.response = response;
		this.closed = closed;
		this.source = response.body().source();
		this.body = new Body(source.inputStream());
	}

	@Override
	public int code() {
		return response.code();
	}

	/** Of {@code Warning: 299 - "text"} the text. */
	@Override
	public List<String> warnings() {
		return response.headers("Warning").stream().map(WARNING::matcher).filter(Matcher::matches)
				.map(warning -> SafeText.line(warning.group(1).replaceAll("\\\\(.)", "$1"), 1_000)).distinct().toList();
	}

	@Override
	public String contentType() {
		StringBuilder type = new StringBuilder();
		for (String part : response.header("Content-Type", "").split(";")) {
			String word = part.strip();
			if (type.isEmpty()) {
				type.append(word.toLowerCase(Locale.ROOT));
			} else if (KEPT.contains(word.split("=", 2)[0].toLowerCase(Locale.ROOT))) {
				type.append(';').append(word);
			}
		}
		return type.toString();
	}

	@Override
	public InputStream body() {
		return body;
	}

	@Override
	public void idle(Duration time) {
		source.timeout().timeout(time.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public KubeException failure(IOException problem) throws InterruptedException {
		boolean interrupt = problem instanceof InterruptedIOException && !(problem instanceof SocketTimeoutException);
		if (Thread.interrupted() || interrupt) {
			close();
			throw new InterruptedException();
		}
		return IoFailures.broken(place, closing || call.isCanceled(), problem);
	}

	@Override
	public void close() {
		closing = true;
		closed.run();
		if (reading.tryLock()) {
			try {
				response.close();
			} finally {
				reading.unlock();
			}
		} else {
			call.cancel();
		}
	}

	private final class Body extends FilterInputStream {

		Body(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			if (length == 0) {
				// Okio would wait for bytes nonetheless
				return 0;
			}
			reading.lock();
			try {
				return in.read(bytes, offset, length);
			} finally {
				if (closing) {
					response.close();
				}
				reading.unlock();
			}
		}

		@Override
		public void close() {
			OkHttpAnswer.this.close();
		}
	}
}

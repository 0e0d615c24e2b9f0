package org.fleetdesk.kube.internal.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.kube.internal.text.Texts;

/**
 * Waits on a free port of 127.0.0.1 for the browser that comes back from the issuer. A few connections at a time on the
 * caller's thread, none of which can hold up another; what brings another state than ours is sent away. {@link #wake} is
 * for any thread; the owner closes it.
 */
final class LoopbackRedirect implements AutoCloseable {

	private static final String PATH = "/callback";
	private static final int MAX_REQUEST = 8 << 10;
	private static final int MAX_CONNECTIONS = 16;

	private final String state;
	private final Selector selector;
	private final ServerSocketChannel server;

	LoopbackRedirect(String state) throws IOException {
		this.state = state;
		selector = Selector.open();
		server = ServerSocketChannel.open();
		try {
			server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), 0));
			server.configureBlocking(false);
			server.register(selector, SelectionKey.OP_ACCEPT);
		} catch (IOException e) {
			close();
			throw e;
		}
	}

	/** Where the issuer is to send the browser. */
	URI uri() throws IOException {
		return URI.create("http://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort() + PATH);
	}

	/** Ends a wait, if there still is one. */
	synchronized void wake() {
		if (selector.isOpen()) {
			selector.wakeup();
		}
	}

	/** What the browser brought, by name; empty if it did not come so soon, or the wait was ended. */
	Map<String, String> await(Duration atMost) throws IOException, InterruptedException {
		selector.select(Math.max(1, atMost.toMillis()));
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		Map<String, String> brought = Map.of();
		for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext();) {
			SelectionKey key = keys.next();
			keys.remove();
			if (key.isValid() && key.isAcceptable()) {
				accept();
			} else if (key.isValid() && key.isReadable()) {
				Map<String, String> query = read(key);
				brought = query.isEmpty() ? brought : query;
			}
		}
		return brought;
	}

	private void accept() throws IOException {
		SocketChannel client = server.accept();
		if (client == null) {
			return;
		}
		if (selector.keys().size() > MAX_CONNECTIONS) {
			client.close();
			return;
		}
		client.configureBlocking(false);
		client.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(MAX_REQUEST));
	}

	/** What a connection brought; closes it unless its request is not whole yet. */
	private Map<String, String> read(SelectionKey key) throws IOException {
		SocketChannel client = (SocketChannel) key.channel();
		ByteBuffer buffer = (ByteBuffer) key.attachment();
		boolean whole = true;
		try {
			int count = client.read(buffer);
			String head = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
			whole = count < 0 || !buffer.hasRemaining() || head.contains("\r\n\r\n");
			return whole && count >= 0 ? answer(client, head) : Map.of();
		} catch (IOException e) {
			whole = true; // the browser went away
			return Map.of();
		} finally {
			if (whole) {
				client.close();
			}
		}
	}

	private Map<String, String> answer(SocketChannel client, String head) throws IOException {
		String[] words = head.split("[ \r\n]", 3);
		String target = words.length > 1 ? words[1] : "";
		Optional<Map<String, String>> query = words[0].equals("GET") && target.startsWith(PATH + "?")
				? Optional.of(query(target.substring(PATH.length() + 1)))
				: Optional.empty();
		boolean ours = query.isPresent() && state.equals(query.get().get("state"))
				&& (query.get().containsKey("code") || query.get().containsKey("error"));
		String title = Texts.text(ours
				? query.get().containsKey("code") ? "oidc.page.done" : "oidc.page.failed"
				: "oidc.page.strange");
		String page = "<!doctype html><meta charset=\"utf-8\"><title>Fleetdesk</title><body style=\"font:1.2em sans-serif;"
				+ "margin:4em;color-scheme:light dark\"><p>" + title + "</p>";
		byte[] body = page.getBytes(StandardCharsets.UTF_8);
		String answer = "HTTP/1.1 " + (ours ? "200 OK" : "404 Not Found")
				+ "\r\nContent-Type: text/html; charset=utf-8\r\n"
				+ "Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\nContent-Length: "
				+ body.length + "\r\n\r\n";
		client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
		client.write(ByteBuffer.wrap(body));
		client.shutdownOutput();
		return ours ? query.get() : Map.of();
	}

	private static Map<String, String> query(String text) {
		Map<String, String> query = new HashMap<>();
		for (String pair : text.split("&")) {
			int equals = pair.indexOf('=');
			try {
				query.put(pair.substring(0, Math.max(0, equals)),
						URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
			} catch (IllegalArgumentException e) {
				return Map.of();
			}
		}
		return query;
	}

	@Override
	public synchronized void close() {
		try {
			for (SelectionKey key : selector.keys()) {
				key.channel().close();
			}
			server.close();
			selector.close();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}

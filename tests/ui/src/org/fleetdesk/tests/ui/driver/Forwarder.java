package org.fleetdesk.tests.ui.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port of this computer that leads to another one of it, as long as nobody cuts it: a server that goes away. */
public final class Forwarder implements AutoCloseable {
	private final int target;
	private final Set<Socket> open = ConcurrentHashMap.newKeySet();
	private final int port;
	private volatile ServerSocket socket;

	/** Leads to a port. */
	public Forwarder(int target) {
		this.target = target;
		this.socket = listen(0);
		this.port = socket.getLocalPort();
	}

	/** The port that leads there. */
	public int port() {
		return port;
	}

	private ServerSocket listen(int wanted) {
		try {
			ServerSocket made = new ServerSocket();
			made.setReuseAddress(true);
			made.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
			Thread.ofVirtual().start(() -> accept(made));
			return made;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void accept(ServerSocket server) {
		try {
			while (true) {
				Socket near = server.accept();
				Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
				open.add(near);
				open.add(far);
				Thread.ofVirtual().start(() -> copy(near, far));
				Thread.ofVirtual().start(() -> copy(far, near));
			}
		} catch (IOException e) {
			// cut
		}
	}

	private static void copy(Socket from, Socket to) {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		} catch (IOException e) {
			// either end is gone
		}
	}

	/** Cuts what is open, and lets nothing through any more. */
	public void cut() {
		try {
			socket.close();
			for (Socket each : open) {
				each.close();
			}
			open.clear();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Lets through again. */
	public void mend() {
		socket = listen(port);
	}

	@Override
	public void close() {
		cut();
	}
}

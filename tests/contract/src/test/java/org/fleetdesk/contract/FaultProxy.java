package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network of one way, to one server, that can be bad. Safe for any thread. */
final class FaultProxy implements AutoCloseable {

	/** Small, so that what is slow is slow at once and nothing waits in buffers. */
	private static final int BUFFER = 16 << 10;

	/** A connection through it. */
	private record Way(Socket client, Socket server) {
	}

	private final URI server;
	private final ServerSocket socket;
	private final List<Way> ways = new CopyOnWriteArrayList<>();
	private final List<Way> dead = new CopyOnWriteArrayList<>();
	private volatile boolean dark;
	private volatile Duration delay = Duration.ZERO;
	private volatile int bytesPerSecond = Integer.MAX_VALUE;

	FaultProxy(URI server) throws IOException {
		this.server = server;
		this.socket = new ServerSocket();
		socket.setReceiveBufferSize(BUFFER);
		socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
		Thread.startVirtualThread(this::accept);
	}

	/** Where the server seems to be. */
	URI uri() {
		return URI.create(server.getScheme() + "://127.0.0.1:" + socket.getLocalPort());
	}

	/** Resets all connections. */
	void cut() throws IOException {
		for (Way way : ways) {
			way.client.setSoLinger(true, 0);
			close(way);
		}
	}

	/** From now on nothing passes on the connections that there are, and nobody is told. */
	void forget() {
		dead.addAll(ways);
	}

	/** Nothing passes at all, and new connections are taken and never answered; or all is well again for new ones. */
	void dark(boolean on) {
		dark = on;
		forget();
	}

	/** How long every piece is on its way. */
	void delay(Duration time) {
		delay = time;
	}

	/** How much passes, each way of each connection. */
	void throttle(int bytes) {
		bytesPerSecond = bytes;
	}

	private void accept() {
		try {
			while (true) {
				Socket client = socket.accept();
				Socket to = new Socket();
				to.setReceiveBufferSize(BUFFER);
				to.connect(new InetSocketAddress(server.getHost(), server.getPort()));
				client.setSendBufferSize(BUFFER);
				client.setTcpNoDelay(true);
				to.setTcpNoDelay(true);
				Way way = new Way(client, to);
				ways.add(way);
				if (dark) {
					dead.add(way);
				}
				Thread.startVirtualThread(() -> pass(way, client, to));
				Thread.startVirtualThread(() -> pass(way, to, client));
			}
		} catch (IOException e) {
			assertThat(socket.isClosed()).isTrue();
		}
	}

	private void pass(Way way, Socket from, Socket to) {
		byte[] bytes = new byte[BUFFER];
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
				Thread.sleep(delay.toMillis() + 1_000L * read / bytesPerSecond);
				if (!dead.contains(way)) {
					out.write(bytes, 0, read);
					out.flush();
				}
			}
		} catch (IOException cut) {
			ways.remove(way); // as both ends will see
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static void close(Way way) throws IOException {
		way.client.close();
		way.server.close();
	}

	@Override
	public void close() throws IOException {
		socket.close();
		for (Way way : ways) {
			close(way);
		}
	}
}

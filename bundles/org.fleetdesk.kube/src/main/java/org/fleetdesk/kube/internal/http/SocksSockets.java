package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import javax.net.SocketFactory;

import okhttp3.Dns;

/**
 * Sockets through a SOCKS5 proxy (RFC 1928), with user name and password where they are given (RFC 1929): Java's own take
 * a password from one place for the whole program only. The proxy looks names up.
 */
final class SocksSockets extends SocketFactory {

	/** Leaves names to the proxy. */
	static final Dns UNASKED = name -> List.of(InetAddress.getByAddress(name, new byte[4]));

	private static final int VERSION = 5;
	private static final int NO_LOGIN = 0;
	private static final int PASSWORD = 2;
	private static final int CONNECT = 1;
	private static final int IPV4 = 1;
	private static final int NAME = 3;
	private static final int IPV6 = 4;

	/** The proxy said no; the message is a clause. */
	static final class Refused extends SocketException {
		@Serial
		private static final long serialVersionUID = 1L;

		Refused(String message) {
			super(message);
		}
	}

	private final InetSocketAddress proxy;
	private final Optional<ProxyLogin> login;

	/** Through this proxy, whose name is looked up at each connection. */
	SocksSockets(InetSocketAddress proxy, Optional<ProxyLogin> login) {
		this.proxy = proxy;
		this.login = login;
	}

	@Override
	public Socket createSocket() {
		return new Socket() {
			@Override
			public void connect(SocketAddress target, int timeout) throws IOException {
				InetSocketAddress found = new InetSocketAddress(proxy.getHostString(), proxy.getPort());
				if (found.isUnresolved()) {
					throw new UnknownHostException(proxy.getHostString());
				}
				super.connect(found, timeout);
				setSoTimeout(timeout);
				try {
					greet(new DataInputStream(getInputStream()), getOutputStream());
					ask((InetSocketAddress) target, new DataInputStream(getInputStream()), getOutputStream());
				} catch (EOFException e) {
					throw new Refused(text("proxy.socks.other", place()));
				}
				setSoTimeout(0);
			}
		};
	}

	private String place() {
		return proxy.getHostString() + ":" + proxy.getPort();
	}

	private void greet(DataInputStream in, OutputStream out) throws IOException {
		out.write(login.isPresent()
				? new byte[]{VERSION, 2, NO_LOGIN, PASSWORD}
				: new byte[]{VERSION, 1, NO_LOGIN});
		if (in.readUnsignedByte() != VERSION) {
			throw new Refused(text("proxy.socks.other", place()));
		}
		int method = in.readUnsignedByte();
		if (method == PASSWORD && login.isPresent()) {
			ByteArrayOutputStream request = new ByteArrayOutputStream();
			request.write(1);
			field(request, login.get().user());
			field(request, login.get().password());
			out.write(request.toByteArray());
			in.readUnsignedByte();
			if (in.readUnsignedByte() != 0) {
				throw new Refused(text("proxy.denied", place()));
			}
		} else if (method != NO_LOGIN) {
			throw new Refused(text("proxy.denied", place()));
		}
	}

	private void field(ByteArrayOutputStream request, String value) throws Refused {
		byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
		if (bytes.length > 255) {
			throw new Refused(text("proxy.denied", place()));
		}
		request.write(bytes.length);
		request.writeBytes(bytes);
	}

	private void ask(InetSocketAddress target, DataInputStream in, OutputStream out) throws IOException {
		byte[] address = target.getAddress().getAddress();
		boolean named = target.getAddress().isAnyLocalAddress();
		ByteArrayOutputStream request = new ByteArrayOutputStream();
		request.writeBytes(new byte[]{VERSION, CONNECT, 0});
		request.write(named ? NAME : address.length == 4 ? IPV4 : IPV6);
		if (named) {
			field(request, target.getHostString());
		} else {
			request.writeBytes(address);
		}
		request.write(target.getPort() >> 8);
		request.write(target.getPort());
		out.write(request.toByteArray());
		if (in.readUnsignedByte() != VERSION) {
			throw new Refused(text("proxy.socks.other", place()));
		}
		int answer = in.readUnsignedByte();
		if (answer != 0) {
			throw new Refused(text("proxy.socks.refused", place(), target.getHostString() + ":" + target.getPort(),
					text(switch (answer) {
						case 2 -> "proxy.socks.rule";
						case 3, 4, 6 -> "proxy.socks.way";
						case 5 -> "proxy.socks.closed";
						default -> "proxy.socks.failed";
					})));
		}
		in.readUnsignedByte();
		int bound = switch (in.readUnsignedByte()) {
			case IPV4 -> 4;
			case IPV6 -> 16;
			default -> in.readUnsignedByte();
		};
		in.skipNBytes(bound + 2L);
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		throw new IOException("only unconnected sockets are made");
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
		throw new IOException("only unconnected sockets are made");
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		throw new IOException("only unconnected sockets are made");
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
		throw new IOException("only unconnected sockets are made");
	}
}

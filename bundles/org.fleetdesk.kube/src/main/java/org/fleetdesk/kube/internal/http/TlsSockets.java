package org.fleetdesk.kube.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS over open sockets, with a time limit for the handshake (OkHttp takes the call's, which is minutes for a watch), telling
 * the server another name than its host where one is given ({@code tls-server-name}).
 */
final class TlsSockets extends SSLSocketFactory {

	private final SSLSocketFactory sockets;
	private final Optional<String> otherName;
	private final Duration handshake;

	TlsSockets(SSLSocketFactory sockets, Optional<String> otherName, Duration handshake) {
		this.sockets = sockets;
		this.otherName = otherName;
		this.handshake = handshake;
	}

	@Override
	public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
		String name = otherName.orElse(host);
		SSLSocket made = (SSLSocket) sockets.createSocket(socket, name, port, autoClose);
		int limit = (int) handshake.toMillis();
		if (made.getSoTimeout() == 0 || made.getSoTimeout() > limit) {
			made.setSoTimeout(limit); // what speaks HTTP over it sets its own
		}
		if (otherName.isPresent() && !name.contains(":") && !name.matches("[0-9.]+")) {
			SSLParameters parameters = made.getSSLParameters();
			try {
				parameters.setServerNames(List.of(new SNIHostName(name)));
			} catch (IllegalArgumentException e) {
				made.close();
				throw new IOException("tls-server-name is not a host name", e);
			}
			made.setSSLParameters(parameters);
		}
		return made;
	}

	@Override
	public String[] getDefaultCipherSuites() {
		return sockets.getDefaultCipherSuites();
	}

	@Override
	public String[] getSupportedCipherSuites() {
		return sockets.getSupportedCipherSuites();
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		throw new IOException("only open sockets are wrapped");
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
		throw new IOException("only open sockets are wrapped");
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		throw new IOException("only open sockets are wrapped");
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
		throw new IOException("only open sockets are wrapped");
	}
}

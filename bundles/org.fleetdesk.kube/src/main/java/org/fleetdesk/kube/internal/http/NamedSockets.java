package org.fleetdesk.kube.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** TLS over open sockets, telling the server another name than its host ({@code tls-server-name}). */
final class NamedSockets extends SSLSocketFactory {

	private final SSLSocketFactory sockets;
	private final String name;

	NamedSockets(SSLSocketFactory sockets, String name) {
		this.sockets = sockets;
		this.name = name;
	}

	@Override
	public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
		SSLSocket made = (SSLSocket) sockets.createSocket(socket, name, port, autoClose);
		if (!name.contains(":") && !name.matches("[0-9.]+")) {
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

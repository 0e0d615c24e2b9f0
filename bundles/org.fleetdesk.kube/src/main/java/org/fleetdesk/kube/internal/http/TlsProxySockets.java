package org.fleetdesk.kube.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;

import javax.net.SocketFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** Sockets to a proxy that is itself spoken to in TLS; what goes through it stays in a TLS of its own. */
final class TlsProxySockets extends SocketFactory {

	private final SSLSocketFactory sockets;
	private final String host;

	/** To a proxy that {@code trust} knows by its name. */
	TlsProxySockets(ServerTrust trust, String host) throws GeneralSecurityException {
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, new TrustManager[]{trust}, null);
		this.sockets = context.getSocketFactory();
		this.host = host;
	}

	@Override
	public Socket createSocket() throws IOException {
		SSLSocket made = (SSLSocket) sockets.createSocket();
		SSLParameters parameters = made.getSSLParameters();
		parameters.setApplicationProtocols(new String[]{"http/1.1"});
		if (!host.contains(":") && !host.matches("[0-9.]+")) {
			parameters.setServerNames(List.of(new SNIHostName(host)));
		}
		made.setSSLParameters(parameters);
		return made;
	}

	@Override
	public Socket createSocket(String name, int port) throws IOException {
		throw new IOException("only unconnected sockets are made");
	}

	@Override
	public Socket createSocket(String name, int port, InetAddress local, int localPort) throws IOException {
		throw new IOException("only unconnected sockets are made");
	}

	@Override
	public Socket createSocket(InetAddress name, int port) throws IOException {
		throw new IOException("only unconnected sockets are made");
	}

	@Override
	public Socket createSocket(InetAddress name, int port, InetAddress local, int localPort) throws IOException {
		throw new IOException("only unconnected sockets are made");
	}
}

package org.fleetdesk.kube;

import org.fleetdesk.kube.discovery.Discovery;
import org.fleetdesk.kube.internal.discovery.HttpDiscovery;
import org.fleetdesk.kube.internal.http.Transport;
import org.fleetdesk.kube.internal.read.HttpReader;
import org.fleetdesk.kube.internal.schema.HttpSchemas;
import org.fleetdesk.kube.internal.write.HttpWriter;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.RowPlans;
import org.fleetdesk.kube.schema.Schemas;
import org.fleetdesk.kube.write.Writer;

/** A connection over one transport, which it owns. */
final class HttpConnection implements Connection {

	private final String name;
	private final Transport transport;
	private final Discovery discovery;
	private final Schemas schemas;
	private final HttpReader reader;
	private final Writer writer;

	HttpConnection(String name, Transport transport) {
		this.name = name;
		this.transport = transport;
		this.discovery = new HttpDiscovery(transport);
		this.schemas = new HttpSchemas(transport);
		this.reader = new HttpReader(transport);
		this.writer = new HttpWriter(transport);
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public Discovery discovery() {
		return discovery;
	}

	@Override
	public Schemas schemas() {
		return schemas;
	}

	@Override
	public Reader reader() {
		return reader;
	}

	@Override
	public Reader reader(RowPlans plans) {
		return reader.with(plans);
	}

	@Override
	public Writer writer() {
		return writer;
	}

	@Override
	public void loginAgain() {
		transport.loginAgain();
	}

	@Override
	public void close() {
		transport.close();
	}
}

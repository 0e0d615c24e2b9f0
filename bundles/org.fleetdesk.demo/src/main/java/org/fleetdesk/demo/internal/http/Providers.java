package org.fleetdesk.demo.internal.http;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jetty.alpn.java.server.JDK9ServerALPNProcessor;
import org.eclipse.jetty.http.Http1FieldPreEncoder;
import org.eclipse.jetty.http2.hpack.HpackFieldPreEncoder;

/**
 * Sees what Jetty looks up by {@code ServiceLoader}, in all its bundles: in OSGi no single loader does, and no service
 * loader bridge has to be set up this way. Stateless.
 */
final class Providers extends ClassLoader {

	private static final List<ClassLoader> LOADERS = Stream
			.of(JDK9ServerALPNProcessor.class, HpackFieldPreEncoder.class, Http1FieldPreEncoder.class)
			.map(Class::getClassLoader).distinct().toList();

	private Providers() {
		super(Providers.class.getClassLoader());
	}

	/** Does work that may look up providers. */
	static <T> T with(Supplier<T> work) {
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(new Providers());
		try {
			return work.get();
		} finally {
			thread.setContextClassLoader(before);
		}
	}

	@Override
	protected Class<?> findClass(String name) throws ClassNotFoundException {
		for (ClassLoader loader : LOADERS) {
			try {
				return loader.loadClass(name);
			} catch (ClassNotFoundException e) {
				// the next one may have it
			}
		}
		throw new ClassNotFoundException(name);
	}

	@Override
	public Enumeration<URL> getResources(String name) throws IOException {
		List<URL> all = new ArrayList<>();
		for (ClassLoader loader : LOADERS) {
			all.addAll(Collections.list(loader.getResources(name)));
		}
		return Collections.enumeration(all);
	}
}

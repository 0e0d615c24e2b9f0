package org.fleetdesk.core.internal.h2;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does work one after the other on a thread that nobody else interrupts, while the caller waits for it, if it likes: an interrupt in
 * the middle would close the files that are worked on. The caller keeps its interrupt for afterwards. The thread ends when
 * there has been nothing to do for a while.
 */
public final class OneThread {
	private final ThreadPoolExecutor thread;

	/** A thread of these, made when there is something to do. */
	public OneThread(ThreadFactory threads) {
		thread = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
		thread.allowCoreThreadTimeOut(true);
	}

	/** Has work done without waiting for it, after what was asked for before; it throws nothing. */
	public void begin(Runnable work) {
		thread.execute(work);
	}

	/** Does work that throws nothing checked. */
	public <T> T run(Callable<T> work) {
		try {
			return call(work);
		} catch (RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	/** Does work; what it throws is thrown here. */
	public <T> T call(Callable<T> work) throws Exception {
		Future<T> result = thread.submit(work);
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return result.get();
				} catch (InterruptedException e) {
					interrupted = true;
				} catch (ExecutionException e) {
					if (e.getCause() instanceof Exception problem) {
						throw problem;
					}
					throw e;
				}
			}
		} finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}
}

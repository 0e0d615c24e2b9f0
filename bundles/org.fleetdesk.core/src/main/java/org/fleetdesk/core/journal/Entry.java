package org.fleetdesk.core.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.fleetdesk.core.object.SecretData;
import org.fleetdesk.core.support.Redaction;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One change of one object. Holds no secret: the data of a Secret is masked whatever it is made from.
 *
 * @param id its key, a random one
 * @param begun when it began
 * @param ended when it ended
 * @param by the program it was made with
 * @param place where
 * @param subject what was done to what
 * @param outcome what came of it
 * @param message why it failed, or what the server warned of; may be empty
 * @param before the object as it was, if there was one
 * @param after the object as it was left, if there is one
 */
public record Entry(String id, Instant begun, Optional<Instant> ended, By by, Place place, Subject subject,
		Outcome outcome, String message, Optional<JsonNode> before, Optional<JsonNode> after) {
	private static final Duration CLOCK = Duration.ofSeconds(2); // as exact as systems know when a process began

	/** What comes of a change. */
	public enum Outcome {
		/** It is not known to have ended. */
		RUNNING,
		/** It is done. */
		DONE,
		/** There was nothing to do. */
		UNCHANGED,
		/** It was refused, or the cluster did not answer. */
		FAILED,
		/** It was not begun, because someone cancelled. */
		CANCELLED,
		/** It was cut off: the server may have done it or not. */
		UNKNOWN
	}

	/**
	 * The program a change was made with.
	 *
	 * @param program "workbench" or "command line"
	 * @param account the user of the operating system
	 * @param process its process
	 */
	public record By(String program, String account, long process) {
		public By {
			Objects.requireNonNull(program);
			Objects.requireNonNull(account);
		}

		/** This process, as a program of this name. */
		public static By thisProcess(String program) {
			return new By(program, System.getProperty("user.name", ""), ProcessHandle.current().pid());
		}
	}

	/**
	 * A cluster and who is known there.
	 *
	 * @param cluster the cluster's id
	 * @param name its name as it is shown
	 * @param identity the user of its kubeconfig, or who is acted as
	 */
	public record Place(String cluster, String name, String identity) {
		public Place {
			Objects.requireNonNull(cluster);
			Objects.requireNonNull(name);
			Objects.requireNonNull(identity);
		}
	}

	/**
	 * What is done to what.
	 *
	 * @param operation the operation's word: "apply", "delete"
	 * @param type the object's type: "deployments.apps"
	 * @param namespace its namespace, or empty
	 * @param name its name
	 */
	public record Subject(String operation, String type, String namespace, String name) {
		public Subject {
			Objects.requireNonNull(operation);
			Objects.requireNonNull(type);
			Objects.requireNonNull(namespace);
			Objects.requireNonNull(name);
		}
	}

	public Entry {
		Objects.requireNonNull(id);
		Objects.requireNonNull(begun);
		Objects.requireNonNull(ended);
		Objects.requireNonNull(by);
		Objects.requireNonNull(place);
		Objects.requireNonNull(outcome);
		message = subject.type().equals("secrets") ? Redaction.of(message) : Objects.requireNonNull(message);
		before = before.map(SecretData::masked);
		after = after.map(SecretData::masked);
	}

	/** A change that begins. */
	public static Entry begin(Instant now, By by, Place place, Subject subject) {
		return new Entry(UUID.randomUUID().toString(), now, Optional.empty(), by, place, subject, Outcome.RUNNING, "",
				Optional.empty(), Optional.empty());
	}

	/** The same change, ended. */
	public Entry end(Instant now, Outcome how, String why) {
		return new Entry(id, begun, Optional.of(now), by, place, subject, how, why, before, after);
	}

	/** The same change with what it was made on and what it left. */
	public Entry with(Optional<JsonNode> was, Optional<JsonNode> is) {
		return new Entry(id, begun, ended, by, place, subject, outcome, message, was, is);
	}

	/** The entry as a reader takes it: one that was never ended, of a process that is gone, has an unknown outcome. */
	Entry read() {
		boolean runs = ProcessHandle.of(by.process())
				.filter(process -> process.info().startInstant().map(start -> start.minus(CLOCK).isBefore(begun))
						.orElse(true))
				.isPresent();
		return outcome != Outcome.RUNNING || runs
				? this
				: new Entry(id, begun, ended, by, place, subject, Outcome.UNKNOWN, message, before, after);
	}
}

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
 * @param after the object as it was left, if there is one; while the outcome is not known, as it shall be
 * @param group what it was asked for together with
 */
public record Entry(String id, Instant begun, Optional<Instant> ended, By by, Place place, Subject subject,
		Outcome outcome, String message, Optional<JsonNode> before, Optional<JsonNode> after, Group group) {
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

	/**
	 * Changes that were asked for at once, each an entry of its own.
	 *
	 * @param id what they have in common
	 * @param parts how many they are
	 * @param ticket what somebody noted of it, such as the number of a ticket; may be empty
	 */
	public record Group(String id, int parts, String ticket) {
		public Group {
			Objects.requireNonNull(id);
			ticket = Redaction.of(ticket);
			if (parts < 1) {
				throw new IllegalArgumentException("parts " + parts);
			}
		}

		/** So many changes that begin. */
		public static Group of(int parts, String ticket) {
			return new Group(UUID.randomUUID().toString(), parts, ticket);
		}

		/** A change for itself, as older versions wrote them all. */
		static Group alone(String id) {
			return new Group(id, 1, "");
		}
	}

	public Entry {
		Objects.requireNonNull(id);
		Objects.requireNonNull(begun);
		Objects.requireNonNull(ended);
		Objects.requireNonNull(by);
		Objects.requireNonNull(place);
		Objects.requireNonNull(outcome);
		Objects.requireNonNull(group);
		message = subject.type().equals("secrets") ? Redaction.of(message) : Objects.requireNonNull(message);
		before = before.map(SecretData::masked);
		after = after.map(SecretData::masked);
	}

	/** A change that begins. */
	public static Entry begin(Instant now, By by, Place place, Subject subject) {
		String id = UUID.randomUUID().toString();
		return new Entry(id, now, Optional.empty(), by, place, subject, Outcome.RUNNING, "", Optional.empty(),
				Optional.empty(), Group.alone(id));
	}

	/** The same change as a part of several. */
	public Entry in(Group whole) {
		return new Entry(id, begun, ended, by, place, subject, outcome, message, before, after, whole);
	}

	/** The same change, ended. */
	public Entry end(Instant now, Outcome how, String why) {
		return new Entry(id, begun, Optional.of(now), by, place, subject, how, why, before, after, group);
	}

	/** The same change with what it was made on and what it left. */
	public Entry with(Optional<JsonNode> was, Optional<JsonNode> is) {
		return new Entry(id, begun, ended, by, place, subject, outcome, message, was, is, group);
	}

	/** The entry as a reader takes it: one that was never ended, of a process that is gone, has an unknown outcome. */
	Entry read() {
		return outcome != Outcome.RUNNING || runs()
				? this
				: new Entry(id, begun, ended, by, place, subject, Outcome.UNKNOWN, message, before, after, group);
	}

	private boolean runs() {
		return ProcessHandle.of(by.process())
				.filter(process -> process.info().startInstant().map(start -> start.minus(CLOCK).isBefore(begun))
						.orElse(true))
				.isPresent();
	}
}

package org.fleetdesk.core.action;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.fleet.Permission;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.Step;
import org.fleetdesk.core.operation.Steps;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.core.operation.Undo;
import org.fleetdesk.kube.discovery.ResourceType;

/**
 * Something that can be done with objects, known by its name. Immutable.
 *
 * @param name its word, in the menu's ids, the command line and the journal: "scale"
 * @param key the key of its text
 * @param capabilities the words of descriptors of which a kind has one if it can be done with it; none for every kind
 * @param arguments what it has to be told
 * @param needs what one must be allowed
 * @param maker makes its steps
 */
public record Action(String name, String key, Set<String> capabilities, List<Argument> arguments, Needs needs,
		Maker maker) {

	/** What one must be allowed to do it with objects of a type. */
	@FunctionalInterface
	interface Needs {
		List<Permission> of(ResourceType type);
	}

	/** Makes the steps for objects; may read from their clusters. */
	@FunctionalInterface
	interface Maker {
		List<Step> steps(List<Target> targets, Values values) throws InterruptedException;
	}

	/** Makes the step for an object; may read from its cluster. */
	@FunctionalInterface
	interface OneByOne {
		Step step(Target target, Values values) throws InterruptedException;
	}

	public Action {
		Objects.requireNonNull(name);
		Objects.requireNonNull(key);
		capabilities = Set.copyOf(capabilities);
		arguments = List.copyOf(arguments);
		Objects.requireNonNull(needs);
		Objects.requireNonNull(maker);
	}

	/** An action for objects of kinds with one of these words; its name is the last part of its text's key. */
	static Action of(String key, Set<String> capabilities, List<Argument> arguments, Needs needs, OneByOne maker) {
		return all(key, capabilities, arguments, needs, (targets, values) -> {
			List<Step> steps = new java.util.ArrayList<>();
			for (Target target : targets) {
				steps.add(maker.step(target, values));
			}
			return steps;
		});
	}

	/** The same with steps made for all objects together. */
	static Action all(String key, Set<String> capabilities, List<Argument> arguments, Needs needs, Maker maker) {
		return new Action(key.substring(key.indexOf('.') + 1), key, capabilities, arguments, needs, maker);
	}

	/** One must be allowed to patch the object. */
	static Needs patch() {
		return type -> List.of(Permission.of("patch", type, ""));
	}

	/** What it is called: "Scale". */
	public String title() {
		return Titles.title(key);
	}

	/** A sentence on it. */
	public String description() {
		return Titles.description(key);
	}

	/** Whether it can be done with objects of a kind that has these words; needs not mean that this object lets it. */
	public boolean suits(Set<String> words) {
		return capabilities.isEmpty() || capabilities.stream().anyMatch(words::contains);
	}

	/** What one must be allowed to do it with objects of a type. */
	public List<Permission> permissions(ResourceType type) {
		return needs.of(type);
	}

	/** Why it cannot be undone, in a sentence; empty if it can. */
	public Optional<String> lasting() {
		return Undo.lasting(name);
	}

	/**
	 * What does it. May read from the clusters, so it blocks.
	 *
	 * @throws org.fleetdesk.kube.KubeException if what it depends on cannot be read, or does not allow it
	 * @throws BadArgument if the values make no sense for the objects
	 */
	public Operation operation(List<Target> targets, Values values) throws InterruptedException {
		return new Steps(name, maker.steps(targets, values));
	}
}

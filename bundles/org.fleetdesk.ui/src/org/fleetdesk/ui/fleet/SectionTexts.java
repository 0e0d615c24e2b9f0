package org.fleetdesk.ui.fleet;

import org.eclipse.jface.resource.ImageDescriptor;

import org.fleetdesk.core.kinds.Section;
import org.fleetdesk.ui.Icons;

/** What sections of kinds are called, and their icons. */
final class SectionTexts {

	private SectionTexts() {
	}

	static String title(Section section) {
		return title(section.id(), section.group());
	}

	static String title(String id, String group) {
		return switch (id) {
			case "workloads" -> Messages.section_workloads;
			case "network" -> Messages.section_network;
			case "storage" -> Messages.section_storage;
			case "configuration" -> Messages.section_configuration;
			case "access" -> Messages.section_access;
			case "cluster" -> Messages.section_cluster;
			case Section.CUSTOM -> group.isEmpty() ? Messages.section_core : group;
			default -> id;
		};
	}

	static ImageDescriptor icon(String id) {
		return (switch (id) {
			case "workloads" -> Icons.WORKLOADS;
			case "network" -> Icons.NETWORK;
			case "storage" -> Icons.STORAGE;
			case "configuration" -> Icons.CONFIGURATION;
			case "access" -> Icons.ACCESS;
			case "cluster" -> Icons.CLUSTER;
			default -> Icons.CUSTOM;
		}).descriptor();
	}
}

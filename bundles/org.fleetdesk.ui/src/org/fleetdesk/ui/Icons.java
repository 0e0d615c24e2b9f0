package org.fleetdesk.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;

/**
 * The product's own icons: drawn for light and dark alike, 16 pixels, scaled without loss. Who makes an image of one owns
 * it; viewers do by a {@code LocalResourceManager}.
 */
public enum Icons {
	/** The product. */
	FLEETDESK("fleetdesk"),
	/** The product, large, for the welcome page. */
	WELCOME("welcome"),
	/** A cluster that is not contacted. */
	CLUSTER_CLOSED("cluster-closed"),
	/** A cluster that is being contacted. */
	CLUSTER_OPENING("cluster-opening"),
	/** A cluster that answers. */
	CLUSTER_OPEN("cluster-open"),
	/** A cluster that does not answer. */
	CLUSTER_AWAY("cluster-away"),
	/** Namespaces. */
	NAMESPACES("namespaces"),
	/** A namespace. */
	NAMESPACE("namespace"),
	/** A kind. */
	KIND("kind"),
	/** An object. */
	OBJECT("objects"),
	/** Where clusters come from. */
	SOURCE("source"),
	/** Add a cluster. */
	ADD("add"),
	/** Section of workloads. */
	WORKLOADS("section-workloads"),
	/** Section of networking. */
	NETWORK("section-network"),
	/** Section of storage. */
	STORAGE("section-storage"),
	/** Section of configuration. */
	CONFIGURATION("section-configuration"),
	/** Section of access rights. */
	ACCESS("section-access"),
	/** Section of the cluster itself. */
	CLUSTER("section-cluster"),
	/** Section of an API group of its own. */
	CUSTOM("section-custom");

	private final String file;

	Icons(String file) {
		this.file = "icons/" + file + ".svg";
	}

	/** What an image is made of. */
	public ImageDescriptor descriptor() {
		return ResourceLocator.imageDescriptorFromBundle(Icons.class, file)
				.orElseGet(ImageDescriptor::getMissingImageDescriptor);
	}
}

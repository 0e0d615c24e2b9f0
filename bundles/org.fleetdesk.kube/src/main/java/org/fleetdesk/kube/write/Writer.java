package org.fleetdesk.kube.write;

import org.fleetdesk.kube.ObjectKey;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Changes objects. Remote; every call blocks the caller's thread for one request, and interrupting that thread ends it:
 * whether the server has done it already is not known then. Nothing is sent twice but for what the server refused as a
 * login. Every call may throw any {@link org.fleetdesk.kube.KubeException}; one that is Conflict or Invalid says in its
 * causes which fields it is about.
 */
public interface Writer {

	/**
	 * Server-side apply: the object shall have the fields that are given; fields applied before by the same manager and
	 * not given any more go, what others own stays. Makes the object if it is not there.
	 *
	 * @param object with apiVersion, kind and name; without {@code metadata.managedFields}
	 * @throws org.fleetdesk.kube.KubeException.Conflict if another manager owns a field that would change, and
	 *             {@link WriteOptions#force} is not set
	 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/">Server-Side Apply</a>
	 */
	Written apply(ObjectKey key, JsonNode object, WriteOptions options) throws InterruptedException;

	/**
	 * Makes an object that is not there yet; with a subresource, asks something of one that is ("eviction").
	 *
	 * @throws org.fleetdesk.kube.KubeException.Conflict if it is
	 */
	Written create(ObjectKey key, JsonNode object, WriteOptions options) throws InterruptedException;

	/**
	 * Puts a whole object in the place of what is there.
	 *
	 * @param object with the {@code metadata.resourceVersion} it was read in, or without to not mind what happened since
	 * @throws org.fleetdesk.kube.KubeException.Conflict if it has changed since that version
	 */
	Written replace(ObjectKey key, JsonNode object, WriteOptions options) throws InterruptedException;

	/** Changes some fields of an object that is there. */
	Written patch(ObjectKey key, Patch patch, WriteOptions options) throws InterruptedException;

	/**
	 * Deletes an object. It may stay for a while, marked as being deleted, until it has ended and its finalizers are gone.
	 *
	 * @return the object as it was left, or the server's status
	 */
	Written delete(ObjectKey key, DeleteOptions options) throws InterruptedException;
}

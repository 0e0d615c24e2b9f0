/**
 * Demo clusters: a small Kubernetes API server over HTTP, in memory, on this computer only, for trying Fleetdesk without a
 * cluster and for tests. Everything that shows where one is says that it is a demo: the clusters' and nodes' names, the
 * server's version.
 * <p>
 * What it does: discovery old and aggregated, OpenAPI v3 (schemas of Kubernetes 1.35) and v2 as JSON, lists with pages,
 * selectors and tables, watches with bookmarks and 410, create, update, all four patches, conflicts between field managers,
 * dry run, validation of unknown and repeated fields as strict as asked, delete with propagation and preconditions,
 * scale, eviction, logs, custom resource definitions, and in a light form what scheduler, kubelets and controllers do.
 * kubectl works with it.
 * <p>
 * An annotation of a pod (template) chooses what becomes of it, {@code demo.fleetdesk.org/behaviour}: {@code crash},
 * {@code fail}, {@code unready}. An image whose tag is {@code missing} or whose registry ends in {@code .invalid} cannot be
 * pulled; requests that no node has room for stay pending; a missing ConfigMap or Secret keeps a container from starting.
 * <h2>Limits</h2>
 * <ul>
 * <li><b>apply-lists-atomic</b>: server-side apply sees every list as one field. Managers of different elements of one list
 * conflict, at the whole list ({@code .spec.template.spec.containers}), and applying a list replaces it. What another manager
 * left by an update is kept as leaves, without list keys. Fields of custom kinds that their schema does not have are
 * dropped, not refused.</li>
 * <li><b>types-only</b>: fields are checked against the types of the schemas, not for values that only Kubernetes' own
 * validation refuses, such as a port above 65535.</li>
 * <li><b>no-admission</b>: no webhooks, policies, limit ranges or quotas are enforced; quotas are counted.</li>
 * <li><b>no-rbac</b>: whoever has the token may do everything; review objects say so. Impersonation changes only what
 * SelfSubjectReview answers.</li>
 * <li><b>token-only</b>: the one token is the only login; no certificates of clients, no tokens of service accounts.</li>
 * <li><b>no-exec</b>: no exec, attach, port-forward or proxy.</li>
 * <li><b>made-up-metrics</b>: what nodes and pods use (metrics.k8s.io) is made up from what they ask for, by the clock.</li>
 * <li><b>no-protobuf</b>: JSON, and YAML for single objects and lists; a client that takes only protobuf gets 406, one that
 * sends an object as protobuf, as {@code kubectl create deployment} does, gets 415; reviews and evictions are understood.</li>
 * <li><b>no-snapshots</b>: later pages of a list show what there is then, not what was there at the first page;
 * resourceVersionMatch=Exact is answered with the present. A watch from the list's revision makes up for both.</li>
 * <li><b>no-conversion</b>: versions of a custom kind differ in name only; patterns and rules (CEL) in its schema are not
 * looked at. Of built-in kinds one version is served.</li>
 * <li><b>light-controllers</b>: one container's fate is that of its pod; probes, init containers, affinity, spreading,
 * priorities, evictions from lost nodes and autoscaling are not simulated; schedules are in UTC.</li>
 * <li><b>generated-still</b>: pods made by {@code --pods} do not move until they are changed.</li>
 * <li><b>memory-only</b>: all is gone when the program ends; watches can go back 16,384 changes.</li>
 * </ul>
 */
@NullMarked
package org.fleetdesk.demo;

import org.jspecify.annotations.NullMarked;

package org.fleetdesk.ui.fleet;

import org.eclipse.osgi.util.NLS;

/** Texts of the Fleet view, in messages.properties and its translations. */
final class Messages extends NLS {

	public static String cluster_current;
	public static String cluster_demo;
	public static String cluster_node;
	public static String cluster_nodes;
	public static String cluster_pod;
	public static String cluster_pods;
	public static String details_change_mark;
	public static String details_context;
	public static String details_counts;
	public static String details_demo;
	public static String details_demo_about;
	public static String details_kinds;
	public static String details_login;
	public static String details_mark;
	public static String details_namespace;
	public static String details_platform;
	public static String details_problem;
	public static String details_proxy;
	public static String details_server;
	public static String details_source;
	public static String details_state;
	public static String details_title;
	public static String details_tlsServerName;
	public static String details_trust;
	public static String details_trust_none;
	public static String details_trust_own;
	public static String details_trust_system;
	public static String details_unreadable;
	public static String details_user;
	public static String details_version;
	public static String findings_many;
	public static String findings_one;
	public static String fleet_empty;
	public static String fleet_filter;
	public static String fleet_noMatch;
	public static String login_certificate;
	public static String login_impersonate;
	public static String login_nobody;
	public static String login_oidc;
	public static String login_password;
	public static String login_program;
	public static String login_token;
	public static String mark_failed;
	public static String namespace_failed;
	public static String namespace_invalid;
	public static String namespace_question;
	public static String namespace_title;
	public static String node_namespaces;
	public static String note_failed;
	public static String note_forbidden;
	public static String note_loading;
	public static String note_opening;
	public static String phase_away;
	public static String phase_closed;
	public static String phase_open;
	public static String phase_opening;
	public static String remove_failed;
	public static String remove_keep;
	public static String remove_question_demo;
	public static String remove_question_many;
	public static String remove_question_one;
	public static String remove_remove;
	public static String remove_title;
	public static String section_access;
	public static String section_cluster;
	public static String section_configuration;
	public static String section_core;
	public static String section_network;
	public static String section_storage;
	public static String section_workloads;
	public static String view_failed;

	static {
		initializeMessages("org.fleetdesk.ui.fleet.messages", Messages.class);
	}

	private Messages() {
	}
}

package org.fleetdesk.core.fleet;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.fleetdesk.kube.discovery.ServerVersion;

/** Whose Kubernetes a cluster is, as far as its version tells: a distribution's or a cloud's own builds are marked in it. */
public enum Vendor {
	/** Amazon. */
	EKS("Amazon EKS", "-eks-"),
	/** Google. */
	GKE("Google GKE", "-gke."),
	/** SUSE, the small one. */
	K3S("K3s", "+k3s"),
	/** SUSE, the big one. */
	RKE2("RKE2", "+rke2"),
	/** IBM. */
	IKS("IBM Cloud", "+iks"),
	/** Mirantis, the small one. */
	K0S("k0s", "+k0s"),
	/** Alibaba. */
	ACK("Alibaba ACK", "-aliyun"),
	/** Tencent. */
	TKE("Tencent TKE", "-tke"),
	/** Huawei. */
	CCE("Huawei CCE", "-r0-cce"),
	/** Oracle. */
	OKE("Oracle OKE", "+oke"),
	/** VMware by Broadcom. */
	TANZU("VMware Tanzu", "+vmware"),
	/** Ours: simulated. */
	DEMO("Fleetdesk demo", "fleetdesk-demo");

	private final String title;
	private final String mark;

	Vendor(String title, String mark) {
		this.title = title;
		this.mark = mark;
	}

	/** The name people know it by; a proper name in every language. */
	public String title() {
		return title;
	}

	/** The vendor of a version; empty for plain Kubernetes and for vendors that do not mark theirs. */
	public static Optional<Vendor> of(ServerVersion version) {
		String text = version.gitVersion().toLowerCase(Locale.ROOT);
		return Stream.of(values()).filter(v -> text.contains(v.mark)).findFirst();
	}
}

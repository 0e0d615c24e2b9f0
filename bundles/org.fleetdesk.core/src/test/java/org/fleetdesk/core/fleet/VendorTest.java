package org.fleetdesk.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.fleetdesk.kube.discovery.ServerVersion;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorTest {

	@ParameterizedTest
	@CsvSource({"v1.33.1+k3s1,K3S", "v1.31.7+rke2r1,RKE2", "v1.32.3-eks-bcf3d70,EKS", "v1.31.5-gke.1023000,GKE",
			"v1.30.1+vmware.1,TANZU", "v1.26.3-aliyun.1,ACK", "v1.35.4+fleetdesk-demo,DEMO", "v1.34.2,", "v1.30.0,''"})
	void tellsByTheVersion(String version, String vendor) {
		assertThat(Vendor.of(new ServerVersion(version, "")).map(Enum::name).orElse(""))
				.isEqualTo(vendor == null ? "" : vendor);
	}
}

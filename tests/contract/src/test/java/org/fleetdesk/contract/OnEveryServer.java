package org.fleetdesk.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs a class's checks on the demo cluster and every server of FLEETDESK_TEST_KUBECONFIG; its constructor takes the {@link Server}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Report.class)
@ParameterizedClass(name = "{0}")
@MethodSource("org.fleetdesk.contract.Server#given")
@interface OnEveryServer {
}

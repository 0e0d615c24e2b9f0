package org.fleetdesk.core.cache;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.fleetdesk.core.fleet.ClusterState;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.discovery.ServerVersion;
import org.fleetdesk.kube.read.Column;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What the cache keeps as JSON, {@link Packed}. */
final class CacheJson {
	private static final ObjectMapper JSON = JsonMapper.builder()
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

	private CacheJson() {
	}

	/** What is kept of a list beside its rows. */
	record ListHead(ResourceType type, String namespace, String labels, List<Column> columns) {
	}

	/** What is kept of a cluster: empty is a version, and -1 a count, that is not known. */
	record ClusterHead(String version, String platform, List<ResourceType> types, long nodes, long pods) {
		static ClusterHead of(ClusterState state) {
			return new ClusterHead(state.version().map(ServerVersion::gitVersion).orElse(""),
					state.version().map(ServerVersion::platform).orElse(""), state.catalogue().types(),
					state.nodes().orElse(-1), state.pods().orElse(-1));
		}

		ClusterState state(Instant known) {
			return new ClusterState(ClusterState.Phase.CLOSED, known, Optional.empty(),
					version.isEmpty() ? Optional.empty() : Optional.of(new ServerVersion(version, platform)),
					new Catalogue(types, List.of()), count(nodes), count(pods));
		}

		private static OptionalLong count(long count) {
			return count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
		}
	}

	static byte[] pack(Object value) {
		try {
			return Packed.pack(JSON.writeValueAsBytes(value));
		} catch (IOException e) {
			throw new IllegalStateException(e); // only memory is written
		}
	}

	static <T> T unpack(byte[] packed, Class<T> type) throws IOException {
		return JSON.readValue(Packed.unpack(packed), type);
	}

	static JsonNode object(byte[] packed) throws IOException {
		return JSON.readTree(Packed.unpack(packed));
	}
}

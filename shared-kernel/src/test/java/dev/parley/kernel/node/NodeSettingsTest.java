package dev.parley.kernel.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.CannotStart;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeSettingsTest {
    private static final String AXON_SERVER = "axonserver";

    @Test
    void areAllRolesOnPostgresUnlessTold() {
        NodeSettings untold = given(Map.of());

        assertThat(untold.eventStore()).isEqualTo("postgres");
        assertThat(NodeRole.values()).allMatch(untold::has);
    }

    @Test
    void nameAnEventStoreThatIsKnown() {
        assertThat(given(Map.of("parley.event-store", AXON_SERVER)).eventStore())
                .isEqualTo(AXON_SERVER);
        assertThatThrownBy(() -> given(Map.of("parley.event-store", "embedded")))
                .isInstanceOf(CannotStart.class)
                .hasMessage("parley.event-store must be postgres or axonserver.");
    }

    @Test
    void leaveRolesToOtherNodesOnlyWhereAxonServerRoutes() {
        NodeSettings routed = given(Map.of("parley.event-store", AXON_SERVER, "parley.roles", "command"));

        assertThat(routed.has(NodeRole.COMMAND)).isTrue();
        assertThat(routed.has(NodeRole.API)).isFalse();
        assertThatThrownBy(() -> given(Map.of("parley.roles", "command")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("set parley.event-store to axonserver, or leave parley.roles out.");
    }

    private static NodeSettings given(Map<String, String> settings) {
        return NodeSettings.of(settings::get);
    }
}

package dev.parley.kernel.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.CannotStart;
import org.junit.jupiter.api.Test;

class NodeRoleTest {
    @Test
    void areAllUnlessSomeAreNamed() {
        assertThat(NodeRole.of(NodeRole.ALL)).containsExactlyInAnyOrder(NodeRole.values());
    }

    @Test
    void areThoseThatAreNamedHoweverTheyAreSpelt() {
        assertThat(NodeRole.of("query, API")).containsExactlyInAnyOrder(NodeRole.QUERY, NodeRole.API);
    }

    @Test
    void areNothingElse() {
        assertThatThrownBy(() -> NodeRole.of("commands"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("\"commands\"");
        assertThatThrownBy(() -> NodeRole.of("")).isInstanceOf(CannotStart.class);
    }
}

package dev.parley.kernel.node;

import dev.parley.kernel.CannotStart;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a node does for the site, and where the site's events are.
 *
 * @param eventStore {@value #POSTGRES} or {@value #AXON_SERVER}
 */
public record NodeSettings(Set<NodeRole> roles, String eventStore) {
    public static final String EVENT_STORE = "parley.event-store";
    public static final String POSTGRES = "postgres";
    public static final String AXON_SERVER = "axonserver";

    private static final Set<String> EVENT_STORES = Set.of(POSTGRES, AXON_SERVER);

    /** @throws CannotStart if nobody knows the event store, or if roles are missing that no other node could have */
    public NodeSettings {
        require(EVENT_STORES.contains(eventStore), EVENT_STORE + " must be postgres or axonserver.");
        require(
                eventStore.equals(AXON_SERVER) || roles.size() == NodeRole.values().length,
                "Nodes can have different roles once Axon Server routes between them: set " + EVENT_STORE
                        + " to axonserver, or leave " + NodeRole.SETTING + " out.");
    }

    /** @param settings gives the value of a setting by its name; {@code null} where nobody gave one */
    public static NodeSettings of(UnaryOperator<String> settings) {
        return new NodeSettings(
                NodeRole.of(
                        Optional.ofNullable(settings.apply(NodeRole.SETTING)).orElse(NodeRole.ALL)),
                Optional.ofNullable(settings.apply(EVENT_STORE)).orElse(POSTGRES));
    }

    public boolean has(NodeRole role) {
        return roles.contains(role);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new CannotStart(sentence);
        }
    }
}

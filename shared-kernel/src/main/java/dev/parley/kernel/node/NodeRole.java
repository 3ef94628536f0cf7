package dev.parley.kernel.node;

import dev.parley.kernel.CannotStart;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a node does for the site. Each has all roles unless {@value #SETTING} tells some, separated by commas. */
public enum NodeRole {
    /** Handles commands, reacts to events, and ends what ends by itself. */
    COMMAND,
    /** Fills the read models and answers queries. */
    QUERY,
    /** Serves clients: requests, streams and WebSockets. */
    API;

    public static final String SETTING = "parley.roles";

    /** The setting where nobody gave one. */
    public static final String ALL = "command,query,api";

    /** @throws CannotStart if a name is none of theirs, or there is none */
    public static Set<NodeRole> of(String names) {
        EnumSet<NodeRole> roles = EnumSet.noneOf(NodeRole.class);
        Arrays.stream(names.split(",")).map(String::strip).map(NodeRole::named).forEach(roles::add);
        return Collections.unmodifiableSet(roles);
    }

    private static NodeRole named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new CannotStart(
                        SETTING + " takes command, query and api, separated by commas, and not \"" + name + "\"."));
    }
}

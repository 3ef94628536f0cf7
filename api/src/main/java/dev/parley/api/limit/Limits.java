package dev.parley.api.limit;

import dev.parley.kernel.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are taken from one person, and from one address whoever is behind it.
 *
 * @param enabled whether requests are counted at all
 * @param nodes how many nodes serve clients; each counts by itself, and gives its share of every budget
 */
@ConfigurationProperties("parley.limits")
record Limits(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1") int nodes,
        @DefaultValue Person person,
        @DefaultValue Address address) {
    Limits {
        if (nodes < 1) {
            throw new CannotStart("parley.limits.nodes must be 1 or more.");
        }
        person = person.sharedBy(nodes);
        address = address.sharedBy(nodes);
    }

    /**
     * Services are not counted as persons.
     *
     * @param connections streams and WebSockets that one person may hold open on a node
     * @param exports of what the log holds of the person
     */
    record Person(
            @DefaultValue("200/4s") Budget reads,
            @DefaultValue("60/3s") Budget writes,
            @DefaultValue("20") int connections,
            @DefaultValue("5/1h") Budget exports) {
        Person {
            if (connections < 1) {
                throw new CannotStart("parley.limits.person.connections must be 1 or more.");
            }
        }

        Person sharedBy(int nodes) {
            return new Person(reads.sharedBy(nodes), writes.sharedBy(nodes), connections, exports.sharedBy(nodes));
        }
    }

    /** @param tokens requests to {@code /dev/token} */
    record Address(
            @DefaultValue("4000/4s") Budget reads,
            @DefaultValue("2000/4s") Budget writes,
            @DefaultValue("200/10s") Budget tokens) {
        Address sharedBy(int nodes) {
            return new Address(reads.sharedBy(nodes), writes.sharedBy(nodes), tokens.sharedBy(nodes));
        }
    }
}

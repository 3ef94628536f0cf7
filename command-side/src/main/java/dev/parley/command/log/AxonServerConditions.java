package dev.parley.command.log;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As {@link Conditions}, where the streams are in Axon Server: it is asked for all of them at once. */
class AxonServerConditions extends Conditions {
    private final AxonServerChannel server;

    /** @param database which lends the locks */
    AxonServerConditions(JdbcClient database, AxonServerChannel server) {
        super(database);
        this.server = server;
    }

    @Override
    Map<String, Long> lastPlaces(Set<String> streams) {
        Map<String, CompletableFuture<Long>> asked = new HashMap<>();
        Map<String, Long> last = new HashMap<>();
        streams.forEach(stream -> asked.put(stream, server.events().findHighestSequence(stream)));
        asked.forEach((stream, answer) -> last.put(stream, server.answer(channel -> answer)));
        return last;
    }
}

package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.Outcome.Recorded;
import dev.parley.command.TestDatabase;
import dev.parley.command.log.Counter.Counted;
import dev.parley.kernel.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** What a command led to is found by its id, whatever was stored around it. */
class StoredCommandsTest {
    private final DataSource database = TestDatabase.create();
    private final Serializer json = TestSerializers.events();
    private final LogReader log = new LogReader(JdbcClient.create(database), json, new EventUpcasterChain());
    private final StoredCommands commands = new StoredCommands(log);
    private final EventStorageEngine engine = PostgresEngine.builder(
                    database, new DataSourceTransactionManager(database), json, json)
            .build();

    @BeforeEach
    void tables() {
        new Schema(database);
    }

    @Test
    void inSeveralStreamsBetweenOthers() {
        engine.appendEvents(event("first", "a", 0));
        engine.appendEvents(event("c", "a", 1));
        engine.appendEvents(event("another", "b", 0));
        engine.appendEvents(event("c.1", "b", 1));
        engine.appendEvents(event("c.10", "b", 2), event("cc", "a", 2));

        var found = commands.find("c").orElseThrow();

        assertThat(found.digest()).isEqualTo("digest of c");
        assertThat(found.outcome().position()).isEqualTo(4);
        assertThat(found.outcome().events())
                .containsExactly(
                        new Recorded<>(new Counted("a", 1, ""), "a", 1, Instant.EPOCH),
                        new Recorded<>(new Counted("b", 1, ""), "b", 1, Instant.EPOCH));
    }

    @Test
    void howeverManyEventsThereAre() {
        engine.appendEvents(IntStream.range(0, 40)
                .mapToObj(i -> event(i == 0 ? "c" : "c." + i, "a", i))
                .toList());

        assertThat(commands.find("c").orElseThrow().outcome().events()).hasSize(40);
    }

    @Test
    void isNotThereBeforeItIsStored() {
        assertThat(commands.find("c")).isEmpty();
    }

    @Test
    void leavesOneEventToBeReadByItsPlace() {
        engine.appendEvents(List.of(event("c", "a", 0), event("d", "a", 1)));

        assertThat(log.at("a", 1).orElseThrow().event()).isEqualTo(new Counted("a", 1, ""));
        assertThat(log.at("a", 2)).isEmpty();
        assertThat(log.at("b", 0)).isEmpty();
    }

    private static EventMessage<?> event(String id, String stream, long sequence) {
        return new GenericDomainEventMessage<>(
                "Counter",
                stream,
                sequence,
                new Counted(stream, 1, ""),
                Map.of(Envelope.REQUEST, "digest of " + id),
                id,
                Instant.EPOCH);
    }
}

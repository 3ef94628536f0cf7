package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A snapshot only saves reading: one that a changed class cannot read is passed over, and the events speak. */
class UnreadableSnapshotTest {
    private static final String STREAM = "seat~1";

    private final DataSource database = TestDatabase.create();
    private final JdbcClient client = JdbcClient.create(database);
    private final EmbeddedEventStore store =
            EmbeddedEventStore.builder().storageEngine(engine()).build();

    record Taken(String player) {}

    record Seat(String player) {}

    @BeforeEach
    void twoEventsAndASnapshotAfterThem() {
        store.publish(event(0, new Taken("ann")), event(1, new Taken("bob")));
        store.storeSnapshot(event(1, new Seat("bob")));
    }

    @Test
    void standsForTheEventsBeforeItAsLongAsItCanBeRead() {
        assertThat(read()).containsExactly(new Seat("bob"));
    }

    @Test
    void isPassedOverWhenItsFieldsAreNotKnownAnyMore() {
        client.sql("UPDATE snapshotevententry SET payload = '{\"sitting\":\"bob\"}'")
                .update();

        assertThat(read()).containsExactly(new Taken("ann"), new Taken("bob"));
    }

    private List<Object> read() {
        return store.readEvents(STREAM)
                .asStream()
                .<Object>map(EventMessage::getPayload)
                .toList();
    }

    private static <T> GenericDomainEventMessage<T> event(long sequence, T payload) {
        return new GenericDomainEventMessage<>("Seat", STREAM, sequence, payload);
    }

    private GroupCommitEngine engine() {
        var transactions = new DataSourceTransactionManager(database);
        var serialization = new SerializationConfiguration();
        var events = serialization.eventSerializer(List.of());
        new Schema(database);
        var jdbc = PostgresEngine.builder(database, transactions, events, serialization.serializer(List.of()))
                .build();
        var transaction = new LogTransaction(new TransactionTemplate(transactions), client);
        var engine = new GroupCommitEngine(jdbc, transaction, events, new SimpleMeterRegistry());
        engine.start();
        return engine;
    }
}

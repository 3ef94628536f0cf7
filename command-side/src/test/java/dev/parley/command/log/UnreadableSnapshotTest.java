package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.StoreUnavailable;
import dev.parley.command.TestDatabase;
import dev.parley.command.vault.TestVault;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A snapshot only saves reading: one that a changed class cannot read is passed over, and the events speak. While the
 * keys of personal text are away nothing can be said of it.
 */
class UnreadableSnapshotTest {
    private static final String STREAM = "seat~1";
    private static final PersonalText ANN = new PersonalText(new UserId("ann"), "Ann");
    private static final PersonalText BOB = new PersonalText(new UserId("bob"), "Bob");
    private static final PersonalText CLEO = new PersonalText(new UserId("cleo"), "Cleo");

    private final DataSource database = TestDatabase.create();
    private final JdbcClient client = JdbcClient.create(database);
    private GroupCommitEngine engine;
    private LogStore store;

    record Taken(PersonalText player) {}

    record Seat(List<PersonalText> players) {}

    @BeforeEach
    void twoEventsAndASnapshotAfterThem() {
        new Schema(database);
        open(TestVault.customizer());
        engine.appendEvents(List.of(event(0, new Taken(ANN)), event(1, new Taken(BOB))));
        store.storeSnapshot(event(1, new Seat(List.of(CLEO))));
    }

    @AfterEach
    void close() {
        engine.stop();
    }

    @Test
    void standsForTheEventsBeforeItAsLongAsItCanBeRead() {
        assertThat(read()).containsExactly(new Seat(List.of(CLEO)));
    }

    @Test
    void isPassedOverWhenItsFieldsAreNotKnownAnyMore() {
        client.sql("UPDATE snapshotevententry SET payload = '{\"sitting\":\"bob\"}'")
                .update();

        assertThat(read()).containsExactly(new Taken(ANN), new Taken(BOB));
    }

    @Test
    void isNotPassedOverWhileAKeyIsAway() {
        close();
        open(TestVault.customizerWithoutKeyOf(CLEO.owner()));

        assertThatThrownBy(this::read).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void neitherAreEventsTakenForUnreadableWhileAKeyIsAway() {
        client.sql("DELETE FROM snapshotevententry").update();
        close();
        open(TestVault.customizerWithoutKeyOf(BOB.owner()));

        assertThatThrownBy(this::read).isInstanceOf(StoreUnavailable.class);
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

    private void open(Jackson3SerializerCustomizer personalText) {
        var transactions = new DataSourceTransactionManager(database);
        var serialization = new SerializationConfiguration();
        var events = serialization.eventSerializer(List.of(personalText));
        var snapshots = serialization.serializer(List.of(personalText));
        var jdbc = PostgresEngine.builder(database, transactions, events, snapshots)
                .build();
        var transaction = new PostgresTransaction(new TransactionTemplate(transactions), client);
        engine = new GroupCommitEngine(jdbc, transaction, new Conditions(client), events, new SimpleMeterRegistry());
        engine.start();
        store = new LogStore(engine, new LogReader(client, events, new EventUpcasterChain()));
    }
}

package dev.parley.command.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.parley.command.TestDatabase;
import dev.parley.kernel.CannotStart;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The copy of a log that stands in for Axon Server's, on a real database. */
class LogCopyTest {
    private static final long PATIENCE_NANOS = 5_000_000;

    private final DataSource database = TestDatabase.create();
    private final JdbcTemplate sql = new JdbcTemplate(database);
    private final Serializer serializer = TestSerializers.events();
    private final List<Event> log = new CopyOnWriteArrayList<>();
    private final AxonServerChannel server = mock(AxonServerChannel.class);
    private final AxonServerEngine engine = mock(AxonServerEngine.class);
    private final List<LogCopy> copies = new ArrayList<>();

    @BeforeEach
    void standIn() {
        new Schema(database);
        EventChannel channel = mock(EventChannel.class);
        given(server.events()).willReturn(channel);
        given(channel.openStream(anyLong(), anyInt(), anyInt()))
                .willAnswer(asked -> stream(asked.<Long>getArgument(0).intValue() + 1));
        given(engine.head()).willAnswer(asked -> (long) log.size());
        given(engine.at(anyString(), anyLong()))
                .willAnswer(asked -> log.stream()
                        .filter(event -> event.getAggregateIdentifier().equals(asked.getArgument(0)))
                        .filter(event -> event.getAggregateSequenceNumber() == asked.<Long>getArgument(1))
                        .map(event -> AxonServerEvents.row(event, 0))
                        .findFirst());
    }

    @AfterEach
    void stop() {
        copies.forEach(LogCopy::stop);
    }

    private EventStream stream(int from) throws InterruptedException {
        var next = new AtomicInteger(from);
        EventStream stream = mock(EventStream.class);
        given(stream.nextIfAvailable()).willAnswer(asked -> event(next));
        given(stream.nextIfAvailable(anyLong(), any())).willAnswer(asked -> {
            if (next.get() >= log.size()) {
                LockSupport.parkNanos(PATIENCE_NANOS);
            }
            return event(next);
        });
        return stream;
    }

    private EventWithToken event(AtomicInteger next) {
        if (next.get() >= log.size()) {
            return null;
        }
        int place = next.getAndIncrement();
        return EventWithToken.newBuilder()
                .setToken(place)
                .setEvent(log.get(place))
                .build();
    }

    private void store(int many) {
        for (int i = 0; i < many; i++) {
            String repeatable = UUID.nameUUIDFromBytes(Long.toString(log.size()).getBytes(UTF_8))
                    .toString();
            var event = new GenericDomainEventMessage<>("Room", "r~1", log.size(), "text " + log.size());
            var sent = new GenericDomainEventMessage<>(
                    "Room",
                    "r~1",
                    event.getSequenceNumber(),
                    event.getPayload(),
                    event.getMetaData(),
                    repeatable,
                    event.getTimestamp());
            log.addAll(AxonServerEvents.written(List.of(sent), serializer));
        }
    }

    private LogCopy copy() {
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        var copy = new LogCopy(server, engine, new ReactionTokens(engine, sql), transactions, sql);
        copies.add(copy);
        return copy;
    }

    private LogCopy started() {
        LogCopy copy = copy();
        copy.start();
        return copy;
    }

    private List<Long> positions() {
        return sql.queryForList("SELECT globalindex FROM domainevententry ORDER BY globalindex", Long.class);
    }

    /** Every second place has a mark. */
    private List<Long> positionsOfEvents() {
        return IntStream.range(0, log.size())
                .filter(place -> !AxonServerEvents.isMark(log.get(place)))
                .mapToObj(place -> place + 1L)
                .toList();
    }

    @Test
    void hasEveryEventOnceAtItsPlaceWithoutMarksThoughTwoNodesWriteIt() {
        store(700);
        LogCopy one = started();
        LogCopy two = started();
        store(700);
        one.awaitCurrent();
        two.awaitCurrent();
        assertThat(positions()).hasSize(1_400).isEqualTo(positionsOfEvents());
    }

    @Test
    void goesOnWhereItStood() {
        store(3);
        LogCopy first = started();
        first.awaitCurrent();
        first.stop();
        store(3);
        started().awaitCurrent();
        assertThat(positions()).isEqualTo(positionsOfEvents());
    }

    @Test
    void isNotMadeOnTopOfAnotherLogsHoweverLongEachIs() {
        store(3);
        LogCopy first = started();
        first.awaitCurrent();
        first.stop();
        List<Event> other = log.stream()
                .map(event -> event.toBuilder().setMessageIdentifier("other").build())
                .toList();
        log.clear();
        log.addAll(other);
        store(3);
        assertThatThrownBy(copy()::start).isInstanceOf(CannotStart.class).hasMessageContaining("another event store");
    }

    @Test
    void saysWhatToDoWhereTheLogWasSetBackToAnEarlierMoment() {
        store(3);
        LogCopy first = started();
        first.awaitCurrent();
        first.stop();
        log.removeLast();
        assertThatThrownBy(copy()::start).isInstanceOf(CannotStart.class).hasMessageContaining("empty the table");
    }

    @Test
    void hasReactionsGoOnAtTheEndOfALogThatWasSetBack() {
        store(3);
        TokenStore tokens = JdbcTokenStore.builder()
                .connectionProvider(new DataSourceConnectionProvider(database))
                .serializer(Jackson3Serializer.builder().build())
                .build();
        tokens.initializeTokenSegments("ahead", 1, at(500));
        tokens.initializeTokenSegments("behind", 1, at(2));
        started();
        assertThat(tokens.fetchToken("ahead", 0)).isEqualTo(at(6));
        assertThat(tokens.fetchToken("behind", 0)).isEqualTo(at(2));
    }

    private static TrackingToken at(long position) {
        return GapAwareTrackingToken.newInstance(position, Collections.emptySortedSet());
    }
}

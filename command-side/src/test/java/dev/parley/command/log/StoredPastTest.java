package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.TestDatabase;
import dev.parley.kernel.past.AsOf;
import dev.parley.kernel.past.PastEvent;
import dev.parley.kernel.past.PastStream;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log as it was, on a real database: two streams in turns, an event a second, texts and numbers in turns. */
class StoredPastTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AsOf NOW = new AsOf.Now();
    private static final int LENGTH = 20;

    private final DataSource database = TestDatabase.create();
    private StoredPast past;

    @BeforeEach
    void open() {
        new Schema(database);
        var client = JdbcClient.create(database);
        past = new StoredPast(client, new LogReader(client, TestSerializers.events(), new EventUpcasterChain()));
        for (int place = 0; place < LENGTH; place++) {
            store(client, "one", place, 2 * place + 1);
            store(client, "two", place, 2 * place + 2);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 7, 18, 19})
    void aStreamEndsWithItsLastEventByThen(long place) {
        long position = 2 * place + 1;
        assertThat(last(new AsOf.Position(position))).isEqualTo(place);
        assertThat(last(new AsOf.Position(position + 1))).isEqualTo(place);
        assertThat(last(new AsOf.At(NOON.plusSeconds(place)))).isEqualTo(place);
        assertThat(last(new AsOf.At(NOON.plusSeconds(place).plusMillis(999)))).isEqualTo(place);
    }

    @Test
    void aStreamIsEmptyBeforeItsFirstEvent() {
        assertThat(past.stream("two", new AsOf.Position(1))).isEmpty();
        assertThat(past.stream("one", new AsOf.At(NOON.minusMillis(1)))).isEmpty();
        assertThat(past.stream("three", NOW)).isEmpty();
    }

    @Test
    void nowIsAfterAll() {
        assertThat(last(NOW)).isEqualTo(LENGTH - 1);
        assertThat(last(new AsOf.Position(Long.MAX_VALUE))).isEqualTo(LENGTH - 1);
    }

    @Test
    void someOfAStreamAreReadByTypeAndPlace() {
        PastStream stream = past.stream("one", new AsOf.Position(21)).orElseThrow();
        assertThat(places(past.behind(3, stream, List.of(String.class), 100))).containsExactly(4L, 6L, 8L, 10L);
        assertThat(places(past.behind(3, stream, List.of(String.class), 2))).containsExactly(4L, 6L);
        assertThat(places(past.before(7, stream, List.of(Integer.class), 2))).containsExactly(5L, 3L);
        assertThat(places(past.before(100, stream, List.of(String.class, Integer.class), 3)))
                .containsExactly(10L, 9L, 8L);
    }

    @Test
    void anEventSaysWhereAndWhenItWas() {
        PastStream stream = past.stream("one", NOW).orElseThrow();
        assertThat(past.behind(3, stream, List.of(String.class), 1))
                .containsExactly(new PastEvent<>("4", 4, 9, NOON.plusSeconds(4)));
    }

    @Test
    void someStreamsAreReadWholeUpToThen() {
        assertThat(past.all(List.of("one", "two", "three"), String.class, new AsOf.Position(9)))
                .extracting(PastEvent::position)
                .containsExactly(1L, 5L, 9L, 2L, 6L);
        assertThat(past.all(List.of("two"), String.class, new AsOf.At(NOON.plusSeconds(2))))
                .extracting(PastEvent::sequence)
                .containsExactly(0L, 2L);
        assertThat(past.all(List.of(), String.class, NOW)).isEmpty();
    }

    private long last(AsOf asOf) {
        return past.stream("one", asOf).orElseThrow().last();
    }

    private static List<Long> places(List<? extends PastEvent<?>> events) {
        return events.stream().<Long>map(PastEvent::sequence).toList();
    }

    private static void store(JdbcClient client, String stream, int place, int position) {
        boolean text = place % 2 == 0;
        client.sql("INSERT INTO domainevententry (globalindex, aggregateidentifier, sequencenumber, type,"
                        + " eventidentifier, metadata, payload, payloadtype, timestamp)"
                        + " VALUES (:position, :stream, :place, 'Some', :id, '{}', :payload, :type, :at)")
                .param("position", position)
                .param("stream", stream)
                .param("place", place)
                .param("id", stream + place)
                .param("payload", (text ? "\"" + place + "\"" : "" + place).getBytes())
                .param("type", text ? "java.lang.String" : "java.lang.Integer")
                .param("at", DateTimeUtils.formatInstant(NOON.plusSeconds(place)))
                .update();
    }
}

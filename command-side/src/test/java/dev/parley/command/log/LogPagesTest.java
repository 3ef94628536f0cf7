package dev.parley.command.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.TestClock;
import dev.parley.command.TestDatabase;
import dev.parley.command.log.LogPages.Entry;
import dev.parley.command.log.LogPages.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log on a real database, with holes in it. */
class LogPagesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String INSERT = "INSERT INTO domainevententry (globalindex, aggregateidentifier,"
            + " sequencenumber, type, eventidentifier, metadata, payload, payloadtype, timestamp)"
            + " VALUES (%1$d, 'stream', %1$d, 'Some', 'event-%1$d', '{}', '\"%3$s\"', 'java.lang.String', '%2$s')";

    private final DataSource database = TestDatabase.create();
    private final TestClock clock = new TestClock(NOON);
    private LogReader reader;
    private LogPages log;

    @BeforeEach
    void open() {
        new Schema(database);
        var client = JdbcClient.create(database);
        reader = new LogReader(client, TestSerializers.events(), new EventUpcasterChain());
        log = new LogPages(client, reader, clock);
    }

    @Test
    void pagesFollowEachOtherToTheEnd() {
        store(NOON, 1, 2, 3, 4, 5);
        Page first = log.behind(0, 2);
        assertThat(positions(first)).containsExactly(1L, 2L);
        assertThat(first.next()).hasValue(2);
        List<Long> all = new ArrayList<>();
        for (OptionalLong next = OptionalLong.of(0); next.isPresent(); ) {
            Page page = log.behind(next.getAsLong(), 2);
            all.addAll(positions(page));
            next = page.next();
        }
        assertThat(all).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(log.behind(5, 2)).isEqualTo(new Page(List.of(), OptionalLong.empty()));
    }

    @Test
    void whoeverIsFarBehindReadsUpToAPositionWithoutTypesThatArePassedOver() {
        store(NOON, 1, 2, 3, 4);
        JdbcClient.create(database)
                .sql("UPDATE domainevententry SET payloadtype = 'java.lang.Object' WHERE globalindex = 2")
                .update();
        assertThat(reader.between(0, 3, Set.of("java.lang.Object")).events().get())
                .extracting(event -> event.message().trackingToken().position().orElseThrow())
                .containsExactly(1L, 3L);
        assertThat(reader.between(1, 4, Set.of("java.lang.String")).events().get())
                .extracting(event -> event.message().trackingToken().position().orElseThrow())
                .containsExactly(2L);
        assertThat(reader.between(3, 3, Set.of()).events().get()).isEmpty();
    }

    @Test
    void theLogEndsBeforeAHoleThatIsBeingFilled() throws SQLException {
        store(NOON, 1, 2);
        try (Connection other = writing(3)) {
            store(NOON, 4, 5);
            assertThat(positions(log.behind(0, 10))).containsExactly(1L, 2L);
            assertThat(log.behind(0, 10).next()).isEmpty();
            assertThat(positions(log.behind(2, 10))).isEmpty();
            other.commit();
        }
        assertThat(positions(log.behind(0, 10))).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aHoleThatNobodyIsAboutToFillIsPassedOver() throws SQLException {
        try (Connection other = writing(3)) {
            other.rollback();
        }
        store(NOON, 1, 2, 4, 5);
        assertThat(positions(log.behind(0, 10))).containsExactly(1L, 2L, 4L, 5L);
        assertThat(positions(log.behind(0, 3))).containsExactly(1L, 2L, 4L);
    }

    @Test
    void anOldHoleIsPassedOverWhateverIsBeingWritten() throws SQLException {
        store(NOON.minus(LogPages.SETTLED), 1, 3);
        store(NOON, 4);
        try (Connection other = writing(5)) {
            assertThat(positions(log.behind(0, 10))).containsExactly(1L, 3L, 4L);
            other.rollback();
        }
    }

    @Test
    void whatHappenedFromAnInstantOnStandsBehindThePositionBeforeIt() {
        assertThat(log.before(NOON)).isZero();
        store(NOON.minusSeconds(300), 1, 2);
        store(NOON.minusSeconds(120), 3, 7);
        store(NOON.minusSeconds(60), 8);
        store(NOON, 9);
        assertThat(log.before(NOON)).isEqualTo(7);
        assertThat(log.before(NOON.minusSeconds(200))).isEqualTo(2);
        assertThat(log.before(NOON.minusSeconds(300))).isZero();
        assertThat(log.before(NOON.plusSeconds(600))).isEqualTo(9);
    }

    @Test
    void eventsAreFoundByWhatTheyHold() {
        store(NOON, "ann", 1, 4);
        store(NOON, "ben", 2, 3);
        Page first = log.holding("ann".getBytes(UTF_8), 0, 3, 10);
        assertThat(positions(first)).containsExactly(1L);
        assertThat(first.next()).hasValue(3);
        Page second = log.holding("ann".getBytes(UTF_8), 3, 3, 10);
        assertThat(positions(second)).containsExactly(4L);
        assertThat(second.next()).hasValue(4);
        assertThat(log.holding("ann".getBytes(UTF_8), 4, 3, 10)).isEqualTo(new Page(List.of(), OptionalLong.empty()));
        assertThat(log.holding("ann".getBytes(UTF_8), 0, 100, 1).next()).hasValue(1);
    }

    private void store(Instant at, long... positions) {
        store(at, "text", positions);
    }

    private void store(Instant at, String text, long... positions) {
        for (long position : positions) {
            JdbcClient.create(database).sql(insert(position, at, text)).update();
        }
    }

    /** Of another node, which has not committed yet. */
    private Connection writing(long position) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(insert(position, NOON, "late"));
        }
        return connection;
    }

    private static String insert(long position, Instant at, String text) {
        return INSERT.formatted(position, DateTimeUtils.formatInstant(at), text);
    }

    private static List<Long> positions(Page page) {
        return page.entries().stream().map(Entry::position).toList();
    }
}

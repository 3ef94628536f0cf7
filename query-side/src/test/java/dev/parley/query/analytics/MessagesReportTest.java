package dev.parley.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.ParticipantAdded;
import dev.parley.kernel.room.RoomId;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages of each day. */
class MessagesReportTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final String FIRST = "2026-03-01T23:59:59.999Z";
    private static final String SECOND = "2026-03-02T00:00:00Z";

    private final AnalyticsLog log = new AnalyticsLog();
    private final MessageCountProjection projection =
            new MessageCountProjection(log.mongo.writes(), log.mongo.writtenDatabase());
    private final MessagesReport report = new MessagesReport(log.mongo.readModels());

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void areCountedByDayAndWhereTheyWereWritten() {
        writeEverywhere();
        log.playAll(projection, 3);
        assertThat(report.columns())
                .extracting("name")
                .containsExactly("day", "game", "spectator", "tournament", "team", "study", "direct", "forum");
        assertThat(AnalyticsLog.rows(report, "2026-03-01", "2026-03-04"))
                .containsExactly(
                        List.of("2026-03-01", 2L, 0L, 0L, 1L, 0L, 0L, 0L),
                        List.of("2026-03-02", 1L, 0L, 0L, 0L, 0L, 1L, 1L),
                        List.of("2026-03-03", 0L, 0L, 0L, 0L, 0L, 0L, 0L));
    }

    @Test
    void areTheSameHoweverOftenAndLate() {
        writeEverywhere();
        log.playAll(projection, 2);
        List<List<Document>> once = stored();
        log.playAll(projection, 3);
        log.play(projection, log.log.subList(1, 4));
        assertThat(stored()).isEqualTo(once);
    }

    @Test
    void areMadeGoodWhereABatchWasCutOff() {
        writeEverywhere();
        log.playAll(projection, 10);
        List<List<Document>> once = stored();
        log.mongo.drop(MessageCountProjection.COUNTS);
        log.playAll(projection, 10);
        assertThat(stored()).isEqualTo(once);
    }

    @Test
    void areManyInManyParts() {
        for (int number = 1; number <= 10_000; number++) {
            line("game~g", number, SECOND);
        }
        log.playAll(projection, 256);
        assertThat(AnalyticsLog.rows(report, "2026-03-02", "2026-03-03"))
                .containsExactly(List.of("2026-03-02", 10_000L, 0L, 0L, 0L, 0L, 0L, 0L));
    }

    private List<List<Document>> stored() {
        return log.stored(MessageCountProjection.COUNTS, MessageCountProjection.MARKS);
    }

    private void writeEverywhere() {
        line("game~g", 1, FIRST);
        line("team~t", 1, FIRST);
        line("game~h", 1, FIRST);
        happens("game~g", new ParticipantAdded(new RoomId("game~g"), BOB), SECOND);
        line("game~g", 2, SECOND);
        var direct = ConversationId.of(ANN, BOB);
        happens(direct.value(), new DirectMessageSent(direct, 1, ANN, 1, 0, new PersonalText(ANN, "hello")), SECOND);
        var topic = TopicId.fresh();
        happens(topic.value(), new PostAdded(topic, 1, ANN, new PersonalText(ANN, "hello"), List.of(), 1), SECOND);
    }

    private void line(String room, long number, String at) {
        happens(room, new MessagePosted(new RoomId(room), number, ANN, new PersonalText(ANN, "hello")), at);
    }

    private void happens(String stream, Object event, String at) {
        log.happens(stream, event, ANN, Role.USER, Instant.parse(at));
    }
}

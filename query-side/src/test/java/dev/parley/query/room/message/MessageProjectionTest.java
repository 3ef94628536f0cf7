package dev.parley.query.room.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomEvent.RoomFinished;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.Contract;
import dev.parley.query.MongoForTests;
import dev.parley.query.Streams;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Contract
class MessageProjectionTest {
    private static final RoomId GAME = new RoomId("game~g1");
    private static final RoomId TEAM = new RoomId("team~t1");
    private static final UserId ANN = new UserId("ann");
    private static final UserId MOD = new UserId("mod");

    private final MongoForTests mongo = new MongoForTests();
    private final MessageProjection projection = new MessageProjection(mongo.writes());

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void storesEachLineOnceAndHowFarItsRoomIsStored() {
        play(Streams.stream(GAME.value(), List.of(opened(GAME), line(GAME, 1), new RoomFinished(GAME))).stream());
        assertThat(mongo.documents("messages"))
                .containsExactly(
                        new Document("_id", "game~g1").append("last", 1L).append("sequence", 2L),
                        new Document("_id", "game~g1~1")
                                .append("room", "game~g1")
                                .append("number", 1L)
                                .append("sequence", 1L)
                                .append("author", "ann")
                                .append("content", new PersonalText(new UserId("ann"), "line 1"))
                                .append("at", Date.from(Streams.START.plusSeconds(1))));
    }

    @Test
    void keepsTheTextOfARemovedLineAndTheFirstToRemoveIt() {
        play(Streams.stream(
                GAME.value(),
                List.of(
                        opened(GAME),
                        line(GAME, 1),
                        new MessageRemoved(GAME, 1, 1, MOD),
                        new MessageRemoved(GAME, 1, 1, ANN)))
                .stream());
        assertThat(mongo.documents("messages").get(1))
                .containsEntry("content", new PersonalText(new UserId("ann"), "line 1"))
                .containsEntry("removed_by", new Document("since", 2L).append("value", "mod"));
    }

    @Test
    void staysTheSameWhenEverythingComesTwiceAndAnOldBatchAgain() {
        List<DomainEventMessage<?>> log = Streams.interleaved(
                List.of(Streams.stream(GAME.value(), chat(GAME)), Streams.stream(TEAM.value(), chat(TEAM))));
        play(log.stream());
        List<Document> once = mongo.documents("messages");

        play(log.stream());
        play(log.subList(1, 7).stream());
        log.forEach(event -> play(Stream.of(event)));

        assertThat(mongo.documents("messages")).isEqualTo(once);
    }

    private static List<RoomEvent> chat(RoomId room) {
        return List.of(
                opened(room),
                line(room, 1),
                line(room, 2),
                new MessageRemoved(room, 1, 1, MOD),
                line(room, 3),
                new MessageRemoved(room, 3, 3, ANN),
                new MessageRemoved(room, 1, 1, ANN));
    }

    private void play(Stream<DomainEventMessage<?>> batch) {
        mongo.play(
                batch,
                (event, message) ->
                        projection.on((RoomEvent) event, message.getSequenceNumber(), message.getTimestamp()));
    }

    private static RoomOpened opened(RoomId room) {
        return new RoomOpened(room, RoomType.GAME, new EntityId("g1"), List.of(ANN), false);
    }

    private static MessagePosted line(RoomId room, long number) {
        return new MessagePosted(room, number, ANN, new PersonalText(ANN, "line " + number));
    }
}

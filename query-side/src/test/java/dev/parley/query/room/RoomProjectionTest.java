package dev.parley.query.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomEvent.OwnerNamed;
import dev.parley.kernel.room.RoomEvent.ParticipantAdded;
import dev.parley.kernel.room.RoomEvent.ParticipantRemoved;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomEvent.RoomEnabled;
import dev.parley.kernel.room.RoomEvent.RoomFinished;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomEvent.TimeoutEnded;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.kernel.room.TimeoutReason;
import dev.parley.query.Contract;
import dev.parley.query.MongoForTests;
import dev.parley.query.Streams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Contract
class RoomProjectionTest {
    private static final RoomId TEAM = new RoomId("team~chess");
    private static final UserId ANN = new UserId("ann.of$green.gables");
    private static final UserId BOB = new UserId("$bob.");
    private static final UserId CID = new UserId("cid");
    private static final UserId MOD = new UserId("1");
    private static final Instant LATER = Instant.parse("2026-03-01T13:00:00.007Z");

    private static final List<RoomEvent> EVERYTHING = List.of(
            new RoomOpened(TEAM, RoomType.TEAM, new EntityId("chess"), List.of(ANN, BOB), true),
            new OwnerNamed(TEAM, ANN),
            line(1, ANN),
            new ParticipantAdded(TEAM, CID),
            line(2, CID),
            line(3, BOB),
            new MemberTimedOut(TEAM, BOB, MOD, TimeoutReason.SPAM, LATER),
            new MessageRemoved(TEAM, 3, 3, MOD),
            new MemberTimedOut(TEAM, CID, MOD, TimeoutReason.INSULT, LATER.plusSeconds(5)),
            new TimeoutEnded(TEAM, BOB, true),
            new MemberTimedOut(TEAM, CID, MOD, TimeoutReason.OTHER, LATER.plusSeconds(1)),
            new ParticipantRemoved(TEAM, ANN),
            new OwnerNamed(TEAM, BOB),
            new RoomDisabled(TEAM),
            new RoomEnabled(TEAM),
            line(4, BOB),
            new ParticipantAdded(TEAM, ANN),
            new ParticipantRemoved(TEAM, ANN),
            new RoomDisabled(TEAM),
            new RoomFinished(TEAM));

    private final MongoForTests mongo = new MongoForTests();
    private RoomProjection projection;

    @BeforeEach
    void project() {
        projection = new RoomProjection(mongo.writes());
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void storesARoomAsItsEventsLeaveItAfterEachOne() {
        List<DomainEventMessage<?>> stream = Streams.stream(TEAM.value(), EVERYTHING);
        for (int length = 1; length <= stream.size(); length++) {
            play(stream.subList(length - 1, length).stream());
            assertThat(carriedOn(stream.subList(0, length))).isEqualTo(folded(length));
        }
    }

    @Test
    void storesTheSameWhateverTheBatches() {
        List<DomainEventMessage<?>> stream = Streams.stream(TEAM.value(), EVERYTHING);
        for (int first = 0; first < stream.size(); first += 3) {
            play(stream.subList(first, Math.min(stream.size(), first + 3)).stream());
        }
        assertThat(carriedOn(stream)).isEqualTo(folded(EVERYTHING.size()));
    }

    @Test
    void staysTheSameWhenEverythingComesTwiceAndAnOldBatchAgain() {
        List<DomainEventMessage<?>> stream = Streams.stream(TEAM.value(), EVERYTHING);
        play(stream.stream());
        List<Document> once = mongo.documents("rooms");

        play(stream.stream());
        play(stream.subList(1, 9).stream());
        play(stream.subList(13, 14).stream());

        assertThat(mongo.documents("rooms")).isEqualTo(once);
    }

    @Test
    void movesOnWithEvery64thLine() {
        List<RoomEvent> events = new ArrayList<>(List.of(EVERYTHING.getFirst()));
        LongStream.rangeClosed(1, 200).forEach(number -> events.add(line(number, ANN)));
        List<DomainEventMessage<?>> stream = Streams.stream(TEAM.value(), events);
        play(stream.stream());
        RoomState state = stored().orElseThrow();
        assertThat(state.lastNumber()).isEqualTo(193);
        assertThat(state.sequence()).isEqualTo(193);
        assertThat(carriedOn(stream).lastNumber()).isEqualTo(200);
    }

    /** What is stored, and what followed on its sequence, as readers see it. */
    private RoomState carriedOn(List<DomainEventMessage<?>> stream) {
        RoomFold fold = new RoomFold();
        fold.begin(stored().orElseThrow());
        stream.forEach(fold::on);
        return fold.state().orElseThrow();
    }

    private Optional<RoomState> stored() {
        return new StoredRooms(mongo.readModels()).find(TEAM).join();
    }

    private void play(Stream<DomainEventMessage<?>> batch) {
        mongo.play(
                batch,
                (event, message) ->
                        projection.on((RoomEvent) event, message.getSequenceNumber(), message.getTimestamp()));
    }

    private static RoomState folded(int length) {
        RoomState state = RoomState.opened((RoomOpened) EVERYTHING.getFirst(), Streams.START);
        for (int sequence = 1; sequence < length; sequence++) {
            state = state.after(EVERYTHING.get(sequence), sequence);
        }
        return state;
    }

    private static MessagePosted line(long number, UserId author) {
        return new MessagePosted(TEAM, number, author, new PersonalText(author, "line " + number));
    }
}

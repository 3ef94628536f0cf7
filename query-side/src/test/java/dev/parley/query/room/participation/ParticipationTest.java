package dev.parley.query.room.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent;
import dev.parley.kernel.room.RoomEvent.OwnerNamed;
import dev.parley.kernel.room.RoomEvent.ParticipantAdded;
import dev.parley.kernel.room.RoomEvent.ParticipantRemoved;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.MongoForTests;
import dev.parley.query.Page;
import dev.parley.query.StandingsForTests;
import dev.parley.query.Streams;
import dev.parley.query.room.RoomListing;
import dev.parley.query.room.RoomView;
import dev.parley.query.room.RoomsForTests;
import dev.parley.query.room.participation.ParticipationQuery.ListMyRooms;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParticipationTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");

    private final MongoForTests mongo = new MongoForTests();
    private final ParticipationProjection projection = new ParticipationProjection(mongo.writes());
    private final RoomsForTests rooms = new RoomsForTests(mongo);
    private final ParticipationQueryHandler queries = new ParticipationQueryHandler(
            mongo.readModels(),
            new RoomListing(mongo.readModels(), new StandingsForTests(), Clock.fixed(Streams.START, ZoneOffset.UTC)));

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void showsTheRoomsOfThePersonAndNoOthers() {
        play("a", opened("a", ANN, BEN));
        play("b", opened("b", BEN));
        assertThat(mine(ANN)).containsExactly("team~a");
        assertThat(mine(BEN)).containsExactlyInAnyOrder("team~a", "team~b");
    }

    @Test
    void followsWhoIsAddedRemovedAndNamedOwner() {
        play("a", opened("a", BEN), new ParticipantAdded(room("a"), ANN), new ParticipantRemoved(room("a"), BEN));
        assertThat(mine(ANN)).containsExactly("team~a");
        assertThat(mine(BEN)).isEmpty();
        play("b", opened("b"), new OwnerNamed(room("b"), BEN));
        assertThat(mine(BEN)).containsExactly("team~b");
    }

    @Test
    void leadsThroughAllOfThemPageByPage() {
        List.of("a", "b", "c").forEach(name -> play(name, opened(name, ANN)));
        Page<RoomView> first = page(ANN, "", 2);
        Page<RoomView> last = page(ANN, first.next(), 2);
        assertThat(Stream.of(first, last).flatMap(page -> page.items().stream()).map(RoomView::id))
                .containsExactly("team~c", "team~b", "team~a");
        assertThat(last.next()).isNull();
    }

    @Test
    void refusesWhatIsNoCursor() {
        assertThatThrownBy(() -> page(ANN, "x", 2)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void staysTheSameWhenEverythingComesTwiceAndAnOldBatchAgain() {
        RoomEvent[] events = {opened("a", ANN), new ParticipantRemoved(room("a"), ANN)};
        play("a", events);
        List<Document> once = mongo.documents(ParticipationDocument.COLLECTION);
        play("a", events);
        play("a", events[0]);
        assertThat(mongo.documents(ParticipationDocument.COLLECTION)).isEqualTo(once);
        assertThat(mine(ANN)).isEmpty();
    }

    private List<String> mine(UserId person) {
        return page(person, "", Page.DEFAULT_LIMIT).items().stream()
                .map(RoomView::id)
                .toList();
    }

    private Page<RoomView> page(UserId person, String cursor, int limit) {
        return queries.handle(new ListMyRooms(Actor.of(person, Role.USER), cursor, limit))
                .join();
    }

    private void play(String name, RoomEvent... events) {
        List<DomainEventMessage<?>> stream = Streams.stream(room(name).value(), List.of(events));
        rooms.play(stream.stream());
        mongo.play(
                stream.stream(),
                (event, message) ->
                        projection.on((RoomEvent) event, message.getSequenceNumber(), message.getTimestamp()));
    }

    private static RoomId room(String name) {
        return RoomId.of(RoomType.TEAM, new EntityId(name));
    }

    private static RoomOpened opened(String name, UserId... people) {
        return new RoomOpened(room(name), RoomType.TEAM, new EntityId(name), List.of(people), false);
    }
}

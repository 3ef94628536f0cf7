package dev.parley.query.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsEvent;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsEvent.Contacted;
import dev.parley.kernel.relations.RelationsEvent.Followed;
import dev.parley.kernel.relations.RelationsEvent.Unblocked;
import dev.parley.kernel.relations.RelationsEvent.Unfollowed;
import dev.parley.query.Contract;
import dev.parley.query.MongoForTests;
import dev.parley.query.NamesForTests;
import dev.parley.query.Page;
import dev.parley.query.ReadRefused;
import dev.parley.query.Streams;
import dev.parley.query.relations.RelationsQuery.FindRelation;
import dev.parley.query.relations.RelationsQuery.ListBlocks;
import dev.parley.query.relations.RelationsQuery.ListFollowing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@Contract
class RelationsTest {
    private static final UserId ANN = new UserId("ann");
    private static final Actor HERSELF = Actor.of(ANN, Role.USER);
    private static final UserId BOB = new UserId("$bob.");
    private static final UserId CID = new UserId("1");
    private static final UserId DEE = new UserId("dee");
    private static final List<RelationsEvent> LIFE = List.of(
            new Followed(ANN, BOB),
            new Followed(ANN, CID),
            new Contacted(ANN, DEE),
            new Unfollowed(ANN, BOB),
            new Blocked(ANN, BOB),
            new Followed(ANN, DEE),
            new Blocked(ANN, CID),
            new Unfollowed(ANN, CID),
            new Unblocked(ANN, BOB),
            new Followed(ANN, BOB));

    private final MongoForTests mongo = new MongoForTests();
    private final NamesForTests names = new NamesForTests();
    private final RelationsProjection projection = new RelationsProjection(mongo.writes());
    private final RelationsQueryHandler queries = new RelationsQueryHandler(mongo.readModels(), names);

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void areStoredAsTheirEventsLeaveThem() {
        names.rename(BOB, "Bob");
        play(life().stream());
        assertThat(JsonMapper.shared().writeValueAsString(following("", 10))).isEqualTo("""
                        {"items":[{"user":{"id":"$bob.","username":"Bob"},"since":"2026-03-01T12:00:09.123Z"},\
                        {"user":{"id":"dee","username":"dee"},"since":"2026-03-01T12:00:05.123Z"}],"next":null}""");
        assertThat(blocks("", 10).items())
                .singleElement()
                .satisfies(blocked -> assertThat(blocked.user().id()).isEqualTo("1"));
        assertThat(relation(BOB)).isEqualTo(new RelationView(true, false));
        assertThat(relation(CID)).isEqualTo(new RelationView(false, true));
        assertThat(relation(ANN)).isEqualTo(RelationView.NONE);
    }

    @Test
    void tellNothingOfWhatOthersThinkOfTheOneWhoAsks() {
        play(life().stream());
        assertThat(queries.handle(new FindRelation(CID, ANN)).join()).isEqualTo(RelationView.NONE);
        assertThat(JsonMapper.shared().writeValueAsString(relation(CID)))
                .isEqualTo("{\"following\":false,\"blocking\":true}");
    }

    @Test
    void stayTheSameWhenEverythingComesTwiceAndAnOldBatchAgain() {
        play(life().stream());
        List<Document> once = mongo.documents("relations");

        play(life().stream());
        play(life().subList(0, 3).stream());
        play(life().subList(6, 8).stream());
        play(life().reversed().stream());

        assertThat(mongo.documents("relations")).isEqualTo(once);
    }

    @Test
    void areListedPageByPageTheLatestFirst() {
        List<RelationsEvent> many = new ArrayList<>();
        IntStream.range(0, 23).forEach(number -> many.add(new Followed(ANN, person(number))));
        IntStream.range(0, 23).forEach(number -> many.add(new Blocked(ANN, person(number))));
        play(Streams.stream("relations~ann", many).stream());

        List<String> followed = new ArrayList<>();
        List<String> blocked = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            Page<RelatedView> page = following(cursor, 10);
            page.items().forEach(one -> followed.add(one.user().id()));
            cursor = page.next();
        }
        for (String cursor = ""; cursor != null; ) {
            Page<RelatedView> page = blocks(cursor, 23);
            page.items().forEach(one -> blocked.add(one.user().id()));
            cursor = page.next();
        }
        List<String> latestFirst = IntStream.range(0, 23)
                .mapToObj(number -> person(22 - number).value())
                .toList();
        assertThat(followed).isEqualTo(latestFirst);
        assertThat(blocked).isEqualTo(latestFirst);
    }

    @Test
    void areEmptyForSomebodyWhoHasNone() {
        assertThat(following("", 10)).isEqualTo(new Page<>(List.of(), null));
        assertThat(relation(BOB)).isEqualTo(RelationView.NONE);
    }

    @Test
    void tellWhomSomebodyFollowsToThemselvesAndModeratorsAlone() {
        var moderator = Actor.of(new UserId("mo"), Role.MODERATOR);
        assertThat(queries.handle(new ListFollowing(moderator, ANN, "", 10))
                        .join()
                        .items())
                .isEmpty();
        var stranger = new ListFollowing(Actor.of(new UserId("zoe"), Role.USER), ANN, "", 10);
        assertThatThrownBy(() -> queries.handle(stranger))
                .isInstanceOfSatisfying(
                        ReadRefused.class, refused -> assertThat(refused.rule()).isEqualTo(Rejection.NOT_ALLOWED));
    }

    @Test
    void takeOneToAHundredAndTheirOwnCursors() {
        assertThatThrownBy(() -> new ListFollowing(HERSELF, ANN, "", 0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new ListBlocks(ANN, "", 101)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new ListBlocks(ANN, "x", 10)).isInstanceOf(InvalidValue.class);
    }

    private static List<DomainEventMessage<?>> life() {
        return Streams.stream("relations~ann", LIFE);
    }

    private void play(Stream<DomainEventMessage<?>> batch) {
        mongo.play(
                batch,
                (event, message) ->
                        projection.on((RelationsEvent) event, message.getSequenceNumber(), message.getTimestamp()));
    }

    private Page<RelatedView> following(String cursor, int limit) {
        return queries.handle(new ListFollowing(HERSELF, ANN, cursor, limit)).join();
    }

    private Page<RelatedView> blocks(String cursor, int limit) {
        return queries.handle(new ListBlocks(ANN, cursor, limit)).join();
    }

    private RelationView relation(UserId other) {
        return queries.handle(new FindRelation(ANN, other)).join();
    }

    private static UserId person(int number) {
        return new UserId("p" + number);
    }
}

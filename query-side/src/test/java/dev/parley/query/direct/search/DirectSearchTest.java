package dev.parley.query.direct.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.kernel.direct.ConversationEvent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Contract;
import dev.parley.query.MongoForTests;
import dev.parley.query.ProjectionRun;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.direct.Talks;
import dev.parley.query.embedded.ElasticsearchForTests;
import dev.parley.query.search.Engines;
import dev.parley.query.search.IndexWrites;
import dev.parley.query.search.SearchEngine;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;
import tools.jackson.databind.JsonNode;

/** With the embedded Elasticsearch, as the server runs it. */
@Contract
@ExtendWith(ElasticsearchForTests.class)
class DirectSearchTest {
    private static final UserId ANN = new UserId("ann.of$green.gables");
    private static final ProjectionRun RUN = ProjectionRun.first("direct-search");
    private static final UserId BOB = new UserId("bob");
    private static final UserId CID = new UserId("cid");

    private static SearchEngine engine;

    private final IndexWrites writes = new IndexWrites(engine);
    private final DirectSearchProjection projection = new DirectSearchProjection(writes, Mockito.mock());
    private final DirectSearch search = new DirectSearch(engine);
    private final Talks talks = new Talks();

    @BeforeAll
    static void start() {
        engine = Engines.at(ElasticsearchForTests.address());
    }

    @BeforeEach
    void begin() {
        writes.drop(RUN);
        assertThat(writes.isLostFor(RUN)).isTrue();
        writes.beginAnew(RUN);
        writes.reached(RUN, 0, 0);
    }

    @Test
    void findsNothingBeforeTheFirstMessage() {
        assertThat(search.conversations(ANN, "hello", Set.of()).join()).isEmpty();
    }

    @Test
    void failsUntilTheIndexHoldsAllThatItShould() {
        writes.beginAnew(RUN);
        project(talks.say(ANN, BOB, "hello"));
        writes.reached(RUN, 0, 1);
        assertUnavailable();
        writes.reached(RUN, 1, 1);
        assertThat(find(ANN, "hello")).hasSize(1);
        writes.drop(RUN);
        assertUnavailable();
    }

    private void assertUnavailable() {
        assertThatThrownBy(() -> find(ANN, "hello")).hasCauseInstanceOf(SearchUnavailable.class);
    }

    @Test
    void isNotMadeByWritingToIt() {
        writes.drop(RUN);
        assertThatThrownBy(() -> project(talks.say(ANN, BOB, "hello"))).hasCauseInstanceOf(SearchUnavailable.class);
        assertThat(writes.isLostFor(RUN)).isTrue();
    }

    @Test
    void findsOnesOwnConversationsAlone() {
        project(talks.say(ANN, BOB, "The Queen's gambit, declined")
                .say(BOB, CID, "queen takes pawn")
                .say(CID, ANN, "nothing"));
        assertThat(eventually(ANN, "QUEEN'S gambit")).containsExactly(ConversationId.of(ANN, BOB));
        assertThat(eventually(BOB, "takes")).containsExactly(ConversationId.of(BOB, CID));
        assertThat(find(ANN, "takes")).isEmpty();
        assertThat(find(ANN, "gambit accepted")).isEmpty();
    }

    @Test
    void leavesOutPeopleWhoAreNotWanted() {
        project(talks.say(ANN, BOB, "hello").say(CID, ANN, "hello"));
        assertThat(eventually(ANN, "hello")).hasSize(2);
        assertThat(find(ANN, "hello", BOB)).containsExactly(ConversationId.of(ANN, CID));
    }

    @Test
    void findsTheHundredConversationsWhereItWasSaidLast() {
        IntStream.range(0, 120).forEach(number -> talks.say(person(number), ANN, "hello"));
        IntStream.range(0, 200).forEach(number -> talks.say(person(0), ANN, "hello " + number));
        project(talks);
        Set<ConversationId> latest = new HashSet<>();
        IntStream.range(21, 120).forEach(number -> latest.add(ConversationId.of(ANN, person(number))));
        latest.add(ConversationId.of(ANN, person(0)));
        await().until(() -> find(ANN, "hello").equals(latest));
    }

    @Test
    void staysTheSameWhenEverythingComesTwiceAndAnOldBatchAgain() {
        project(talks.say(ANN, BOB, "one").say(ANN, BOB, "two").say(BOB, ANN, "three"));
        assertThat(eventually(ANN, "three")).hasSize(1);
        JsonNode once = everything();
        project(talks);
        play(talks.from(1).limit(2));
        assertThat(once).hasSize(3);
        assertThat(everything()).isEqualTo(once);
    }

    @Test
    void failsWhereThereIsNoServer() {
        assertThatThrownBy(() -> new DirectSearch(Engines.nowhere())
                        .conversations(ANN, "hello", Set.of())
                        .join())
                .hasCauseInstanceOf(SearchUnavailable.class);
    }

    private void project(Talks all) {
        play(all.from(0));
    }

    private void play(Stream<GenericTrackedDomainEventMessage<?>> batch) {
        MongoForTests.play(
                batch,
                (event, message) ->
                        projection.on((ConversationEvent) event, message.getSequenceNumber(), message.getTimestamp()),
                writes);
    }

    /** What was written is found within a second or two. */
    private Set<ConversationId> eventually(UserId person, String words) {
        await().until(() -> !find(person, words).isEmpty());
        return find(person, words);
    }

    private Set<ConversationId> find(UserId person, String words, UserId... without) {
        return search.conversations(person, words, Set.of(without)).join();
    }

    private static JsonNode everything() {
        return engine.search(DirectIndex.INDEX, Map.of("size", 1_000, "version", true, "sort", "at"))
                .join()
                .at("/hits/hits");
    }

    private static UserId person(int number) {
        return new UserId("p" + number);
    }
}

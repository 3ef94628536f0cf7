package dev.parley.query.projection;

import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.query.BatchSink;
import dev.parley.query.MongoForTests;
import dev.parley.query.ProjectionRun;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.Streams;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

class ReadModelTokensTest {
    private static final ProjectionRun MESSAGES = ProjectionRun.first("messages");

    private final MongoForTests mongo = new MongoForTests();
    private final BatchSink elsewhere = Mockito.mock();
    private ReadModelTokens tokens;

    @BeforeEach
    void begin() {
        tokens = tokens("messages");
        tokens.initializeTokenSegments("messages", 1, null);
    }

    private ReadModelTokens tokens(String projection) {
        return new ReadModelTokens(
                ProjectionRun.first(projection),
                mongo.writtenDatabase(),
                List.of(mongo.writes(), elsewhere),
                new Outage(),
                () -> 9,
                () -> true);
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void areStoredAfterWhatTheirBatchWrites() {
        commit(at(7), () -> mongo.writes().add("things", "a", set("seen", true)));
        assertThat(tokens.fetchToken("messages", 0)).isEqualTo(at(7));
        assertThat(mongo.documents("things")).hasSize(1);
    }

    @Test
    void stayWhereTheyAreWhenAWriteFails() {
        commit(at(7), () -> {});
        assertThatThrownBy(() -> commit(at(9), () -> {
                    mongo.writes().add("things", "a", set("steps", "no array"));
                    mongo.writes().add("things", "a", push("steps", 1));
                }))
                .isNotNull();
        assertThat(tokens.fetchToken("messages", 0)).isEqualTo(at(7));
    }

    @Test
    void areMadeWhereThereAreNone() {
        ReadModelTokens rooms = tokens("rooms");
        assertThat(rooms.fetchAvailableSegments("rooms")).hasSize(1);
        assertThat(rooms.fetchToken("rooms", 0)).isNull();
        rooms.fetchAvailableSegments("rooms");
        BDDMockito.then(elsewhere).should().reached(ProjectionRun.first("rooms"), -1, 9);
    }

    @Test
    void areNotThereWhileMongoIsAway() {
        mongo.goAway();
        assertThat(tokens.fetchAvailableSegments("messages")).isEmpty();
        assertThat(tokens.fetchSegments("messages")).containsExactly(0);
    }

    @Test
    void areNotThereForAProjectionWhoseOtherStoreIsAway() {
        BDDMockito.given(elsewhere.isAwayFor("messages")).willReturn(true);
        assertThat(tokens.fetchAvailableSegments("messages")).isEmpty();
        assertThat(tokens("rooms").fetchAvailableSegments("rooms")).hasSize(1);
        BDDMockito.given(elsewhere.isAwayFor("messages")).willReturn(false);
        assertThat(tokens.fetchAvailableSegments("messages")).hasSize(1);
    }

    @Test
    void beginAnewWhereAnotherStoreHasLostWhatTheyStandFor() {
        commit(at(7), () -> {});
        BDDMockito.given(elsewhere.isLostFor(MESSAGES)).willReturn(true);
        assertThat(tokens.fetchAvailableSegments("messages")).isEmpty();
        assertThatThrownBy(() -> commit(at(9), () -> {})).hasRootCauseInstanceOf(SearchUnavailable.class);
        assertThatThrownBy(() -> tokens.extendClaim("messages", 0)).isInstanceOf(SearchUnavailable.class);
        BDDMockito.then(elsewhere).should(Mockito.never()).beginAnew(MESSAGES);

        tokens.releaseClaim("messages", 0);
        assertThat(tokens.fetchAvailableSegments("messages")).hasSize(1);
        BDDMockito.then(elsewhere).should().beginAnew(MESSAGES);
        assertThat(tokens.fetchToken("messages", 0)).isNull();
        commit(at(0), () -> {});
    }

    @Test
    void tellTheOtherStoreHowFarTheyAre() {
        commit(at(7), () -> {});
        tokens.fetchAvailableSegments("messages");
        BDDMockito.then(elsewhere).should().reached(MESSAGES, 7, 9);
    }

    @Test
    void stayWhereTheyAreWhenAnotherStoreFails() {
        commit(at(7), () -> {});
        BDDMockito.willThrow(new SearchUnavailable("away", null))
                .given(elsewhere)
                .flush();
        assertThatThrownBy(() -> commit(at(9), () -> {})).hasRootCauseInstanceOf(SearchUnavailable.class);
        assertThat(tokens.fetchToken("messages", 0)).isEqualTo(at(7));
    }

    /** As Axon does: the token is stored by the first of the batch's handlers at its commit. */
    private void commit(TrackingToken token, Runnable handler) {
        List<DomainEventMessage<?>> batch = Stream.<DomainEventMessage<?>>of(Streams.message("a", 0, "event"))
                .toList();
        var unit = new BatchingUnitOfWork<>(batch);
        unit.onPrepareCommit(committing -> tokens.storeToken(token, "messages", 0));
        var result = unit.executeWithResult(() -> {
            handler.run();
            return "handled";
        });
        if (result.isExceptional()) {
            throw new IllegalStateException(result.exceptionResult());
        }
    }

    private static TrackingToken at(long position) {
        return GapAwareTrackingToken.newInstance(position, List.of());
    }
}

package dev.parley.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.query.BatchSink;
import dev.parley.query.MongoForTests;
import dev.parley.query.ProjectionRun;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.Streams;
import dev.parley.query.projection.letter.LettersForTests;
import dev.parley.query.projection.letter.Parked;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
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
                () -> true,
                parked(projection));
    }

    private Parked parked(String projection) {
        return LettersForTests.parked(ProjectionRun.first(projection), mongo.writtenDatabase(), 10);
    }

    @AfterEach
    void close() {
        mongo.close();
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
        store(at(7));
        parked("messages").park(Streams.logged(3, Streams.message("a", 0, "event")), new IllegalStateException());
        BDDMockito.given(elsewhere.isLostFor(MESSAGES)).willReturn(true);
        assertThat(tokens.fetchAvailableSegments("messages")).isEmpty();
        assertThatThrownBy(() -> store(at(9))).isInstanceOf(SearchUnavailable.class);
        assertThatThrownBy(() -> tokens.extendClaim("messages", 0)).isInstanceOf(SearchUnavailable.class);
        BDDMockito.then(elsewhere).should(Mockito.never()).beginAnew(MESSAGES);

        tokens.releaseClaim("messages", 0);
        assertThat(tokens.fetchAvailableSegments("messages")).hasSize(1);
        BDDMockito.then(elsewhere).should().beginAnew(MESSAGES);
        assertThat(mongo.documents("dead_letters")).isEmpty();
        assertThat(tokens.fetchToken("messages", 0)).isNull();
        store(at(0));
    }

    @Test
    void tellTheOtherStoreHowFarTheyAre() {
        store(at(7));
        tokens.fetchAvailableSegments("messages");
        BDDMockito.then(elsewhere).should().reached(MESSAGES, 7, 9);
    }

    private void store(TrackingToken token) {
        tokens.storeToken(token, "messages", 0);
    }

    private static TrackingToken at(long position) {
        return GapAwareTrackingToken.newInstance(position, List.of());
    }
}

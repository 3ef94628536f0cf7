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
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

class ReadModelTokensTest {
    private static final ProjectionRun MESSAGES = ProjectionRun.first("messages");

    private final MongoForTests mongo = new MongoForTests();
    private final BatchSink elsewhere = Mockito.mock();
    private final ReadModelTokens tokens = tokens("messages");

    private ReadModelTokens tokens(String projection) {
        return new ReadModelTokens(
                ProjectionRun.first(projection),
                mongo.writtenDatabase(),
                List.of(mongo.writes(), elsewhere),
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
        assertThat(tokens.makeReady()).isTrue();
        assertThat(tokens.claim()).isNull();
        tokens.watch();
        BDDMockito.then(elsewhere).should().reached(MESSAGES, -1, 9);
    }

    @Test
    void areNotThereWhileMongoIsAway() {
        mongo.goAway();
        assertThat(tokens.makeReady()).isFalse();
    }

    @Test
    void areLetGoOfByThemselvesWhileMongoIsAway() {
        claim();
        mongo.goAway();
        tokens.release();
    }

    @Test
    void areNotThereForAProjectionWhoseOtherStoreIsAway() {
        BDDMockito.given(elsewhere.isAwayFor("messages")).willReturn(true);
        assertThat(tokens.makeReady()).isFalse();
        assertThat(tokens("rooms").makeReady()).isTrue();
        BDDMockito.given(elsewhere.isAwayFor("messages")).willReturn(false);
        assertThat(tokens.makeReady()).isTrue();
    }

    @Test
    void beginAnewWhereAnotherStoreHasLostWhatTheyStandFor() {
        claim();
        tokens.store(at(7));
        parked("messages").park(Streams.logged(3, Streams.message("a", 0, "event")), new IllegalStateException());
        BDDMockito.given(elsewhere.isLostFor(MESSAGES)).willReturn(true);
        assertThatThrownBy(tokens::watch).isInstanceOf(SearchUnavailable.class);
        BDDMockito.then(elsewhere).should(Mockito.never()).beginAnew(MESSAGES);

        tokens.release();
        assertThat(tokens.makeReady()).isTrue();
        BDDMockito.then(elsewhere).should().beginAnew(MESSAGES);
        assertThat(mongo.documents("dead_letters")).isEmpty();
        assertThat(tokens.claim()).isNull();
    }

    @Test
    void goOnBehindTheLastThatWasStored() {
        claim();
        tokens.store(at(7));
        tokens.release();
        assertThat(tokens.claim()).isEqualTo(at(7));
    }

    @Test
    void tellTheOtherStoreHowFarTheyAre() {
        claim();
        tokens.store(at(7));
        tokens.watch();
        BDDMockito.then(elsewhere).should().reached(MESSAGES, 7, 9);
    }

    private void claim() {
        assertThat(tokens.makeReady()).isTrue();
        tokens.claim();
    }

    private static TrackingToken at(long position) {
        return GapAwareTrackingToken.newInstance(position, List.of());
    }
}

package dev.parley.command.relations;

import static dev.parley.command.Expected.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.command.SnapshotLog;
import dev.parley.command.SnapshotShape;
import dev.parley.command.TestLog;
import dev.parley.command.log.CurrentTies;
import dev.parley.command.log.Standings;
import dev.parley.command.relations.RelationsCommand.Block;
import dev.parley.command.relations.RelationsCommand.Follow;
import dev.parley.command.relations.RelationsCommand.Unblock;
import dev.parley.command.relations.RelationsCommand.Unfollow;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.ErasureRequested;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsEvent.Contacted;
import dev.parley.kernel.relations.RelationsEvent.Followed;
import dev.parley.kernel.relations.RelationsEvent.Unblocked;
import dev.parley.kernel.relations.RelationsEvent.Unfollowed;
import dev.parley.kernel.relations.RelationsId;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One person's relations by themselves. Blocking concerns those of both: {@link BlockingTest}. */
class RelationsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");
    private static final Actor ACTOR = Actor.of(ANN, Role.USER);
    private static final Actor SERVICE = Actor.of(new UserId("lobby"), Role.SERVICE);

    private final TestLog others = new TestLog();

    @Nested
    class Following {
        @Test
        void followsSomebody() {
            given().when(new Follow(ACTOR, BEN)).expectEvents(new Followed(ANN, BEN));
        }

        @Test
        void somebodyAgainChangesNothing() {
            given(new Followed(ANN, BEN))
                    .when(new Follow(ACTOR, BEN))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void oneselfIsRefused() {
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> new Follow(ACTOR, ANN))
                    .extracting(InvalidValue::field)
                    .isEqualTo("username");
        }

        @Test
        void whomOneBlocksIsRefused() {
            assertRefused(Rejection.BLOCKING, new Blocked(ANN, BEN));
        }

        @Test
        void whoBlocksOneIsRefused() {
            others.given(NOON, RelationsId.of(BEN), new Blocked(BEN, ANN));
            assertRefused(Rejection.BLOCKED);
        }

        @Test
        void whoBlocksOneNoLongerIsAllowed() {
            others.given(NOON, RelationsId.of(BEN), new Blocked(BEN, ANN), new Unblocked(BEN, ANN));
            given().when(new Follow(ACTOR, BEN)).expectEvents(new Followed(ANN, BEN));
        }

        @Test
        void whoWasErasedIsRefused() {
            others.given(NOON, BEN, new ErasureRequested(BEN));
            assertRefused(Rejection.UNKNOWN_USER);
        }

        @Test
        void isRefusedToKids() {
            others.given(NOON, ANN, new KidModeEnabled(ANN, "hash"));
            assertRefused(Rejection.KID_MODE);
        }

        @Test
        void isRefusedToServices() {
            given().when(new Follow(SERVICE, BEN))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
        }

        @Test
        void endsAt400() {
            given(followed(399)).when(new Follow(ACTOR, BEN)).expectEvents(new Followed(ANN, BEN));
            assertRefused(Rejection.TOO_MANY_FOLLOWS, followed(400));
        }

        @Test
        void oneOf400AgainChangesNothing() {
            given(followed(400))
                    .when(new Follow(ACTOR, new UserId("p1")))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        private void assertRefused(Rejection rule, Object... before) {
            given(before).when(new Follow(ACTOR, BEN)).expectNoEvents().expectExceptionDetails(refused(rule));
        }

        private static Object[] followed(int people) {
            return IntStream.rangeClosed(1, people)
                    .mapToObj(i -> new Followed(ANN, new UserId("p" + i)))
                    .toArray();
        }
    }

    @Nested
    class Unfollowing {
        @Test
        void endsFollowing() {
            given(new Followed(ANN, BEN)).when(new Unfollow(ACTOR, BEN)).expectEvents(new Unfollowed(ANN, BEN));
        }

        @Test
        void whomOneDoesNotFollowChangesNothing() {
            given().when(new Unfollow(ACTOR, BEN))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void staysOpenToKids() {
            others.given(NOON, ANN, new KidModeEnabled(ANN, "hash"));
            given(new Followed(ANN, BEN)).when(new Unfollow(ACTOR, BEN)).expectEvents(new Unfollowed(ANN, BEN));
        }

        @Test
        void isRefusedToServices() {
            given().when(new Unfollow(SERVICE, BEN)).expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
        }
    }

    @Nested
    class Unblocking {
        @Test
        void endsBlocking() {
            given(new Blocked(ANN, BEN)).when(new Unblock(ACTOR, BEN)).expectEvents(new Unblocked(ANN, BEN));
        }

        @Test
        void whomOneDoesNotBlockChangesNothing() {
            given().when(new Unblock(ACTOR, BEN))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedToServices() {
            given().when(new Unblock(SERVICE, BEN)).expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
        }
    }

    @Nested
    class FromASnapshot {
        @Test
        void goOnAsIfFromAllEvents() {
            var log = new SnapshotLog<>(
                    Relations.class,
                    RelationsId.of(ANN).value(),
                    Map.of(Standings.class, standings(), CurrentTies.class, ties(), Clock.class, Clock.systemUTC()));
            UserId cid = new UserId("cid");
            Object[] story = {new Followed(ANN, BEN), new Blocked(ANN, cid), new Contacted(ANN, BEN)};
            assertThat(log.when(new Follow(ACTOR, BEN), story)).isEmpty();
            assertThat(log.when(new Unblock(ACTOR, cid), story)).containsExactly(new Unblocked(ANN, cid));
        }

        @Test
        void haveTheShapeOfTheirRevision() throws IOException {
            Relations relations = new Relations();
            relations.on(new Followed(ANN, BEN), NOON);
            relations.on(new Blocked(ANN, new UserId("cid")), NOON);
            relations.on(new Contacted(ANN, BEN), NOON);
            SnapshotShape.assertOfItsRevision(relations);
        }

        @Test
        void rememberContacts() {
            Relations relations = new Relations();
            relations.on(new Contacted(ANN, BEN), NOON);
            assertThat(SnapshotLog.throughJson(relations).current()).isEqualTo(relations.current());
        }
    }

    @Test
    void areThoseOfTwo() {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Block(ACTOR, ANN));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Unblock(ACTOR, ANN));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Unfollow(ACTOR, ANN));
    }

    private TestExecutor<Relations> given(Object... events) {
        var fixture = new AggregateTestFixture<>(Relations.class);
        fixture.registerInjectableResources(standings(), ties(), Clock.systemUTC());
        return events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given(events);
    }

    private Standings standings() {
        return new Standings(others.engine());
    }

    private CurrentTies ties() {
        return new CurrentTies(others.engine());
    }
}

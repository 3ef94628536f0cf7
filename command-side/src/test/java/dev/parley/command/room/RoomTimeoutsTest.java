package dev.parley.command.room;

import static dev.parley.command.Expected.invalid;
import static dev.parley.command.Expected.refused;
import static dev.parley.command.room.RoomFixture.ADMIN;
import static dev.parley.command.room.RoomFixture.ANN;
import static dev.parley.command.room.RoomFixture.BEN;
import static dev.parley.command.room.RoomFixture.MODERATOR;
import static dev.parley.command.room.RoomFixture.NOON;
import static dev.parley.command.room.RoomFixture.OWNER;
import static dev.parley.command.room.RoomFixture.ROOM;
import static dev.parley.command.room.RoomFixture.SERVICE;
import static dev.parley.command.room.RoomFixture.STRANGER;
import static dev.parley.command.room.RoomFixture.given;
import static dev.parley.command.room.RoomFixture.opened;
import static dev.parley.command.room.RoomFixture.owned;
import static dev.parley.command.room.RoomFixture.timedOut;

import dev.parley.command.room.RoomCommand.EndTimeout;
import dev.parley.command.room.RoomCommand.LiftTimeout;
import dev.parley.command.room.RoomCommand.TimeOutMember;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.TimeoutEnded;
import dev.parley.kernel.room.TimeoutMinutes;
import dev.parley.kernel.room.TimeoutReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Keeping somebody out of a room for a while. */
class RoomTimeoutsTest {
    private static final Instant QUARTER_PAST = NOON.plus(Duration.ofMinutes(15));

    @Nested
    class TimingOutAMember {
        @Test
        void isForTheOwnerAndModerators() {
            for (Actor actor : List.of(OWNER, MODERATOR, ADMIN)) {
                room().when(timeOut(actor, ANN, TimeoutMinutes.USUAL))
                        .expectEvents(new MemberTimedOut(ROOM, ANN.id(), actor.id(), TimeoutReason.SPAM, QUARTER_PAST));
            }
        }

        @Test
        void isRefusedToOthers() {
            for (Actor actor : List.of(BEN, STRANGER, SERVICE)) {
                room().when(timeOut(actor, ANN, TimeoutMinutes.USUAL))
                        .expectNoEvents()
                        .expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
            }
        }

        @Test
        void worksForWhoTakesNoPartToo() {
            room().when(timeOut(OWNER, STRANGER, new TimeoutMinutes(TimeoutMinutes.MAX)))
                    .expectEvents(timedOut(STRANGER, NOON.plus(Duration.ofDays(7))));
        }

        @Test
        void isRefusedOfTheOwner() {
            room().when(timeOut(MODERATOR, OWNER, TimeoutMinutes.USUAL))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.CANNOT_BE_TIMED_OUT));
        }

        @Test
        void isRefusedOfOneself() {
            room().when(timeOut(MODERATOR, MODERATOR, TimeoutMinutes.USUAL))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.CANNOT_BE_TIMED_OUT));
        }

        @Test
        void forLongerLengthensTheOneThatRuns() {
            room(timedOut(ANN, QUARTER_PAST.minusMillis(1)))
                    .when(timeOut(OWNER, ANN, TimeoutMinutes.USUAL))
                    .expectEvents(timedOut(ANN, QUARTER_PAST));
        }

        @Test
        void thatEndsNoLaterThanTheOneThatRunsChangesNothing() {
            for (Instant running : List.of(QUARTER_PAST, QUARTER_PAST.plusMillis(1))) {
                room(timedOut(ANN, running))
                        .when(timeOut(OWNER, ANN, TimeoutMinutes.USUAL))
                        .expectSuccessfulHandlerExecution()
                        .expectNoEvents();
            }
        }

        @Test
        void startsAnewWhenTheOneBeforeIsOver() {
            room(timedOut(ANN, NOON), new TimeoutEnded(ROOM, ANN.id(), false))
                    .when(timeOut(OWNER, ANN, new TimeoutMinutes(1)))
                    .expectEvents(timedOut(ANN, NOON.plusSeconds(60)));
        }

        private TimeOutMember timeOut(Actor actor, Actor member, TimeoutMinutes minutes) {
            return new TimeOutMember(actor, ROOM, member.id(), TimeoutReason.SPAM, minutes);
        }
    }

    @Nested
    class LiftingATimeout {
        private static final String WHY = "it was a joke";

        @Test
        void isForTheOwnerAndModeratorsWhoSayWhy() {
            for (Actor actor : List.of(OWNER, MODERATOR, ADMIN)) {
                room(timedOut(ANN, QUARTER_PAST)).when(lift(actor, WHY)).expectEvents(ended(true));
            }
        }

        @Test
        void isRefusedToOthersAndToWhomItKeepsOut() {
            for (Actor actor : List.of(ANN, BEN, STRANGER, SERVICE)) {
                room(timedOut(ANN, QUARTER_PAST))
                        .when(lift(actor, WHY))
                        .expectNoEvents()
                        .expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
            }
        }

        @Test
        void ofAModeratorIsNotForTheOwner() {
            var byModerator = new MemberTimedOut(ROOM, ANN.id(), MODERATOR.id(), TimeoutReason.SPAM, QUARTER_PAST);
            room(byModerator, timedOut(ANN, QUARTER_PAST.plusSeconds(1)))
                    .when(lift(OWNER, ""))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
            room(byModerator).when(lift(MODERATOR, WHY)).expectEvents(ended(true));
        }

        @Test
        void ofOnesOwnIsNotForAModerator() {
            room(timedOut(MODERATOR, QUARTER_PAST))
                    .when(new LiftTimeout(MODERATOR, ROOM, MODERATOR.id(), WHY))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
        }

        @Test
        void asksAModeratorWhy() {
            room(timedOut(ANN, QUARTER_PAST))
                    .when(lift(MODERATOR, ""))
                    .expectNoEvents()
                    .expectException(invalid("reason"));
        }

        @Test
        void thatIsNotRunningChangesNothing() {
            room().when(lift(OWNER, "")).expectSuccessfulHandlerExecution().expectNoEvents();
            room(timedOut(ANN, NOON))
                    .when(lift(OWNER, ""))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        private LiftTimeout lift(Actor actor, String reason) {
            return new LiftTimeout(actor, ROOM, ANN.id(), reason);
        }
    }

    @Nested
    class EndingATimeout {
        @Test
        void happensAtItsEnd() {
            room(timedOut(ANN, NOON)).when(end()).expectEvents(ended(false));
        }

        @Test
        void doesNotHappenBefore() {
            room(timedOut(ANN, NOON.plusMillis(1)))
                    .when(end())
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void happensOnce() {
            room(timedOut(ANN, NOON), ended(false))
                    .when(end())
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void waitsForTheEndOfOneThatWasLengthened() {
            room(timedOut(ANN, NOON), timedOut(ANN, NOON.plusSeconds(1)))
                    .when(end())
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        private EndTimeout end() {
            return new EndTimeout(ROOM, ANN.id());
        }
    }

    private static TestExecutor<Room> room(Object... events) {
        return given(opened(), owned()).andGiven(events);
    }

    private static TimeoutEnded ended(boolean lifted) {
        return new TimeoutEnded(ROOM, ANN.id(), lifted);
    }
}

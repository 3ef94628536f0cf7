package dev.parley.command.member;

import static dev.parley.command.Expected.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import dev.parley.command.CommandRejected;
import dev.parley.command.CommandRejected.Refusal;
import dev.parley.command.SnapshotLog;
import dev.parley.command.TestClock;
import dev.parley.command.TestLog;
import dev.parley.command.log.Standings;
import dev.parley.command.member.MemberCommand.DisableKidMode;
import dev.parley.command.member.MemberCommand.EnableKidMode;
import dev.parley.command.member.MemberCommand.ReleaseFromKidMode;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.ClassJoined;
import dev.parley.kernel.member.MemberEvent.KidModeDisabled;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.TeachingBegun;
import dev.parley.kernel.member.MemberEvent.TeachingEnded;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KidModeTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId KIM = new UserId("kim");
    private static final Actor ACTOR = Actor.of(KIM, Role.USER);
    private static final Actor TEACHER = Actor.of(new UserId("teacher"), Role.USER);
    private static final Actor MODERATOR = Actor.of(new UserId("moderator"), Role.MODERATOR);
    private static final Actor SERVICE = Actor.of(new UserId("lobby"), Role.SERVICE);
    private static final MemberJoined JOINED = new MemberJoined(KIM, new Username("Kim"), Instant.EPOCH);
    private static final ClassId CHESS = new ClassId("chess");
    private static final Password RIGHT = new Password("right");
    private static final Password WRONG = new Password("wrong");
    private static final PasswordHashes HASHES = new PasswordHashes(4);
    private static final KidModeEnabled ENABLED = new KidModeEnabled(KIM, HASHES.hash(RIGHT));
    private static final ClassJoined MANAGED = new ClassJoined(KIM, CHESS, true);
    private static final KidModeDisabled DISABLED = new KidModeDisabled(KIM);

    private final TestLog others = new TestLog();
    private final TestClock clock = new TestClock(NOON);
    private final PasswordTries tries = new PasswordTries(clock);

    @Nested
    class Enabling {
        @Test
        void keepsTheHashOfThePassword() {
            given().when(new EnableKidMode(ACTOR, RIGHT))
                    .expectEventsMatching(payloadsMatching(exactSequenceOf(predicate(this::isEnabledWithTheHash))));
        }

        @Test
        void againIsRefused() {
            given(ENABLED)
                    .when(new EnableKidMode(ACTOR, WRONG))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.KID_MODE_ON));
        }

        @Test
        void isRefusedWhileAClassManagesThem() {
            given(MANAGED)
                    .when(new EnableKidMode(ACTOR, RIGHT))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.KID_MODE_ON));
        }

        private boolean isEnabledWithTheHash(Object event) {
            return event instanceof KidModeEnabled enabled
                    && enabled.member().equals(KIM)
                    && !enabled.passwordHash().contains(RIGHT.text())
                    && HASHES.match(RIGHT, enabled.passwordHash())
                    && !HASHES.match(WRONG, enabled.passwordHash());
        }
    }

    @Nested
    class Disabling {
        @Test
        void withThePasswordEndsIt() {
            given(ENABLED).when(new DisableKidMode(ACTOR, RIGHT)).expectEvents(DISABLED);
        }

        @Test
        void takesThePasswordItWasLastEnabledWith() {
            Object[] twice = {ENABLED, DISABLED, new KidModeEnabled(KIM, HASHES.hash(WRONG))};
            given(twice)
                    .when(new DisableKidMode(ACTOR, RIGHT))
                    .expectExceptionDetails(refused(Rejection.WRONG_PASSWORD));
            given(twice).when(new DisableKidMode(ACTOR, WRONG)).expectEvents(DISABLED);
        }

        @Test
        void withAnotherPasswordIsRefused() {
            given(ENABLED)
                    .when(new DisableKidMode(ACTOR, WRONG))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.WRONG_PASSWORD));
        }

        @Test
        void isRefusedAfter5WrongPasswordsEvenWithTheRightOne() {
            for (int i = 0; i < 5; i++) {
                assertWrong();
            }
            given(ENABLED)
                    .when(new DisableKidMode(ACTOR, RIGHT))
                    .expectNoEvents()
                    .expectExceptionDetails(new Refusal(Rejection.TOO_MANY_TRIES, NOON.plusSeconds(900)));
        }

        @Test
        void isRefusedWhileAClassManagesThem() {
            given(ENABLED, MANAGED)
                    .when(new DisableKidMode(ACTOR, RIGHT))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.KID_MODE_MANAGED));
        }

        @Test
        void whatIsOffChangesNothing() {
            given().when(new DisableKidMode(ACTOR, WRONG))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        private void assertWrong() {
            given(ENABLED)
                    .when(new DisableKidMode(ACTOR, WRONG))
                    .expectExceptionDetails(refused(Rejection.WRONG_PASSWORD));
        }
    }

    @Nested
    class Releasing {
        @Test
        void isForServices() {
            given(ENABLED).when(new ReleaseFromKidMode(SERVICE, KIM)).expectEvents(DISABLED);
        }

        @Test
        void isForTheTeacherOfTheirClass() {
            others.given(NOON, TEACHER.id(), new TeachingBegun(TEACHER.id(), CHESS));
            given(MANAGED).when(new ReleaseFromKidMode(TEACHER, KIM)).expectEvents(DISABLED);
        }

        @Test
        void isNotForTheTeacherOfAnotherClass() {
            others.given(NOON, TEACHER.id(), new TeachingBegun(TEACHER.id(), new ClassId("go")));
            assertNotAllowed(TEACHER);
        }

        @Test
        void isNotForWhoTaughtTheClassOnce() {
            others.given(
                    NOON, TEACHER.id(), new TeachingBegun(TEACHER.id(), CHESS), new TeachingEnded(TEACHER.id(), CHESS));
            assertNotAllowed(TEACHER);
        }

        @Test
        void isNotForOneselfNorForModerators() {
            assertNotAllowed(ACTOR);
            assertNotAllowed(MODERATOR);
        }

        @Test
        void whoIsNoKidChangesNothing() {
            given(MANAGED, DISABLED)
                    .when(new ReleaseFromKidMode(SERVICE, KIM))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        private void assertNotAllowed(Actor actor) {
            given(MANAGED)
                    .when(new ReleaseFromKidMode(actor, KIM))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
        }
    }

    @Nested
    class FromASnapshot {
        private final SnapshotLog<Member> log = new SnapshotLog<>(
                Member.class,
                KIM.value(),
                Map.of(
                        PasswordHashes.class, HASHES,
                        PasswordTries.class, tries,
                        Standings.class, new Standings(others.engine())));

        @Test
        void keepsThePassword() {
            assertThat(log.when(new DisableKidMode(ACTOR, RIGHT), JOINED, ENABLED))
                    .containsExactly(DISABLED);
        }

        @Test
        void keepsTheClasses() {
            assertThatThrownBy(() -> log.when(new DisableKidMode(ACTOR, RIGHT), JOINED, MANAGED))
                    .isInstanceOfSatisfying(
                            CommandRejected.class,
                            rejected -> assertThat(rejected.rule()).isEqualTo(Rejection.KID_MODE_MANAGED));
        }

        @Test
        void keepsHowTheyStand() {
            Member member = new Member();
            Stream.of(JOINED, ENABLED, MANAGED, new TeachingBegun(KIM, new ClassId("go")))
                    .forEach(event -> member.on(event, NOON));
            assertThat(SnapshotLog.throughJson(member).current()).isEqualTo(member.current());
        }
    }

    private TestExecutor<Member> given(Object... events) {
        var fixture = new AggregateTestFixture<>(Member.class);
        fixture.registerInjectableResources(HASHES, tries, new Standings(others.engine()));
        return fixture.given(JOINED).andGiven(events);
    }
}

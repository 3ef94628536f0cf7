package dev.parley.command.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.CommandRejected;
import dev.parley.command.TestLog;
import dev.parley.command.relations.RelationsCommand.Block;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsEvent.Contacted;
import dev.parley.kernel.relations.RelationsEvent.Followed;
import dev.parley.kernel.relations.RelationsEvent.Unblocked;
import dev.parley.kernel.relations.RelationsEvent.Unfollowed;
import dev.parley.kernel.relations.RelationsId;
import java.time.Instant;
import java.util.stream.IntStream;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The relations of two people together, on a log in memory. */
class BlockingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");
    private static final Actor ACTOR = Actor.of(ANN, Role.USER);

    private final TestLog log = new TestLog();
    private Configuration axon;

    @BeforeEach
    void start() {
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> log.engine())
                .configureAggregate(Relations.class)
                .registerCommandHandler(configuration -> new Blocking(configuration.repository(Relations.class)))
                .start();
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Nested
    class ABlock {
        @Test
        void ofAStrangerIsOneEvent() {
            send(new Block(ACTOR, BEN));
            assertThat(log.added()).containsExactly(new Blocked(ANN, BEN));
        }

        @Test
        void endsFollowingInBothDirections() {
            log.given(NOON, RelationsId.of(ANN), new Followed(ANN, BEN))
                    .given(NOON, RelationsId.of(BEN), new Followed(BEN, ANN));
            send(new Block(ACTOR, BEN));
            assertThat(log.added())
                    .containsExactly(new Blocked(ANN, BEN), new Unfollowed(ANN, BEN), new Unfollowed(BEN, ANN));
        }

        @Test
        void standsInTheStreamsOfBoth() {
            log.given(NOON, RelationsId.of(BEN), new Followed(BEN, ANN));
            send(new Block(ACTOR, BEN));
            assertThat(log.engine().lastSequenceNumberFor(RelationsId.of(ANN).value()))
                    .contains(0L);
            assertThat(log.engine().lastSequenceNumberFor(RelationsId.of(BEN).value()))
                    .contains(1L);
        }

        @Test
        void leavesWhoElseIsFollowed() {
            UserId cid = new UserId("cid");
            log.given(NOON, RelationsId.of(ANN), new Followed(ANN, cid))
                    .given(NOON, RelationsId.of(BEN), new Followed(BEN, cid));
            send(new Block(ACTOR, BEN));
            assertThat(log.added()).containsExactly(new Blocked(ANN, BEN));
        }

        @Test
        void ofSomebodyAgainChangesNothing() {
            log.given(NOON, RelationsId.of(ANN), new Blocked(ANN, BEN));
            send(new Block(ACTOR, BEN));
            assertThat(log.added()).isEmpty();
        }

        @Test
        void thatWasEndedCanBeMadeAgain() {
            log.given(NOON, RelationsId.of(ANN), new Blocked(ANN, BEN), new Unblocked(ANN, BEN));
            send(new Block(ACTOR, BEN));
            assertThat(log.added()).containsExactly(new Blocked(ANN, BEN));
        }

        @Test
        void standsBesideOneInReturn() {
            send(new Block(ACTOR, BEN));
            send(new Block(Actor.of(BEN, Role.USER), ANN));
            assertThat(log.added()).containsExactly(new Blocked(ANN, BEN), new Blocked(BEN, ANN));
        }

        @Test
        void staysOpenToKids() {
            log.given(NOON, ANN, new KidModeEnabled(ANN, "hash"));
            send(new Block(ACTOR, BEN));
            assertThat(log.added()).containsExactly(new Blocked(ANN, BEN));
        }

        @Test
        void numberedAbove500IsRefused() {
            log.given(NOON, RelationsId.of(ANN), blocked(499))
                    .given(NOON, RelationsId.of(BEN), new Followed(BEN, ANN));
            send(new Block(ACTOR, new UserId("cid")));
            assertRefused(new Block(ACTOR, BEN), Rejection.TOO_MANY_BLOCKS);
            assertThat(log.added()).containsExactly(new Blocked(ANN, new UserId("cid")));
        }

        @Test
        void byAServiceIsRefused() {
            assertRefused(new Block(Actor.of(new UserId("lobby"), Role.SERVICE), BEN), Rejection.NOT_ALLOWED);
            assertThat(log.added()).isEmpty();
        }

        private static Object[] blocked(int people) {
            return IntStream.rangeClosed(1, people)
                    .mapToObj(i -> new Blocked(ANN, new UserId("p" + i)))
                    .toArray();
        }
    }

    @Nested
    class Contacts {
        @Test
        void areKeptWithTheTies() throws Throwable {
            log.given(NOON, RelationsId.of(ANN), new Followed(ANN, BEN));
            var contacts = new CountedContacts(axon.repository(Relations.class));
            TestLog.inOneUnit(() -> {
                assertThat(contacts.hold(ANN).follows(BEN)).isTrue();
                contacts.add(ANN, BEN);
                return assertThat(contacts.hold(ANN).contacts()).hasSize(1);
            });
            assertThat(log.added()).containsExactly(new Contacted(ANN, BEN));
        }
    }

    private void send(RelationsCommand command) {
        axon.commandGateway().sendAndWait(command);
    }

    private void assertRefused(RelationsCommand command, Rejection rule) {
        assertThatThrownBy(() -> send(command))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected -> assertThat(rejected.rule()).isEqualTo(rule));
    }
}

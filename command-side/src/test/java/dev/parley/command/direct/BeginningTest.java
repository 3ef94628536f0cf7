package dev.parley.command.direct;

import static dev.parley.command.direct.DirectFixture.ANN;
import static dev.parley.command.direct.DirectFixture.BEN;
import static dev.parley.command.direct.DirectFixture.NOON;
import static dev.parley.command.direct.DirectFixture.SERVICE;
import static dev.parley.command.direct.DirectFixture.sent;
import static dev.parley.command.direct.DirectFixture.started;
import static dev.parley.command.direct.DirectFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.command.direct.ConversationCommand.WriteTo;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.ClassJoined;
import dev.parley.kernel.member.MemberEvent.ErasureRequested;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.MemberEvent.MessagePrivacyChosen;
import dev.parley.kernel.member.MemberEvent.TeachingBegun;
import dev.parley.kernel.member.MessagePrivacy;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsEvent.Contacted;
import dev.parley.kernel.relations.RelationsEvent.Followed;
import dev.parley.kernel.relations.RelationsId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Writing to somebody, be it for the first time or not. */
class BeginningTest {
    private static final WriteTo TO_BEN = new WriteTo(ANN, BEN.id(), text("hi"));
    private static final ClassId CHESS = new ClassId("chess");
    private final DirectFixture direct = new DirectFixture();

    @AfterEach
    void stop() {
        direct.stop();
    }

    @Test
    void startsAConversation() {
        assertBegins(TO_BEN);
    }

    @Test
    void goesOnInOneThatHasBegun() {
        direct.talking();
        direct.send(TO_BEN);
        assertThat(direct.log.added()).containsExactly(sent(3, ANN, 2, 1, "hi"));
        assertThat(direct.contacted).isEmpty();
    }

    @Test
    void toOneselfIsRefused() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new WriteTo(ANN, ANN.id(), text("hi")))
                .extracting(InvalidValue::field)
                .isEqualTo("recipient");
    }

    @Test
    void toWhoNeverJoinedIsRefused() {
        assertCostsNothing(new WriteTo(ANN, new UserId("nobody"), text("hi")), Rejection.UNKNOWN_USER);
    }

    @Test
    void toWhoWasErasedIsRefused() {
        direct.log.given(NOON, BEN.id(), new ErasureRequested(BEN.id()));
        assertCostsNothing(TO_BEN, Rejection.UNKNOWN_USER);
    }

    @Test
    void isRefusedToServices() {
        assertCostsNothing(new WriteTo(SERVICE, BEN.id(), text("hi")), Rejection.NOT_ALLOWED);
    }

    @Nested
    class ByThePolicy {
        @Test
        void isRefusedToWhoBlocksThem() {
            direct.log.given(NOON, RelationsId.of(ANN.id()), new Blocked(ANN.id(), BEN.id()));
            assertCostsNothing(TO_BEN, Rejection.BLOCKING);
        }

        @Test
        void isRefusedToWhomTheyBlock() {
            direct.log.given(NOON, RelationsId.of(BEN.id()), new Blocked(BEN.id(), ANN.id()));
            assertCostsNothing(TO_BEN, Rejection.BLOCKED);
        }

        @Test
        void isRefusedToKids() {
            direct.log.given(NOON, ANN.id(), new KidModeEnabled(ANN.id(), "hash"));
            assertCostsNothing(TO_BEN, Rejection.KID_MODE);
        }

        @Test
        void doesNotTellThatTheyAreAKid() {
            direct.log.given(NOON, BEN.id(), new KidModeEnabled(BEN.id(), "hash"));
            assertCostsNothing(TO_BEN, Rejection.MESSAGE_PRIVACY);
        }

        @Test
        void isRefusedWhereOnlyExistingConversationsAreTaken() {
            takesFrom(MessagePrivacy.EXISTING);
            assertCostsNothing(TO_BEN, Rejection.MESSAGE_PRIVACY);
        }

        @Test
        void isForThoseWhomAFriendsOnlyRecipientFollows() {
            takesFrom(MessagePrivacy.FRIENDS);
            assertCostsNothing(TO_BEN, Rejection.MESSAGE_PRIVACY);
            direct.log.given(NOON, RelationsId.of(BEN.id()), new Followed(BEN.id(), ANN.id()));
            assertBegins(TO_BEN);
        }

        @Test
        void isForModeratorsWhateverTheRecipientChose() {
            takesFrom(MessagePrivacy.NOBODY);
            Actor moderator = Actor.of(ANN.id(), Role.USER, Role.MODERATOR);
            assertBegins(new WriteTo(moderator, BEN.id(), text("hi")));
        }

        @Test
        void isForTeachersOfTheRecipient() {
            takesFrom(MessagePrivacy.NOBODY);
            direct.log.given(NOON, BEN.id(), new ClassJoined(BEN.id(), CHESS, true));
            direct.log.given(NOON, ANN.id(), new TeachingBegun(ANN.id(), CHESS));
            assertBegins(TO_BEN);
        }

        private void takesFrom(MessagePrivacy privacy) {
            direct.log.given(NOON, BEN.id(), new MessagePrivacyChosen(BEN.id(), privacy));
        }
    }

    @Nested
    class ByTheBudget {
        @Test
        void isRefusedAfter20WithinADay() {
            contacted(20, NOON.minus(Duration.ofHours(1)));
            assertThat(direct.assertRefused(TO_BEN, Rejection.TOO_MANY_CONVERSATIONS)
                            .until())
                    .contains(NOON.plus(Duration.ofHours(23)));
        }

        @Test
        void isRefusedToANewAccountAfter4WithinADay() {
            Actor cid = Actor.of(new UserId("cid"), Role.USER);
            direct.joined(cid, NOON.minus(Duration.ofDays(1)));
            for (int i = 0; i < 4; i++) {
                direct.log.given(NOON, RelationsId.of(cid.id()), new Contacted(cid.id(), ANN.id()));
            }
            assertThat(direct.assertRefused(new WriteTo(cid, BEN.id(), text("hi")), Rejection.TOO_MANY_CONVERSATIONS)
                            .until())
                    .contains(NOON.plus(Duration.ofDays(1)));
        }

        @Test
        void doesNotCountWhatIsADayAgo() {
            contacted(20, NOON.minus(Duration.ofDays(1)));
            assertBegins(TO_BEN);
        }

        @Test
        void doesNotCountMessagesInAConversationThatHasBegun() {
            contacted(20, NOON);
            direct.talking();
            direct.send(TO_BEN);
            assertThat(direct.log.added()).hasSize(1);
        }

        private void contacted(int times, Instant at) {
            for (int i = 0; i < times; i++) {
                direct.log.given(at, RelationsId.of(ANN.id()), new Contacted(ANN.id(), new UserId("p" + i)));
            }
        }
    }

    private void assertBegins(WriteTo command) {
        direct.send(command);
        assertThat(direct.log.added()).containsExactly(started(ANN), sent(1, ANN, 1, 0, "hi"));
        assertThat(direct.contacted).containsExactly(new Contacted(ANN.id(), BEN.id()));
    }

    private void assertCostsNothing(WriteTo command, Rejection rule) {
        direct.assertRefused(command, rule);
        assertThat(direct.contacted).isEmpty();
    }
}

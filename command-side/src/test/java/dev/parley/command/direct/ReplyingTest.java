package dev.parley.command.direct;

import static dev.parley.command.direct.DirectFixture.ANN;
import static dev.parley.command.direct.DirectFixture.BEN;
import static dev.parley.command.direct.DirectFixture.NOON;
import static dev.parley.command.direct.DirectFixture.SERVICE;
import static dev.parley.command.direct.DirectFixture.TALK;
import static dev.parley.command.direct.DirectFixture.sent;
import static dev.parley.command.direct.DirectFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.direct.ConversationCommand.Reply;
import dev.parley.command.direct.ConversationCommand.WriteTo;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.MemberEvent.MessagePrivacyChosen;
import dev.parley.kernel.member.MessagePrivacy;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsEvent.Unblocked;
import dev.parley.kernel.relations.RelationsId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReplyingTest {
    private static final Actor STRANGER = Actor.of(new UserId("stranger"), Role.USER);
    private static final Actor MODERATOR = Actor.of(new UserId("moderator"), Role.MODERATOR);
    private static final Reply REPLY = reply(ANN);
    private final DirectFixture direct = new DirectFixture();

    @AfterEach
    void stop() {
        direct.stop();
    }

    @Test
    void countsTheMessagesOfBoth() {
        direct.talking();
        direct.send(reply(ANN));
        direct.send(reply(BEN));
        assertThat(direct.log.added()).containsExactly(sent(3, ANN, 2, 1, "well"), sent(4, BEN, 2, 2, "well"));
    }

    @Test
    void whereNothingHasBegunIsRefused() {
        direct.assertRefused(REPLY, Rejection.UNKNOWN_CONVERSATION);
    }

    @Test
    void inAConversationOfOthersIsRefusedAsIfThereWereNone() {
        direct.talking();
        String none = direct.assertRefused(
                        new Reply(ANN, ConversationId.of(ANN.id(), STRANGER.id()), text("well")),
                        Rejection.UNKNOWN_CONVERSATION)
                .getMessage();
        for (Actor other : new Actor[] {STRANGER, MODERATOR}) {
            assertThat(direct.assertRefused(reply(other), Rejection.UNKNOWN_CONVERSATION))
                    .hasMessage(none);
        }
    }

    @Test
    void isRefusedToServices() {
        direct.talking();
        direct.assertRefused(reply(SERVICE), Rejection.NOT_ALLOWED);
    }

    @Nested
    class ByThePolicy {
        @Test
        void isRefusedFromTheBlockOn() {
            direct.talking();
            direct.log.given(NOON, RelationsId.of(BEN.id()), new Blocked(BEN.id(), ANN.id()));
            direct.assertRefused(REPLY, Rejection.BLOCKED);
            direct.assertRefused(reply(BEN), Rejection.BLOCKING);
            direct.log.given(NOON, RelationsId.of(BEN.id()), new Unblocked(BEN.id(), ANN.id()));
            direct.send(REPLY);
            assertThat(direct.log.added()).hasSize(1);
        }

        @Test
        void isRefusedFromKidModeOn() {
            direct.talking();
            direct.log.given(NOON, ANN.id(), new KidModeEnabled(ANN.id(), "hash"));
            direct.assertRefused(REPLY, Rejection.KID_MODE);
            direct.assertRefused(reply(BEN), Rejection.MESSAGE_PRIVACY);
        }

        @Test
        void isTakenWhereOnlyExistingConversationsAre() {
            direct.talking();
            direct.log.given(NOON, BEN.id(), new MessagePrivacyChosen(BEN.id(), MessagePrivacy.EXISTING));
            direct.send(REPLY);
            assertThat(direct.log.added()).hasSize(1);
        }

        @Test
        void isRefusedWhereNothingIsTaken() {
            direct.talking();
            direct.log.given(NOON, BEN.id(), new MessagePrivacyChosen(BEN.id(), MessagePrivacy.NOBODY));
            direct.assertRefused(REPLY, Rejection.MESSAGE_PRIVACY);
        }
    }

    @Nested
    class ByTheBudget {
        @Test
        void isRefusedAfter20WithinAMinute() {
            direct.talking();
            replies(20);
            assertThat(direct.assertRefused(REPLY, Rejection.TOO_MANY_MESSAGES).until())
                    .contains(NOON.plusSeconds(60));
            direct.clock.set(NOON.plusSeconds(59));
            direct.assertRefused(REPLY, Rejection.TOO_MANY_MESSAGES);
            direct.clock.set(NOON.plusSeconds(60));
            replies(20);
        }

        @Test
        void isRefusedWhicheverWayTheMessageComes() {
            direct.talking();
            replies(20);
            direct.assertRefused(new WriteTo(ANN, BEN.id(), text("well")), Rejection.TOO_MANY_MESSAGES);
        }

        @Test
        void countsForEachSender() {
            direct.talking();
            replies(20);
            direct.send(reply(BEN));
            assertThat(direct.log.added()).hasSize(21);
        }

        @Test
        void doesNotCountWhatIsRefused() {
            direct.talking();
            direct.log.given(NOON, RelationsId.of(BEN.id()), new Blocked(BEN.id(), ANN.id()));
            for (int i = 0; i < 20; i++) {
                direct.assertRefused(REPLY, Rejection.BLOCKED);
            }
            direct.log.given(NOON, RelationsId.of(BEN.id()), new Unblocked(BEN.id(), ANN.id()));
            replies(20);
        }

        private void replies(int times) {
            for (int i = 0; i < times; i++) {
                direct.send(REPLY);
            }
        }
    }

    private static Reply reply(Actor sender) {
        return new Reply(sender, TALK, text("well"));
    }
}

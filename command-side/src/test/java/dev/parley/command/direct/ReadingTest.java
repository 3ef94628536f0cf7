package dev.parley.command.direct;

import static dev.parley.command.direct.DirectFixture.ANN;
import static dev.parley.command.direct.DirectFixture.BEN;
import static dev.parley.command.direct.DirectFixture.NOON;
import static dev.parley.command.direct.DirectFixture.SERVICE;
import static dev.parley.command.direct.DirectFixture.TALK;
import static dev.parley.command.direct.DirectFixture.sent;
import static dev.parley.command.direct.DirectFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.direct.ConversationCommand.HideConversation;
import dev.parley.command.direct.ConversationCommand.MarkRead;
import dev.parley.command.direct.ConversationCommand.MarkReadUpTo;
import dev.parley.command.direct.ConversationCommand.Reply;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationEvent.ConversationHidden;
import dev.parley.kernel.direct.ConversationEvent.ConversationRead;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectMessageId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How far Ben has read what Ann goes on to write, and what he hides. */
class ReadingTest {
    private static final Actor STRANGER = Actor.of(new UserId("stranger"), Role.USER);
    private final DirectFixture direct = new DirectFixture();

    /** Numbers 1 (Ben) to 4 stand at the places 1 to 4, after the start. */
    @BeforeEach
    void annHasSentThree() {
        direct.talking();
        direct.log.given(NOON, TALK, sent(3, ANN, 2, 1, "so"), sent(4, ANN, 3, 1, "a game?"));
    }

    @AfterEach
    void stop() {
        direct.stop();
    }

    @Nested
    class MarkingAllRead {
        @Test
        void readsUpToTheLast() {
            direct.send(new MarkRead(BEN, TALK));
            assertThat(direct.log.added()).containsExactly(new ConversationRead(TALK, BEN.id(), 4, 3));
        }

        @Test
        void againChangesNothing() {
            direct.send(new MarkRead(BEN, TALK));
            direct.send(new MarkRead(BEN, TALK));
            assertThat(direct.log.added()).hasSize(1);
        }

        @Test
        void changesNothingForWhoWroteLast() {
            direct.send(new MarkRead(ANN, TALK));
            assertThat(direct.log.added()).isEmpty();
        }

        @Test
        void isNotForOthers() {
            direct.assertRefused(new MarkRead(STRANGER, TALK), Rejection.UNKNOWN_CONVERSATION);
            direct.assertRefused(new MarkRead(SERVICE, TALK), Rejection.NOT_ALLOWED);
        }

        @Test
        void isRefusedWhereNothingHasBegun() {
            direct.assertRefused(new MarkRead(STRANGER, withStranger()), Rejection.UNKNOWN_CONVERSATION);
        }
    }

    @Nested
    class MarkingReadUpToAMessage {
        @Test
        void readsUpToThatOne() {
            direct.send(upTo(3, 3));
            direct.send(upTo(4, 4));
            assertThat(direct.log.added())
                    .containsExactly(
                            new ConversationRead(TALK, BEN.id(), 3, 2), new ConversationRead(TALK, BEN.id(), 4, 3));
        }

        @Test
        void ofOnesOwnReadsWhatWasThereBeforeIt() {
            direct.log.given(NOON, TALK, sent(5, BEN, 2, 3, "yes"), sent(6, ANN, 4, 2, "now?"));
            direct.send(upTo(5, 5));
            assertThat(direct.log.added()).isEmpty();
            direct.send(upTo(6, 6));
            assertThat(direct.log.added()).containsExactly(new ConversationRead(TALK, BEN.id(), 6, 4));
        }

        @Test
        void noFurtherThanBeforeChangesNothing() {
            direct.send(upTo(4, 4));
            direct.send(upTo(3, 3));
            direct.send(upTo(4, 4));
            assertThat(direct.log.added()).hasSize(1);
        }

        @Test
        void isRefusedWhereNoSuchMessageIs() {
            direct.assertRefused(upTo(3, 4), Rejection.UNKNOWN_MESSAGE);
            direct.assertRefused(upTo(5, 5), Rejection.UNKNOWN_MESSAGE);
            direct.assertRefused(upTo(0, 0), Rejection.UNKNOWN_MESSAGE);
        }

        @Test
        void isRefusedForAMessageOfAnotherConversation() {
            var elsewhere = new DirectMessageId(withStranger(), 3, 3);
            direct.assertRefused(new MarkReadUpTo(BEN, TALK, elsewhere), Rejection.UNKNOWN_MESSAGE);
        }

        @Test
        void isNotForOthers() {
            direct.assertRefused(
                    new MarkReadUpTo(STRANGER, TALK, new DirectMessageId(TALK, 3, 3)), Rejection.UNKNOWN_CONVERSATION);
        }

        private static MarkReadUpTo upTo(long number, long sequence) {
            return new MarkReadUpTo(BEN, TALK, new DirectMessageId(TALK, number, sequence));
        }
    }

    @Nested
    class Hiding {
        @Test
        void lastsUntilTheNextMessage() {
            direct.send(new HideConversation(BEN, TALK));
            direct.send(new HideConversation(BEN, TALK));
            assertThat(direct.log.added()).containsExactly(new ConversationHidden(TALK, BEN.id(), 4));
            direct.send(new Reply(ANN, TALK, text("well")));
            direct.send(new HideConversation(BEN, TALK));
            assertThat(direct.log.added()).endsWith(new ConversationHidden(TALK, BEN.id(), 5));
        }

        @Test
        void isForEachByThemselves() {
            direct.send(new HideConversation(BEN, TALK));
            direct.send(new HideConversation(ANN, TALK));
            assertThat(direct.log.added()).hasSize(2);
        }

        @Test
        void isNotForOthers() {
            direct.assertRefused(new HideConversation(STRANGER, TALK), Rejection.UNKNOWN_CONVERSATION);
            direct.assertRefused(new HideConversation(SERVICE, TALK), Rejection.NOT_ALLOWED);
        }
    }

    private static ConversationId withStranger() {
        return ConversationId.of(BEN.id(), STRANGER.id());
    }
}

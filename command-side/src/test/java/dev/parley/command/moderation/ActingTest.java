package dev.parley.command.moderation;

import static dev.parley.command.moderation.ModerationFixture.ACTION;
import static dev.parley.command.moderation.ModerationFixture.ANN;
import static dev.parley.command.moderation.ModerationFixture.CID;
import static dev.parley.command.moderation.ModerationFixture.MOD;
import static dev.parley.command.moderation.ModerationFixture.NOON;
import static dev.parley.command.moderation.ModerationFixture.SERVICE;
import static dev.parley.command.moderation.ModerationFixture.WHY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.command.moderation.ActionCommand.ActOn;
import dev.parley.command.moderation.ActionCommand.LiftAction;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.Term;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What moderators do about people without a report. */
class ActingTest {
    private static final Optional<Term> FOR_GOOD = Optional.empty();

    private final ModerationFixture moderation = new ModerationFixture();

    @AfterEach
    void stop() {
        moderation.stop();
    }

    @Nested
    class AnAction {
        @Test
        void isTakenForATime() {
            moderation.addedBy(new ActOn(MOD, CID, ActionType.COMM_BAN, Optional.of(new Term("PT12H")), WHY));
            assertThat(moderation.done)
                    .containsExactly("comm_ban of cid until 2026-03-02T00:00:00Z: as the rules have it");
        }

        @Test
        void isTakenForGood() {
            moderation.addedBy(new ActOn(MOD, CID, ActionType.ACCOUNT_BAN, FOR_GOOD, WHY));
            assertThat(moderation.done).containsExactly("account_ban of cid: as the rules have it");
        }

        @Test
        void isForModerators() {
            assertNotAllowed(new ActOn(ANN, CID, ActionType.WARNING, FOR_GOOD, WHY));
            assertNotAllowed(new ActOn(SERVICE, CID, ActionType.WARNING, FOR_GOOD, WHY));
        }

        @Test
        void isNotTakenAboutOneself() {
            assertNotAllowed(new ActOn(MOD, MOD.id(), ActionType.WARNING, FOR_GOOD, WHY));
        }

        @Test
        void withoutAReasonIsInvalid() {
            moderation.assertInvalid(new ActOn(MOD, CID, ActionType.WARNING, FOR_GOOD, ""), "reason");
            assertThat(moderation.done).isEmpty();
        }

        @Test
        void thatWarnsHasNoTerm() {
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> new ActOn(MOD, CID, ActionType.WARNING, Optional.of(new Term("P1D")), WHY))
                    .extracting(InvalidValue::field)
                    .isEqualTo("duration");
        }
    }

    @Nested
    class Lifting {
        @Test
        void endsWhatHolds() {
            moderation.addedBy(new LiftAction(MOD, ACTION, WHY));
            assertThat(moderation.done).containsExactly("lifted action~cid~7");
        }

        @Test
        void whatIsOverIsRefused() {
            moderation.holds = false;
            moderation.log.given(NOON, CID, imposed(ACTION));
            moderation.assertRefused(new LiftAction(MOD, ACTION, WHY), Rejection.SANCTION_OVER);
        }

        @Test
        void aWarningIsRefused() {
            moderation.holds = false;
            moderation.log.given(NOON, CID, new MemberWarned(CID, ACTION, WHY));
            moderation.assertRefused(new LiftAction(MOD, ACTION, WHY), Rejection.SANCTION_OVER);
        }

        @Test
        void whatNeverWasIsRefused() {
            moderation.log.given(NOON, CID, imposed(ACTION));
            moderation.assertRefused(new LiftAction(MOD, new ActionId(CID, 8), WHY), Rejection.UNKNOWN_ACTION);
            var nobodys = new ActionId(new UserId("nobody"), 1);
            moderation.assertRefused(new LiftAction(MOD, nobodys, WHY), Rejection.UNKNOWN_ACTION);
        }

        @Test
        void isForModeratorsAndNotForOneself() {
            assertNotAllowed(new LiftAction(ANN, ACTION, WHY));
            assertNotAllowed(new LiftAction(Actor.of(CID, Role.ADMIN), ACTION, WHY));
        }

        @Test
        void withoutAReasonIsInvalid() {
            moderation.assertInvalid(new LiftAction(MOD, ACTION, ""), "reason");
            assertThat(moderation.done).isEmpty();
        }

        private static SanctionImposed imposed(ActionId action) {
            return new SanctionImposed(CID, action, Sanction.CHAT_BAN, WHY, Optional.empty());
        }
    }

    private void assertNotAllowed(ActionCommand command) {
        moderation.assertRefused(command, Rejection.NOT_ALLOWED);
        assertThat(moderation.done).isEmpty();
    }
}

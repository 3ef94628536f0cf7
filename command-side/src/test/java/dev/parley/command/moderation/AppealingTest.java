package dev.parley.command.moderation;

import static dev.parley.command.moderation.ModerationFixture.ACTION;
import static dev.parley.command.moderation.ModerationFixture.ANN;
import static dev.parley.command.moderation.ModerationFixture.CID;
import static dev.parley.command.moderation.ModerationFixture.MOD;
import static dev.parley.command.moderation.ModerationFixture.NOON;
import static dev.parley.command.moderation.ModerationFixture.OTHER_MOD;
import static dev.parley.command.moderation.ModerationFixture.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.moderation.AppealCommand.AnswerAppeal;
import dev.parley.command.moderation.AppealCommand.FileAppeal;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.moderation.AppealEvent.AppealFiled;
import dev.parley.kernel.moderation.AppealEvent.AppealGranted;
import dev.parley.kernel.moderation.AppealEvent.AppealRejected;
import dev.parley.kernel.moderation.AppealId;
import dev.parley.kernel.moderation.AppealText;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Cid, whose account the moderator has banned, finds that wrong. */
class AppealingTest {
    private static final Actor CONCERNED = Actor.of(CID, Role.USER);
    private static final AppealId APPEAL = new AppealId(ACTION);
    private static final AppealText TEXT = new AppealText("it was not me");
    private static final AppealFiled FILED =
            new AppealFiled(APPEAL, CID, MOD.id(), new PersonalText(CID, TEXT.value()));

    private final ModerationFixture moderation = new ModerationFixture();

    @BeforeEach
    void banned() {
        var ban = new SanctionImposed(CID, ACTION, Sanction.ACCOUNT_BAN, WHY, Optional.empty());
        moderation.log.givenBy(MOD.id(), NOON, CID, ban);
    }

    @AfterEach
    void stop() {
        moderation.stop();
    }

    @Nested
    class AnAppeal {
        @Test
        void namesTheModeratorWhoActed() {
            assertThat(moderation.addedBy(new FileAppeal(CONCERNED, ACTION, TEXT)))
                    .containsExactly(FILED);
        }

        @Test
        void isTakenAgainstAWarning() {
            var warning = new ActionId(CID, 8);
            moderation.log.givenBy(OTHER_MOD.id(), NOON, CID, new MemberWarned(CID, warning, WHY));
            assertThat(moderation.addedBy(new FileAppeal(CONCERNED, warning, TEXT)))
                    .containsExactly(new AppealFiled(
                            new AppealId(warning), CID, OTHER_MOD.id(), new PersonalText(CID, TEXT.value())));
        }

        @Test
        void isTakenOnce() {
            moderation.log.given(NOON, APPEAL, FILED);
            moderation.assertRefused(new FileAppeal(CONCERNED, ACTION, TEXT), Rejection.ALREADY_APPEALED);
            moderation.log.given(NOON, APPEAL, new AppealRejected(APPEAL, CID, OTHER_MOD.id()));
            moderation.assertRefused(new FileAppeal(CONCERNED, ACTION, TEXT), Rejection.ALREADY_APPEALED);
        }

        @Test
        void isForWhomItConcerns() {
            moderation.assertRefused(new FileAppeal(ANN, ACTION, TEXT), Rejection.UNKNOWN_ACTION);
            moderation.assertRefused(new FileAppeal(MOD, ACTION, TEXT), Rejection.UNKNOWN_ACTION);
        }

        @Test
        void againstWhatNeverWasIsRefused() {
            var other = new ActionId(CID, 8);
            moderation.assertRefused(new FileAppeal(CONCERNED, other, TEXT), Rejection.UNKNOWN_ACTION);
        }
    }

    @Nested
    class AnAnswer {
        @BeforeEach
        void appealed() {
            moderation.log.given(NOON, APPEAL, FILED);
        }

        @Test
        void thatGrantsLiftsWhatHolds() {
            assertThat(moderation.addedBy(answer(OTHER_MOD, true)))
                    .containsExactly(new AppealGranted(APPEAL, CID, OTHER_MOD.id()));
            assertThat(moderation.done).containsExactly("lifted action~cid~7");
        }

        @Test
        void thatGrantsWhatIsOverLiftsNothing() {
            moderation.holds = false;
            assertThat(moderation.addedBy(answer(OTHER_MOD, true))).hasSize(1);
            assertThat(moderation.done).isEmpty();
        }

        @Test
        void thatGrantsWhatAnotherHasTakenThePlaceOfIsRefused() {
            moderation.replaced = true;
            moderation.assertRefused(answer(OTHER_MOD, true), Rejection.SANCTION_OVER);
            assertThat(moderation.addedBy(answer(OTHER_MOD, false))).hasSize(1);
        }

        @Test
        void thatRejectsLeavesTheSanction() {
            assertThat(moderation.addedBy(answer(OTHER_MOD, false)))
                    .containsExactly(new AppealRejected(APPEAL, CID, OTHER_MOD.id()));
            assertThat(moderation.done).isEmpty();
        }

        @Test
        void byTheOneWhoActedIsRefused() {
            moderation.assertRefused(answer(MOD, false), Rejection.OWN_DECISION);
        }

        @Test
        void byOthersIsRefused() {
            moderation.assertRefused(answer(ANN, true), Rejection.NOT_ALLOWED);
            moderation.assertRefused(answer(Actor.of(CID, Role.MODERATOR), true), Rejection.NOT_ALLOWED);
        }

        @Test
        void isGivenOnce() {
            moderation.addedBy(answer(OTHER_MOD, false));
            moderation.assertRefused(answer(OTHER_MOD, true), Rejection.APPEAL_ANSWERED);
            assertThat(moderation.done).isEmpty();
        }

        @Test
        void withoutAReasonIsInvalid() {
            moderation.assertInvalid(new AnswerAppeal(OTHER_MOD, APPEAL, true, ""), "reason");
        }

        @Test
        void toAnAppealThatIsNotThereIsRefused() {
            var other = new AppealId(new ActionId(CID, 8));
            moderation.assertRefused(new AnswerAppeal(OTHER_MOD, other, true, WHY), Rejection.UNKNOWN_APPEAL);
        }

        private static AnswerAppeal answer(Actor by, boolean granted) {
            return new AnswerAppeal(by, APPEAL, granted, WHY);
        }
    }
}

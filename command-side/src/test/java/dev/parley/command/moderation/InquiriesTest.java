package dev.parley.command.moderation;

import static dev.parley.command.moderation.ModerationFixture.ACTION;
import static dev.parley.command.moderation.ModerationFixture.ANN;
import static dev.parley.command.moderation.ModerationFixture.BEN;
import static dev.parley.command.moderation.ModerationFixture.CASE;
import static dev.parley.command.moderation.ModerationFixture.CID;
import static dev.parley.command.moderation.ModerationFixture.FILE;
import static dev.parley.command.moderation.ModerationFixture.LEASE;
import static dev.parley.command.moderation.ModerationFixture.MOD;
import static dev.parley.command.moderation.ModerationFixture.NOON;
import static dev.parley.command.moderation.ModerationFixture.OTHER_MOD;
import static dev.parley.command.moderation.ModerationFixture.SERVICE;
import static dev.parley.command.moderation.ModerationFixture.WHY;
import static dev.parley.command.moderation.ModerationFixture.claim;
import static dev.parley.command.moderation.ModerationFixture.filed;
import static dev.parley.command.moderation.ModerationFixture.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.command.moderation.CaseCommand.ActOnCase;
import dev.parley.command.moderation.CaseCommand.ClaimCase;
import dev.parley.command.moderation.CaseCommand.DismissCase;
import dev.parley.command.moderation.CaseCommand.LapseInquiry;
import dev.parley.command.moderation.CaseCommand.ReleaseCase;
import dev.parley.command.moderation.CaseCommand.ReviewCase;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.CaseEvent.CaseActioned;
import dev.parley.kernel.moderation.CaseEvent.CaseDismissed;
import dev.parley.kernel.moderation.CaseEvent.CaseReviewed;
import dev.parley.kernel.moderation.CaseEvent.InquiryLapsed;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseEvent.InquiryReleased;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.CaseKind;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.Term;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who holds a case and who decides it, on a log in memory. */
class InquiriesTest {
    private static final OptionalLong ANY = OptionalLong.empty();
    private static final CaseId NOWHERE = new CaseId(new CaseFileId(CaseKind.PLAY, CID), 1);
    private static final Instant END = NOON.plus(LEASE);

    private final ModerationFixture moderation = new ModerationFixture();

    @AfterEach
    void stop() {
        moderation.stop();
    }

    @Nested
    class AClaim {
        @Test
        void holdsForTwentyMinutes() {
            moderation.reported();
            assertThat(moderation.addedBy(claim(MOD))).containsExactly(opened(MOD, 1, END));
        }

        @Test
        void ofAnotherIsRefusedUntilItIsOver() {
            moderation.claimed().at(END.minusMillis(1));
            assertThat(moderation
                            .assertRefused(claim(OTHER_MOD), Rejection.CLAIMED_BY_ANOTHER)
                            .until())
                    .contains(END);
            moderation.at(END);
            assertThat(moderation.addedBy(claim(OTHER_MOD)))
                    .containsExactly(new InquiryLapsed(CASE, MOD.id(), 1), opened(OTHER_MOD, 2, END.plus(LEASE)));
        }

        @Test
        void againIsLongerUnderTheSameFence() {
            moderation.claimed().at(NOON.plusSeconds(60));
            assertThat(moderation.addedBy(claim(MOD))).containsExactly(opened(MOD, 1, END.plusSeconds(60)));
        }

        @Test
        void againOnceItIsOverIsAnother() {
            moderation.claimed().at(END);
            assertThat(moderation.addedBy(claim(MOD)))
                    .containsExactly(new InquiryLapsed(CASE, MOD.id(), 1), opened(MOD, 2, END.plus(LEASE)));
        }

        @Test
        void isForModerators() {
            moderation.reported();
            moderation.assertRefused(claim(ANN), Rejection.NOT_ALLOWED);
            moderation.assertRefused(claim(SERVICE), Rejection.NOT_ALLOWED);
        }

        @Test
        void isRefusedToAModeratorWhoHasReportedAndNotToAnAdmin() {
            moderation.log.given(NOON, FILE, filed(CASE, 1, MOD), filed(CASE, 2, OTHER_MOD));
            moderation.assertRefused(claim(MOD), Rejection.OWN_DECISION);
            assertThat(moderation.addedBy(claim(OTHER_MOD))).hasSize(1);
        }

        @Test
        void isProlongedByWhoReportsMeanwhile() {
            moderation.claimed().log.given(NOON, FILE, filed(CASE, 2, MOD));
            assertThat(moderation.addedBy(claim(MOD))).hasSize(1);
        }

        @Test
        void isRefusedToWhomTheCaseIsAbout() {
            moderation.reported();
            moderation.assertRefused(claim(Actor.of(CID, Role.ADMIN)), Rejection.NOT_ALLOWED);
        }

        @Test
        void ofACaseThatIsNotThereIsRefused() {
            moderation.reported();
            moderation.assertRefused(new ClaimCase(MOD, new CaseId(FILE, 2)), Rejection.UNKNOWN_CASE);
            moderation.assertRefused(new ClaimCase(MOD, new CaseId(FILE, 0)), Rejection.UNKNOWN_CASE);
            moderation.assertRefused(new ClaimCase(MOD, NOWHERE), Rejection.UNKNOWN_CASE);
        }

        @Test
        void tellsOthersNothingOfAFileThatIsNotThere() {
            moderation.assertRefused(new ClaimCase(ANN, NOWHERE), Rejection.NOT_ALLOWED);
        }

        @Test
        void ofACaseThatWasDecidedIsRefused() {
            decided();
            moderation.assertRefused(claim(MOD), Rejection.CASE_DECIDED);
            moderation.log.given(NOON, FILE, filed(new CaseId(FILE, 2), 1, ANN));
            moderation.assertRefused(claim(MOD), Rejection.CASE_DECIDED);
        }

        @Test
        void ofTheNextCaseHasTheNextFence() {
            decided();
            var next = new CaseId(FILE, 2);
            moderation.log.given(NOON, FILE, filed(next, 1, ANN));
            assertThat(moderation.addedBy(new ClaimCase(OTHER_MOD, next)))
                    .containsExactly(new InquiryOpened(next, OTHER_MOD.id(), 2, END));
        }
    }

    @Nested
    class ARelease {
        @Test
        void leavesTheCaseToOthers() {
            moderation.claimed();
            assertThat(moderation.addedBy(new ReleaseCase(MOD, CASE, ANY)))
                    .containsExactly(new InquiryReleased(CASE, MOD.id(), 1));
            assertThat(moderation.addedBy(claim(OTHER_MOD))).containsExactly(opened(OTHER_MOD, 2, END));
        }

        @Test
        void isForTheHolderWhileTheyHoldIt() {
            moderation.claimed();
            moderation.assertRefused(new ReleaseCase(OTHER_MOD, CASE, ANY), Rejection.INQUIRY_LOST);
            moderation.assertRefused(new ReleaseCase(ANN, CASE, ANY), Rejection.NOT_ALLOWED);
            moderation.at(END);
            moderation.assertRefused(new ReleaseCase(MOD, CASE, ANY), Rejection.INQUIRY_LOST);
        }

        @Test
        void ofACaseThatNobodyHoldsIsRefused() {
            moderation.reported();
            moderation.assertRefused(new ReleaseCase(MOD, CASE, ANY), Rejection.INQUIRY_LOST);
        }
    }

    @Nested
    class ADecision {
        @Test
        void dismissesTheCase() {
            moderation.claimed();
            assertThat(moderation.addedBy(dismiss(MOD, ANY))).containsExactly(new CaseDismissed(CASE, MOD.id()));
        }

        @Test
        void reviewsTheCase() {
            moderation.claimed();
            assertThat(moderation.addedBy(new ReviewCase(MOD, CASE, OptionalLong.of(1), WHY)))
                    .containsExactly(new CaseReviewed(CASE, MOD.id()));
        }

        @Test
        void isForTheHolder() {
            moderation.claimed();
            moderation.assertRefused(dismiss(OTHER_MOD, ANY), Rejection.INQUIRY_LOST);
            moderation.assertRefused(dismiss(ANN, ANY), Rejection.NOT_ALLOWED);
            moderation.assertRefused(dismiss(Actor.of(CID, Role.MODERATOR), ANY), Rejection.NOT_ALLOWED);
        }

        @Test
        void isTakenUntilTheLeaseEnds() {
            moderation.claimed().at(END);
            moderation.assertRefused(dismiss(MOD, ANY), Rejection.INQUIRY_LOST);
            moderation.at(END.minusMillis(1));
            assertThat(moderation.addedBy(dismiss(MOD, ANY))).hasSize(1);
        }

        @Test
        void underAnotherFenceIsRefused() {
            moderation.claimed().at(END);
            moderation.addedBy(claim(MOD));
            moderation.assertRefused(dismiss(MOD, OptionalLong.of(1)), Rejection.INQUIRY_LOST);
            assertThat(moderation.addedBy(dismiss(MOD, OptionalLong.of(2)))).hasSize(1);
        }

        @Test
        void withoutAReasonIsInvalid() {
            moderation.claimed();
            moderation.assertInvalid(new DismissCase(MOD, CASE, ANY, ""), "reason");
            moderation.assertInvalid(new ReviewCase(MOD, CASE, ANY, " "), "reason");
            moderation.assertInvalid(act(ActionType.WARNING, Optional.empty(), ""), "reason");
        }

        @Test
        void isTakenOnce() {
            moderation.claimed();
            moderation.addedBy(dismiss(MOD, ANY));
            moderation.assertRefused(dismiss(MOD, ANY), Rejection.CASE_DECIDED);
            moderation.assertRefused(act(ActionType.WARNING, Optional.empty(), WHY), Rejection.CASE_DECIDED);
        }
    }

    @Nested
    class AnAction {
        @Test
        void isTakenWithTheDecision() {
            moderation.claimed();
            assertThat(moderation.addedBy(act(ActionType.CHAT_BAN, Optional.of(new Term("P1D")), WHY)))
                    .containsExactly(new CaseActioned(CASE, MOD.id(), ActionType.CHAT_BAN, ACTION, List.of()));
            assertThat(moderation.done)
                    .containsExactly("chat_ban of cid until 2026-03-02T12:00:00Z: as the rules have it");
        }

        @Test
        void isNotTakenByWhoLostTheCase() {
            moderation.claimed().at(END);
            moderation.assertRefused(act(ActionType.CHAT_BAN, Optional.empty(), WHY), Rejection.INQUIRY_LOST);
            assertThat(moderation.done).isEmpty();
        }

        @Test
        void thatBansTheAccountIsToldToThePeopleWhoReported() {
            moderation.claimed();
            moderation.addedBy(report(BEN, ReportType.CONTENT));
            moderation.addedBy(report(BEN, ReportType.CHAT));
            moderation.addedBy(report(SERVICE, ReportType.CHAT));
            moderation.addedBy(report(Actor.SYSTEM, ReportType.CHAT));
            assertThat(moderation.addedBy(act(ActionType.ACCOUNT_BAN, Optional.empty(), WHY)))
                    .containsExactly(new CaseActioned(
                            CASE, MOD.id(), ActionType.ACCOUNT_BAN, ACTION, List.of(ANN.id(), BEN.id())));
        }

        @Test
        void thatWarnsHasNoTerm() {
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> act(ActionType.WARNING, Optional.of(new Term("P1D")), WHY))
                    .extracting(InvalidValue::field)
                    .isEqualTo("duration");
        }
    }

    @Nested
    class ALease {
        @Test
        void lapsesOnceItIsOver() {
            moderation.claimed().at(END.minusMillis(1));
            assertThat(moderation.addedBy(new LapseInquiry(CASE))).isEmpty();
            moderation.at(END);
            assertThat(moderation.addedBy(new LapseInquiry(CASE)))
                    .containsExactly(new InquiryLapsed(CASE, MOD.id(), 1));
            assertThat(moderation.addedBy(new LapseInquiry(CASE))).isEmpty();
        }

        @Test
        void thatWasProlongedLapsesAtItsNewEnd() {
            moderation.claimed().at(NOON.plusSeconds(60));
            moderation.addedBy(claim(MOD));
            moderation.at(END);
            assertThat(moderation.addedBy(new LapseInquiry(CASE))).isEmpty();
        }

        @Test
        void ofACaseThatWasReleasedOrDecidedDoesNot() {
            moderation.claimed();
            moderation.addedBy(new ReleaseCase(MOD, CASE, ANY));
            moderation.at(END);
            assertThat(moderation.addedBy(new LapseInquiry(CASE))).isEmpty();
            moderation.addedBy(claim(MOD));
            moderation.addedBy(dismiss(MOD, ANY));
            moderation.at(END.plus(LEASE));
            assertThat(moderation.addedBy(new LapseInquiry(CASE))).isEmpty();
        }
    }

    private void decided() {
        moderation.claimed().log.given(NOON, FILE, new CaseDismissed(CASE, MOD.id()));
    }

    private static DismissCase dismiss(Actor by, OptionalLong fence) {
        return new DismissCase(by, CASE, fence, WHY);
    }

    private static ActOnCase act(ActionType type, Optional<Term> term, String reason) {
        return new ActOnCase(MOD, CASE, ANY, type, term, reason);
    }

    private static InquiryOpened opened(Actor by, long fence, Instant until) {
        UserId moderator = by.id();
        return new InquiryOpened(CASE, moderator, fence, until);
    }
}

package dev.parley.command.moderation;

import static dev.parley.command.moderation.ModerationFixture.ANN;
import static dev.parley.command.moderation.ModerationFixture.BEN;
import static dev.parley.command.moderation.ModerationFixture.CASE;
import static dev.parley.command.moderation.ModerationFixture.CID;
import static dev.parley.command.moderation.ModerationFixture.FILE;
import static dev.parley.command.moderation.ModerationFixture.MOD;
import static dev.parley.command.moderation.ModerationFixture.NOON;
import static dev.parley.command.moderation.ModerationFixture.SERVICE;
import static dev.parley.command.moderation.ModerationFixture.TEXT;
import static dev.parley.command.moderation.ModerationFixture.filed;
import static dev.parley.command.moderation.ModerationFixture.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.command.moderation.CaseCommand.FileReport;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseEvent.CaseDismissed;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.CaseKind;
import dev.parley.kernel.moderation.Evidence;
import dev.parley.kernel.moderation.ReportText;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.ReporterEvent.Reported;
import dev.parley.kernel.moderation.ReporterId;
import dev.parley.kernel.moderation.Subject;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of reports, on a log in memory. */
class ReportingTest {
    private static final CaseId SECOND_CASE = new CaseId(FILE, 2);
    private static final ReportContinued MORE = new ReportContinued(
            CASE, 1, ANN.id(), new PersonalText(ANN.id(), TEXT.value()), Optional.empty(), Optional.empty());

    private final ModerationFixture moderation = new ModerationFixture();

    @AfterEach
    void stop() {
        moderation.stop();
    }

    @Nested
    class AReport {
        @Test
        void beginsACase() {
            assertThat(moderation.addedBy(report(ANN, ReportType.CHAT)))
                    .containsExactly(filed(CASE, 1, ANN), new Reported(ANN.id(), CASE, 1));
        }

        @Test
        void joinsTheCaseThatIsThere() {
            moderation.reported();
            assertThat(moderation.addedBy(report(BEN, ReportType.HARASSMENT)))
                    .containsExactly(filed(CASE, 2, BEN, ReportType.HARASSMENT), new Reported(BEN.id(), CASE, 2));
        }

        @Test
        void ofAnotherKindBeginsAnotherFile() {
            moderation.reported();
            var other = new CaseId(new CaseFileId(CaseKind.OTHER, CID), 1);
            assertThat(moderation.addedBy(report(ANN, ReportType.OTHER)))
                    .contains(filed(other, 1, ANN, ReportType.OTHER));
        }

        @Test
        void ofAnotherTypeByTheSamePersonIsAnother() {
            moderation.reported();
            assertThat(moderation.addedBy(report(ANN, ReportType.CONTENT)))
                    .contains(filed(CASE, 2, ANN, ReportType.CONTENT));
        }

        @Test
        void beginsTheNextCaseOnceTheLastWasDecided() {
            moderation.claimed().log.given(NOON, FILE, new CaseDismissed(CASE, MOD.id()));
            assertThat(moderation.addedBy(report(ANN, ReportType.CHAT)))
                    .containsExactly(filed(SECOND_CASE, 1, ANN), new Reported(ANN.id(), SECOND_CASE, 1));
        }

        @Test
        void joinsACaseThatAModeratorLooksInto() {
            moderation.claimed();
            assertThat(moderation.addedBy(report(BEN, ReportType.CHAT))).contains(filed(CASE, 2, BEN));
        }

        @Test
        void ofOneselfIsInvalid() {
            assertInvalid("reported_user", CID, ReportType.CHAT, TEXT, Optional.empty());
        }

        @Test
        void ofSomebodyWhoNeverCameIsRefused() {
            var nobody = new FileReport(
                    ANN, new UserId("nobody"), ReportType.CHAT, TEXT, Optional.empty(), Optional.empty());
            moderation.assertRefused(nobody, Rejection.UNKNOWN_USER);
        }

        @Test
        void isOpenToKids() {
            moderation.log.given(NOON, ANN.id(), new KidModeEnabled(ANN.id(), "hash"));
            assertThat(moderation.addedBy(report(ANN, ReportType.CHAT))).hasSize(2);
        }

        @Test
        void isRefusedWhileTheAccountIsBanned() {
            var until = NOON.plusSeconds(1);
            var action = new ActionId(ANN.id(), 1);
            moderation.log.given(
                    NOON,
                    ANN.id(),
                    new SanctionImposed(ANN.id(), action, Sanction.ACCOUNT_BAN, "spam", Optional.of(until)));
            assertThat(moderation
                            .assertRefused(report(ANN, ReportType.CHAT), Rejection.ACCOUNT_BAN)
                            .until())
                    .contains(until);
            moderation.at(until);
            assertThat(moderation.addedBy(report(ANN, ReportType.CHAT))).hasSize(2);
        }

        @Test
        void numbered501IsRefused() {
            moderation.log.given(NOON, FILE, reports(499));
            moderation.addedBy(report(ANN, ReportType.CHAT));
            moderation.assertRefused(report(BEN, ReportType.CHAT), Rejection.CASE_FULL);
        }

        private static Object[] reports(int number) {
            return IntStream.rangeClosed(1, number)
                    .mapToObj(i -> filed(CASE, i, Actor.of(new UserId("p" + i), Role.USER)))
                    .toArray();
        }
    }

    @Nested
    class TheSameReportAgain {
        @Test
        void continuesTheFirst() {
            moderation.reported();
            assertThat(moderation.addedBy(report(ANN, ReportType.CHAT)))
                    .containsExactly(MORE, new Reported(ANN.id(), CASE, 1));
        }

        @Test
        void isTakenTwentyTimes() {
            moderation.reported();
            IntStream.range(0, 19).forEach(i -> moderation.log.given(NOON, FILE, MORE));
            assertThat(moderation.addedBy(report(ANN, ReportType.CHAT))).contains(MORE);
            moderation.assertRefused(report(ANN, ReportType.CHAT), Rejection.CASE_FULL);
            assertThat(moderation.addedBy(report(BEN, ReportType.CHAT))).hasSize(2);
        }

        @Test
        void countsInThePace() {
            moderation.reported().log.given(NOON, ReporterId.of(ANN.id()), counted(10));
            moderation.assertRefused(report(ANN, ReportType.CHAT), Rejection.TOO_MANY_REPORTS);
        }
    }

    @Nested
    class ThePace {
        @Test
        void isTenReportsInAnHour() {
            moderation.log.given(NOON, ReporterId.of(ANN.id()), counted(9));
            moderation.addedBy(report(ANN, ReportType.CHAT));
            var refusal = moderation.assertRefused(report(ANN, ReportType.CONTENT), Rejection.TOO_MANY_REPORTS);
            assertThat(refusal.until()).contains(NOON.plus(Duration.ofHours(1)));
            moderation.at(NOON.plus(Duration.ofHours(1)).minusMillis(1));
            moderation.assertRefused(report(ANN, ReportType.CONTENT), Rejection.TOO_MANY_REPORTS);
            moderation.at(NOON.plus(Duration.ofHours(1)));
            assertThat(moderation.addedBy(report(ANN, ReportType.CONTENT))).hasSize(2);
        }

        @Test
        void isEachPersonsOwn() {
            moderation.log.given(NOON, ReporterId.of(ANN.id()), counted(10));
            assertThat(moderation.addedBy(report(BEN, ReportType.CHAT))).hasSize(2);
        }

        @Test
        void isNoneForServices() {
            moderation.log.given(NOON, ReporterId.of(SERVICE.id()), counted(10));
            assertThat(moderation.addedBy(report(SERVICE, ReportType.CHAT))).containsExactly(filed(CASE, 1, SERVICE));
            assertThat(moderation.addedBy(report(Actor.SYSTEM, ReportType.CHAT)))
                    .containsExactly(filed(CASE, 2, Actor.SYSTEM));
        }
    }

    @Nested
    class Cheating {
        private static final Optional<String> LINK = Optional.of("https://example.org/game/1");

        @Test
        void needsALink() {
            assertInvalid("evidence_url", ANN.id(), ReportType.CHEATING, TEXT, Optional.empty());
        }

        @Test
        void isShownByALinkOfEitherKind() {
            var told = new ReportText("look at HTTP://example.org/game/1, move 12");
            assertThatCode(() -> {
                        of(ANN, ReportType.CHEATING, TEXT, LINK);
                        of(ANN, ReportType.CHEATING, told, Optional.empty());
                    })
                    .doesNotThrowAnyException();
        }

        @Test
        void isNotShownByTheBeginningOfALink() {
            assertInvalid(
                    "evidence_url", ANN.id(), ReportType.CHEATING, new ReportText("see https://"), Optional.empty());
        }

        @Test
        void isReportedByServicesWithoutALink() {
            var play = new CaseId(new CaseFileId(CaseKind.PLAY, CID), 1);
            assertThat(moderation.addedBy(report(SERVICE, ReportType.CHEATING)))
                    .containsExactly(filed(play, 1, SERVICE, ReportType.CHEATING));
        }

        @Test
        void isKeptWithItsLink() {
            assertThat(moderation.addedBy(of(ANN, ReportType.CHEATING, TEXT, LINK)))
                    .first()
                    .isInstanceOfSatisfying(
                            ReportFiled.class,
                            filed -> assertThat(filed.evidenceUrl().map(PersonalText::text))
                                    .isEqualTo(LINK));
        }

        @Test
        void isNotShownByAnotherAddress() {
            assertInvalid("evidence_url", ANN.id(), ReportType.CHAT, TEXT, Optional.of("ftp://example.org/"));
        }
    }

    @Nested
    class TheTextOfACase {
        @Test
        void isTwoMegabytes() {
            IntStream.range(0, 39).forEach(number -> moderation.addedBy(pointing(number, "cid's " + number)));
            moderation.assertRefused(pointing(39, "cid's 39"), Rejection.CASE_FULL);
            assertThat(moderation.addedBy(pointing(39, "cid's 38"))).hasSize(1);
        }

        /** By another service each time. */
        private static FileReport pointing(int number, String topic) {
            return report(Actor.of(new UserId("detector" + number), Role.SERVICE), Subject.Kind.TOPIC, topic);
        }

        @Test
        void hasWhatIsShownOnce() {
            moderation.addedBy(report(ANN, Subject.Kind.TOPIC, "cid's"));
            assertThat(moderation.addedBy(report(BEN, Subject.Kind.TOPIC, "cid's")))
                    .first()
                    .isInstanceOfSatisfying(
                            ReportFiled.class,
                            filed -> assertThat(filed.evidence())
                                    .hasValueSatisfying(
                                            shown -> assertThat(shown.content()).isEmpty()));
        }
    }

    @Nested
    class WhatAReportPointsAt {
        @Test
        void isKeptAsItIs() {
            var evidence = new Evidence(
                    new Subject(Subject.Kind.POST, "cid's"), "stream", 3, Optional.empty(), Optional.of(NOON));
            assertThat(moderation.addedBy(report(ANN, Subject.Kind.POST, "cid's")))
                    .first()
                    .isInstanceOfSatisfying(
                            ReportFiled.class,
                            filed -> assertThat(filed.evidence()).contains(evidence));
            assertThat(moderation.addedBy(report(ANN, Subject.Kind.POST, "cid's")))
                    .first()
                    .isInstanceOfSatisfying(
                            ReportContinued.class,
                            more -> assertThat(more.evidence()).contains(evidence));
        }

        @Test
        void thatIsNotThereIsRefused() {
            moderation.assertRefused(report(ANN, Subject.Kind.CHAT_MESSAGE, "nothing"), Rejection.UNKNOWN_MESSAGE);
        }

        @Test
        void ofSomebodyElseIsInvalidByWhateverFieldItWasFound() {
            moderation.assertInvalid(report(ANN, Subject.Kind.CHAT_MESSAGE, "ben's"), "subject/id");
        }

        @Test
        void doesNotCountWhenItIsRefused() {
            moderation.log.given(NOON, ReporterId.of(ANN.id()), counted(9));
            moderation.assertRefused(report(ANN, Subject.Kind.CHAT_MESSAGE, "nothing"), Rejection.UNKNOWN_MESSAGE);
            assertThat(moderation.addedBy(report(ANN, ReportType.CHAT))).hasSize(2);
        }
    }

    @Test
    void aReportLeavesTheClaimAsItIs() {
        moderation.claimed();
        moderation.addedBy(report(BEN, ReportType.CHAT));
        assertThat(moderation.addedBy(new CaseCommand.ClaimCase(MOD, CASE)))
                .containsExactly(new InquiryOpened(CASE, MOD.id(), 1, NOON.plus(ModerationFixture.LEASE)));
    }

    private static Object[] counted(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> new Reported(ANN.id(), new CaseId(new CaseFileId(CaseKind.OTHER, CID), i), 1))
                .toArray();
    }

    private static void assertInvalid(
            String field, UserId by, ReportType type, ReportText text, Optional<String> link) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> of(Actor.of(by, Role.USER), type, text, link))
                .extracting(InvalidValue::field)
                .isEqualTo(field);
    }

    private static FileReport of(Actor by, ReportType type, ReportText text, Optional<String> link) {
        return new FileReport(by, CID, type, text, link, Optional.empty());
    }
}

package dev.parley.query.moderation;

import static dev.parley.query.moderation.ModerationUnderTest.ANN;
import static dev.parley.query.moderation.ModerationUnderTest.BEN;
import static dev.parley.query.moderation.ModerationUnderTest.CID;
import static dev.parley.query.moderation.ModerationUnderTest.LINE;
import static dev.parley.query.moderation.ModerationUnderTest.MOD;
import static dev.parley.query.moderation.ModerationUnderTest.NOW;
import static dev.parley.query.moderation.ModerationUnderTest.acted;
import static dev.parley.query.moderation.ModerationUnderTest.again;
import static dev.parley.query.moderation.ModerationUnderTest.claimed;
import static dev.parley.query.moderation.ModerationUnderTest.conduct;
import static dev.parley.query.moderation.ModerationUnderTest.dismissed;
import static dev.parley.query.moderation.ModerationUnderTest.filed;
import static dev.parley.query.moderation.ModerationUnderTest.play;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.CaseEvent.InquiryLapsed;
import dev.parley.kernel.moderation.CaseEvent.InquiryReleased;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.query.PersonView;
import dev.parley.query.PresentSubject;
import dev.parley.query.ReadRefused;
import dev.parley.query.Streams;
import dev.parley.query.moderation.CaseQuery.FindCase;
import dev.parley.query.moderation.CaseQuery.FindMyReport;
import dev.parley.query.moderation.CaseQuery.FindStatistics;
import dev.parley.query.moderation.CaseQuery.ListCases;
import dev.parley.query.moderation.CaseQuery.ListMyReports;
import dev.parley.query.moderation.CaseQuery.Sort;
import dev.parley.query.moderation.ReportView.EvidenceView;
import dev.parley.query.moderation.ReportView.SubjectView;
import dev.parley.query.moderation.ReportView.WasView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of cases, and how it is answered. */
class CaseProjectionTest {
    private final ModerationUnderTest moderation = new ModerationUnderTest();

    @AfterEach
    void close() {
        moderation.close();
    }

    @Test
    void showsEvidenceAsItWasBesideHowItIs() {
        moderation.happens(filed(conduct(ANN, 1), 1, BEN, ReportType.CHAT));
        moderation.lines.put(LINE.id(), new PresentSubject("fool", true));
        ReportView report = moderation.find(conduct(ANN, 1)).reports().getFirst();
        assertThat(report.reporter()).isEqualTo(PersonView.of(BEN, "ben"));
        assertThat(report.automated()).isFalse();
        assertThat(report.statements().getFirst().evidence())
                .isEqualTo(new EvidenceView(
                        new SubjectView(LINE.kind(), LINE.id()),
                        new WasView("fool", Streams.START),
                        new PresentSubject("fool", true)));
    }

    @Test
    void showsWithEachReportWhatTheFirstHasShown() {
        moderation.happens(
                filed(conduct(ANN, 1), 1, BEN, ReportType.CHAT),
                again(filed(conduct(ANN, 1), 2, CID, ReportType.CHAT)));
        assertThat(moderation.find(conduct(ANN, 1)).reports())
                .extracting(report -> report.statements().getFirst().evidence().was())
                .containsOnly(new WasView("fool", Streams.START));
    }

    @Test
    void gathersWhatAReporterSays() {
        moderation.happens(
                filed(conduct(ANN, 1), 1, BEN, ReportType.CHAT),
                filed(conduct(ANN, 1), 2, CID, ReportType.HARASSMENT),
                new ReportContinued(
                        conduct(ANN, 1),
                        1,
                        BEN,
                        new PersonalText(BEN, "And again."),
                        Optional.of(new PersonalText(BEN, "https://example.org")),
                        Optional.empty()));
        List<ReportView> reports = moderation.find(conduct(ANN, 1)).reports();
        assertThat(reports).extracting(ReportView::type).containsExactly(ReportType.CHAT, ReportType.HARASSMENT);
        assertThat(reports.getFirst().statements())
                .extracting(ReportView.StatementView::description)
                .containsExactly("They were rude.", "And again.");
        MyReportView mine = moderation
                .reports
                .handle(new FindMyReport(Actor.of(BEN, Role.USER), conduct(ANN, 1), 1))
                .join();
        assertThat(mine.description()).isEqualTo("They were rude.\n\nAnd again.");
        assertThat(moderation
                        .reports
                        .handle(new FindMyReport(Actor.of(CID, Role.USER), conduct(ANN, 1), 1))
                        .join())
                .isNull();
    }

    @Test
    void isTheSameHoweverOftenAndLate() {
        moderation.happens(
                filed(conduct(ANN, 1), 1, BEN, ReportType.CHAT),
                claimed(conduct(ANN, 1), 1, NOW),
                new InquiryReleased(conduct(ANN, 1), MOD.id(), 1));
        moderation.happens(
                claimed(conduct(ANN, 1), 2, NOW),
                acted(conduct(ANN, 1), ActionType.WARNING),
                filed(conduct(ANN, 2), 1, CID, ReportType.CHAT),
                filed(play(BEN, 1), 1, CID, ReportType.CHEATING),
                dismissed(play(BEN, 1)));
        List<Object> once = moderation.stored();
        moderation.play(moderation.log);
        moderation.play(moderation.log.subList(0, 1));
        moderation.play(moderation.log.subList(1, 4));
        assertThat(moderation.stored()).isEqualTo(once);
        assertThat(moderation.ids(CaseStatus.PENDING, Sort.AGE))
                .containsExactly(conduct(ANN, 2).toString());
    }

    @Test
    void tellsWhoHoldsACaseUntilThatIsOver() {
        moderation.happens(
                filed(conduct(ANN, 1), 1, BEN, ReportType.CHAT), claimed(conduct(ANN, 1), 1, NOW.plusMillis(90_001)));
        HolderView holder = moderation.find(conduct(ANN, 1)).summary().holder();
        assertThat(holder).isEqualTo(new HolderView(PersonView.of(MOD.id(), "mod"), 1, NOW.plusMillis(90_001), 90));
        moderation.happens(claimed(conduct(ANN, 1), 1, NOW.plusMillis(1)));
        assertThat(moderation.find(conduct(ANN, 1)).summary().holder().secondsLeft())
                .isZero();
        moderation.happens(claimed(conduct(ANN, 1), 2, NOW));
        assertThat(moderation.find(conduct(ANN, 1)).summary().holder()).isNull();
        moderation.happens(
                claimed(conduct(ANN, 1), 3, NOW.plusSeconds(9)), new InquiryLapsed(conduct(ANN, 1), MOD.id(), 3));
        assertThat(moderation.find(conduct(ANN, 1)).summary().holder()).isNull();
    }

    @Test
    void leadsThroughTheQueueByScoreAndAge() {
        moderation.happens(
                filed(conduct(BEN, 1), 1, CID, ReportType.CHAT),
                filed(play(BEN, 1), 1, CID, ReportType.CHEATING),
                filed(conduct(ANN, 1), 1, BEN, ReportType.CHAT),
                filed(conduct(ANN, 1), 2, CID, ReportType.HARASSMENT));
        List<String> byScore = List.of(
                conduct(ANN, 1).toString(),
                play(BEN, 1).toString(),
                conduct(BEN, 1).toString());
        assertThat(moderation.ids(CaseStatus.PENDING, Sort.SCORE)).isEqualTo(byScore);
        assertThat(moderation.ids(CaseStatus.PENDING, Sort.AGE))
                .containsExactly(byScore.get(2), byScore.get(1), byScore.get(0));
        var first = moderation.list(CaseStatus.PENDING, Sort.SCORE, "", 2);
        moderation.happens(filed(conduct(CID, 1), 1, BEN, ReportType.HARASSMENT));
        var second = moderation.list(CaseStatus.PENDING, Sort.SCORE, first.next(), 2);
        assertThat(second.items()).extracting(CaseSummaryView::id).endsWith(byScore.get(2));
        assertThat(second.next()).isNull();
    }

    @Test
    void leadsThroughAQueueOfAnyLength() {
        int many = 250;
        for (int number = 1; number <= many; number++) {
            moderation.happens(filed(conduct(new UserId("p" + number * 7919 % many), 1), 1, BEN, ReportType.CHAT));
        }
        List<String> byAge = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            var page = moderation.list(CaseStatus.PENDING, Sort.AGE, cursor, 100);
            page.items().forEach(one -> byAge.add(one.id()));
            cursor = page.next();
        }
        assertThat(byAge)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, many)
                        .mapToObj(number -> conduct(new UserId("p" + number * 7919 % many), 1)
                                .toString())
                        .toList());
    }

    @Test
    void leadsThroughWhatWasDecidedTheLatestFirst() {
        for (long number = 1; number <= 3; number++) {
            moderation.happens(filed(conduct(ANN, number), 1, BEN, ReportType.CHAT), dismissed(conduct(ANN, number)));
        }
        moderation.happens(
                filed(play(ANN, 1), 1, BEN, ReportType.CHEATING), acted(play(ANN, 1), ActionType.ACCOUNT_BAN));
        var first = moderation.list(CaseStatus.DISMISSED, Sort.SCORE, "", 2);
        assertThat(first.items())
                .extracting(CaseSummaryView::id)
                .containsExactly(conduct(ANN, 3).toString(), conduct(ANN, 2).toString());
        var second = moderation.list(CaseStatus.DISMISSED, Sort.SCORE, first.next(), 2);
        assertThat(second.items())
                .extracting(CaseSummaryView::id)
                .containsExactly(conduct(ANN, 1).toString());
        assertThat(second.next()).isNull();
        assertThat(moderation.ids(CaseStatus.ACTION, Sort.SCORE))
                .containsExactly(play(ANN, 1).toString());
    }

    @Test
    void leadsOnPastNinetyDaysOfOtherDecisions() {
        moderation.happens(filed(conduct(ANN, 1), 1, BEN, ReportType.CHAT), acted(conduct(ANN, 1), ActionType.WARNING));
        for (long number = 2; number <= 92; number++) {
            moderation.passes(Duration.ofDays(1));
            moderation.happens(filed(conduct(ANN, number), 1, BEN, ReportType.CHAT), dismissed(conduct(ANN, number)));
        }
        var none = moderation.list(CaseStatus.ACTION, Sort.SCORE, "", 2);
        assertThat(none.items()).isEmpty();
        var last = moderation.list(CaseStatus.ACTION, Sort.SCORE, none.next(), 2);
        assertThat(last.items())
                .extracting(CaseSummaryView::id)
                .containsExactly(conduct(ANN, 1).toString());
        assertThat(last.next()).isNull();
    }

    @Test
    void findsCasesOfOnePerson() {
        moderation.happens(
                filed(conduct(ANN, 1), 1, BEN, ReportType.CHAT),
                dismissed(conduct(ANN, 1)),
                filed(conduct(ANN, 2), 1, BEN, ReportType.CHAT),
                filed(conduct(CID, 1), 1, BEN, ReportType.CHAT));
        var query = new ListCases(
                MOD, CaseStatus.DISMISSED, Optional.of(ReportType.CHAT), Optional.of(ANN), Sort.AGE, "", 5);
        assertThat(moderation.lists.handle(query).join().items())
                .extracting(CaseSummaryView::id)
                .containsExactly(conduct(ANN, 1).toString());
    }

    @Test
    void tellsReportersOfABanAndOfNothingElse() {
        moderation.happens(
                filed(conduct(ANN, 1), 1, BEN, ReportType.CHAT),
                acted(conduct(ANN, 1), ActionType.CHAT_BAN),
                filed(play(ANN, 1), 1, BEN, ReportType.CHEATING),
                acted(play(ANN, 1), ActionType.ACCOUNT_BAN));
        var page = moderation
                .reports
                .handle(new ListMyReports(Actor.of(BEN, Role.USER), "", 1))
                .join();
        assertThat(page.items()).extracting(MyReportView::outcome).containsExactly("banned");
        var older = moderation
                .reports
                .handle(new ListMyReports(Actor.of(BEN, Role.USER), page.next(), 1))
                .join();
        assertThat(older.items().getFirst().outcome()).isNull();
        assertThat(older.items().getFirst().status()).isEqualTo(CaseStatus.ACTION);
        assertThat(older.next()).isNull();
    }

    @Test
    void tellsReportersNothingOfOthers() {
        moderation.happens(
                filed(conduct(ANN, 7), 1, CID, ReportType.CHAT), filed(conduct(ANN, 7), 2, BEN, ReportType.CHAT));
        assertThat(moderation
                        .reports
                        .handle(new ListMyReports(Actor.of(BEN, Role.USER), "", 1))
                        .join()
                        .items())
                .extracting(MyReportView::id)
                .containsExactly("report~chat~" + ANN + "~"
                        + Streams.START.plusSeconds(60).toEpochMilli());
    }

    @Test
    void scoresByWhatBecameOfEarlierReports() {
        moderation.happens(
                filed(conduct(CID, 1), 1, ANN, ReportType.CHAT),
                acted(conduct(CID, 1), ActionType.WARNING),
                filed(conduct(CID, 2), 1, BEN, ReportType.CHAT),
                dismissed(conduct(CID, 2)));
        moderation.happens(
                filed(conduct(BEN, 1), 1, ANN, ReportType.CHAT), filed(conduct(ANN, 1), 1, BEN, ReportType.CHAT));
        assertThat(score(conduct(BEN, 1))).isEqualTo(2.33); // two thirds of 2, and a day without 4 minutes
        assertThat(score(conduct(ANN, 1))).isEqualTo(1.66);
        moderation.happensByService(filed(play(ANN, 1), 1, MOD.id(), ReportType.CHEATING));
        assertThat(moderation.find(play(ANN, 1)).reports().getFirst().automated())
                .isTrue();
        assertThat(score(play(ANN, 1))).isEqualTo(2.8);
    }

    @Test
    void countsWhatWaitsAndWhatWasDecided() {
        moderation.happens(
                filed(conduct(ANN, 1), 1, BEN, ReportType.CHAT),
                dismissed(conduct(ANN, 1)),
                filed(conduct(CID, 1), 1, BEN, ReportType.CHAT),
                acted(conduct(CID, 1), ActionType.WARNING),
                filed(conduct(BEN, 1), 1, CID, ReportType.HARASSMENT));
        StatisticsView counted =
                moderation.statistics.handle(new FindStatistics(MOD)).join();
        assertThat(counted.pending().total()).isOne();
        assertThat(counted.pending().byType()).containsOnlyKeys("harassment");
        assertThat(counted.pending().byAge().underADay()).isOne();
        assertThat(counted.decided().medianSeconds()).isEqualTo(60);
        assertThat(counted.decided().byModerator())
                .containsExactly(new StatisticsView.ModeratorView(PersonView.of(MOD.id(), "mod"), 2, 1, 0, 1));
    }

    @Test
    void isForModeratorsAndNeverAboutThemselves() {
        moderation.happens(filed(conduct(MOD.id(), 1), 1, BEN, ReportType.CHAT));
        assertThat(moderation.ids(CaseStatus.PENDING, Sort.SCORE)).isEmpty();
        assertThatThrownBy(() -> moderation.find(conduct(MOD.id(), 1))).isInstanceOf(ReadRefused.class);
        Actor user = Actor.of(BEN, Role.USER);
        assertThatThrownBy(() -> moderation.queries.handle(new FindCase(user, conduct(ANN, 1))))
                .isInstanceOf(ReadRefused.class);
        assertThatThrownBy(() -> moderation.lists.handle(
                        new ListCases(user, CaseStatus.PENDING, Optional.empty(), Optional.empty(), Sort.AGE, "", 5)))
                .isInstanceOf(ReadRefused.class);
        assertThatThrownBy(() -> moderation.statistics.handle(new FindStatistics(user)))
                .isInstanceOf(ReadRefused.class);
        assertThat(moderation.find(conduct(ANN, 7))).isNull();
    }

    private double score(CaseId caseId) {
        return moderation.find(caseId).summary().score();
    }
}

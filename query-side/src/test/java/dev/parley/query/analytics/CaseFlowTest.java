package dev.parley.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.CaseEvent;
import dev.parley.kernel.moderation.CaseEvent.CaseActioned;
import dev.parley.kernel.moderation.CaseEvent.CaseDismissed;
import dev.parley.kernel.moderation.CaseEvent.CaseReviewed;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.ReportType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes in for moderators, how it leaves, and how long that takes. */
class CaseFlowTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");
    private static final UserId MOD = new UserId("mod");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AnalyticsLog log = new AnalyticsLog();
    private final CaseFlowProjection projection =
            new CaseFlowProjection(log.mongo.writes(), log.mongo.writtenDatabase());

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void isCountedByDayAndKind() {
        someCases();
        log.playAll(projection, 2);
        var report = new ThroughputReport(log.mongo.readModels());
        assertThat(AnalyticsLog.rows(report, "2026-03-01", "2026-03-03"))
                .containsExactly(
                        List.of("2026-03-01", "play", 0L, 0L, 0L, 0L, 0L),
                        List.of("2026-03-01", "conduct", 3L, 2L, 1L, 0L, 0L),
                        List.of("2026-03-01", "other", 0L, 0L, 0L, 0L, 0L),
                        List.of("2026-03-02", "play", 1L, 1L, 0L, 0L, 1L),
                        List.of("2026-03-02", "conduct", 0L, 0L, 0L, 1L, 0L),
                        List.of("2026-03-02", "other", 0L, 0L, 0L, 0L, 0L));
    }

    @Test
    void takesAsLongAsFromTheFirstReportToTheDecision() {
        someCases();
        log.playAll(projection, 2);
        assertThat(times())
                .containsExactly(
                        List.of("2026-03-01", "conduct", 1L, 60L, 60L),
                        List.of("2026-03-02", "play", 1L, 5L, 5L),
                        List.of("2026-03-02", "conduct", 1L, 86_400L, 86_400L));
    }

    @Test
    void hasAMedianAndANinthTenthOfWhatItTook() {
        for (int number = 1; number <= 10; number++) {
            happens(filed(conduct(ANN, number), 1), 0);
            happens(new CaseDismissed(conduct(ANN, number), MOD), number * 10L);
        }
        log.playAll(projection, 5);
        assertThat(times()).containsExactly(List.of("2026-03-01", "conduct", 10L, 50L, 90L));
    }

    @Test
    void isTheSameHoweverOftenAndLate() {
        someCases();
        log.playAll(projection, 3);
        List<List<Document>> once = stored();
        log.playAll(projection, 2);
        log.play(projection, log.log.subList(3, 5));
        assertThat(stored()).isEqualTo(once);
    }

    private void someCases() {
        happens(filed(conduct(ANN, 1), 1), 0);
        happens(filed(conduct(ANN, 1), 2), 10);
        happens(
                new ReportContinued(
                        conduct(ANN, 1), 1, BEN, new PersonalText(BEN, "again"), Optional.empty(), Optional.empty()),
                20);
        happens(new CaseActioned(conduct(ANN, 1), MOD, ActionType.WARNING, new ActionId(ANN, 1), List.of()), 60);
        happens(filed(conduct(ANN, 2), 1), 100);
        happens(new CaseReviewed(conduct(ANN, 2), MOD), 86_500);
        happens(filed(play(ANN), 1), 86_600);
        happens(new CaseDismissed(play(ANN), MOD), 86_605);
    }

    private List<List<Object>> times() {
        return AnalyticsLog.rows(new DecisionTimeReport(log.mongo.readModels()), "2026-03-01", "2026-03-03");
    }

    private List<List<Document>> stored() {
        return log.stored(
                CaseFlowDocument.COUNTS, CaseFlowDocument.MARKS, CaseFlowDocument.OPENINGS, CaseFlowDocument.TIMES);
    }

    private void happens(CaseEvent event, long seconds) {
        log.happens(event.caseId().file().toString(), event, MOD, Role.MODERATOR, NOON.plusSeconds(seconds));
    }

    private static ReportFiled filed(CaseId caseId, long report) {
        return new ReportFiled(
                caseId,
                report,
                BEN,
                ReportType.CHAT,
                new PersonalText(BEN, "is rude"),
                Optional.empty(),
                Optional.empty());
    }

    private static CaseId conduct(UserId reported, long number) {
        return new CaseId(new CaseFileId(ReportType.CHAT.kind(), reported), number);
    }

    private static CaseId play(UserId reported) {
        return new CaseId(new CaseFileId(ReportType.CHEATING.kind(), reported), 1);
    }
}

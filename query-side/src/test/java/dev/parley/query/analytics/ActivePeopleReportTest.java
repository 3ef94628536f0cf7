package dev.parley.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.member.MemberEvent.ZenModeSwitched;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many people were active. */
class ActivePeopleReportTest {
    private static final UserId ANN = new UserId("ann.a$");
    private static final UserId BOB = new UserId("bob");
    private static final String SUNDAY = "2026-03-01T12:00:00Z";
    private static final String MONDAY = "2026-03-02T12:00:00Z";
    private static final String APRIL = "2026-04-01T12:00:00Z";

    private final AnalyticsLog log = new AnalyticsLog();
    private final ActivePeopleProjection projection =
            new ActivePeopleProjection(log.mongo.writes(), log.mongo.writtenDatabase());

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void areCountedOnceADayWeekAndMonth() {
        someDays();
        log.playAll(projection, 2);
        assertThat(rows(Period.DAY, "2026-03-01", "2026-03-04"))
                .containsExactly(List.of("2026-03-01", 1L), List.of("2026-03-02", 2L), List.of("2026-03-03", 0L));
        assertThat(rows(Period.WEEK, "2026-03-01", "2026-03-03"))
                .containsExactly(List.of("2026-W09", 1L), List.of("2026-W10", 2L));
        assertThat(rows(Period.MONTH, "2026-03-31", "2026-04-02"))
                .containsExactly(List.of("2026-03", 2L), List.of("2026-04", 1L));
    }

    @Test
    void areNeitherServicesNorTheServerItself() {
        happens(BOB, Role.SERVICE, MONDAY);
        happens(UserId.SYSTEM, Role.SERVICE, MONDAY);
        happens(UserId.SYSTEM, Role.USER, MONDAY);
        log.playAll(projection, 10);
        assertThat(stored()).containsOnly(List.of());
    }

    @Test
    void areTheSameHoweverOftenAndLate() {
        someDays();
        log.playAll(projection, 3);
        List<List<Document>> once = stored();
        log.playAll(projection, 2);
        log.play(projection, log.log.subList(1, 3));
        assertThat(stored()).isEqualTo(once);
    }

    @Test
    void areMadeGoodWhereABatchWasCutOff() {
        someDays();
        log.playAll(projection, 10);
        List<List<Document>> once = stored();
        log.mongo.drop(ActivePeopleProjection.COUNTS);
        log.playAll(projection, 10);
        assertThat(stored()).isEqualTo(once);
    }

    @Test
    void areExactlyAsManyAsThereAre() {
        for (int number = 0; number < 2_000; number++) {
            happens(new UserId("p" + number % 1_000), Role.USER, MONDAY);
        }
        log.playAll(projection, 64);
        assertThat(rows(Period.DAY, "2026-03-02", "2026-03-03")).containsExactly(List.of("2026-03-02", 1_000L));
    }

    private List<List<Object>> rows(Period period, String from, String to) {
        return AnalyticsLog.rows(new ActivePeopleReport(period, log.mongo.readModels()), from, to);
    }

    private List<List<Document>> stored() {
        return log.stored(ActivePeopleProjection.COUNTS, ActivePeopleProjection.MARKS);
    }

    private void someDays() {
        happens(ANN, Role.USER, SUNDAY);
        happens(ANN, Role.USER, SUNDAY);
        happens(ANN, Role.USER, MONDAY);
        happens(BOB, Role.MODERATOR, MONDAY);
        happens(BOB, Role.MODERATOR, APRIL);
    }

    private void happens(UserId actor, Role role, String at) {
        log.happens(actor.value(), new ZenModeSwitched(actor, true), actor, role, Instant.parse(at));
    }
}

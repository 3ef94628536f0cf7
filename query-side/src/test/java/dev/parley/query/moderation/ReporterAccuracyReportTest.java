package dev.parley.query.moderation;

import static dev.parley.query.moderation.ModerationUnderTest.ANN;
import static dev.parley.query.moderation.ModerationUnderTest.BEN;
import static dev.parley.query.moderation.ModerationUnderTest.CID;
import static dev.parley.query.moderation.ModerationUnderTest.acted;
import static dev.parley.query.moderation.ModerationUnderTest.conduct;
import static dev.parley.query.moderation.ModerationUnderTest.dismissed;
import static dev.parley.query.moderation.ModerationUnderTest.filed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.query.Days;
import dev.parley.query.Streams;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often people's reports led to something. */
class ReporterAccuracyReportTest {
    private static final LocalDate DAY = LocalDate.ofInstant(Streams.START, ZoneOffset.UTC);

    private final ModerationUnderTest moderation = new ModerationUnderTest();

    @AfterEach
    void close() {
        moderation.close();
    }

    @Test
    void countsTheCasesInWhichSomebodyReportedOnce() {
        moderation.happens(
                filed(conduct(ANN, 1), 1, BEN, ReportType.CHAT),
                filed(conduct(ANN, 1), 2, BEN, ReportType.HARASSMENT),
                filed(conduct(ANN, 1), 3, CID, ReportType.CHAT),
                acted(conduct(ANN, 1), ActionType.WARNING),
                filed(conduct(ANN, 2), 1, BEN, ReportType.CHAT),
                dismissed(conduct(ANN, 2)),
                filed(conduct(CID, 1), 1, BEN, ReportType.CHAT));
        assertThat(rows(DAY)).containsExactly(List.of("ben", 2L, 1L, 0.5), List.of("cid", 1L, 1L, 1.0));
    }

    @Test
    void isOfDecisionsOfTheDaysAskedFor() {
        moderation.happens(filed(conduct(ANN, 1), 1, BEN, ReportType.CHAT));
        moderation.passes(Duration.ofDays(1));
        moderation.happens(dismissed(conduct(ANN, 1)));
        assertThat(rows(DAY)).isEmpty();
        assertThat(rows(DAY.plusDays(1))).containsExactly(List.of("ben", 1L, 0L, 0.0));
    }

    private List<List<Object>> rows(LocalDate day) {
        return moderation.accuracy.rows(new Days(day, day.plusDays(1))).join();
    }
}

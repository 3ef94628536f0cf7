package dev.parley.query.moderation;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.query.Page;
import java.util.Optional;

/**
 * Everything that can be asked about reports and cases. But for one's own reports it is for moderators: others are
 * answered with {@link dev.parley.query.ReadRefused}, and so is who asks for a case about themselves.
 */
public sealed interface CaseQuery {
    Actor viewer();

    /**
     * Answered with a {@link Page} of {@link MyReportView}s, the newest first: of the latest
     * {@value CaseDocument#MOST_REPORTS} that the viewer filed.
     *
     * @param cursor the {@code next} of the page before, empty for the first page
     * @param limit at most so many, 1 to {@value Page#MAX_LIMIT}
     */
    record ListMyReports(Actor viewer, String cursor, int limit) implements CaseQuery {
        /** @throws InvalidValue if the limit is out of its bounds, or the cursor is none */
        public ListMyReports {
            requireLimit(limit);
            InvalidValue.unless(cursor.matches("\\d{0,18}"), "cursor", "the next of a page");
        }

        long before() {
            return cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor);
        }
    }

    /**
     * One of the viewer's own reports: answered with a {@link MyReportView}, or nothing.
     *
     * @param number of the report in its case
     */
    record FindMyReport(Actor viewer, CaseId caseId, long number) implements CaseQuery {}

    /** How a list of cases is sorted. */
    enum Sort {
        /** The most urgent first. */
        SCORE,
        /** The oldest first. */
        AGE
    }

    /**
     * Answered with a {@link Page} of {@link CaseSummaryView}s, without those about the viewer. Those that are not
     * decided are sorted as asked for, as is what is about one person, of whose cases the latest 100 of each kind are
     * found; else decided ones are given by the time of the decision, the latest first, and a page may be short, and
     * still lead on.
     *
     * @param type with a report of this type
     * @param cursor the {@code next} of the page before, empty for the first page
     * @param limit at most so many, 1 to {@value Page#MAX_LIMIT}
     */
    record ListCases(
            Actor viewer,
            CaseStatus status,
            Optional<ReportType> type,
            Optional<UserId> reported,
            Sort sort,
            String cursor,
            int limit)
            implements CaseQuery {
        /** @throws InvalidValue if the limit is out of its bounds, or the cursor is none of such a list */
        public ListCases {
            requireLimit(limit);
            if (isByDay(status, reported)) {
                DayCursor.parse(cursor);
            } else {
                RankCursor.parse(cursor);
            }
        }

        boolean isByDay() {
            return isByDay(status, reported);
        }

        private static boolean isByDay(CaseStatus status, Optional<UserId> reported) {
            return status != CaseStatus.PENDING && reported.isEmpty();
        }

        /** Whether a case is to be listed. */
        boolean isFor(StoredCase one) {
            return one.status() == status
                    && !one.reported().equals(viewer.id())
                    && (type.isEmpty() || one.types().contains(type.orElseThrow()));
        }
    }

    /** Answered with a {@link CaseView}, or nothing if there is no such case. */
    record FindCase(Actor viewer, CaseId caseId) implements CaseQuery {}

    /** Answered with a {@link StatisticsView}. */
    record FindStatistics(Actor viewer) implements CaseQuery {}

    private static void requireLimit(int limit) {
        InvalidValue.unless(limit >= 1 && limit <= Page.MAX_LIMIT, "limit", "1 to " + Page.MAX_LIMIT);
    }
}

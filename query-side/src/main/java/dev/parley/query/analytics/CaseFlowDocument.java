package dev.parley.query.analytics;

import dev.parley.kernel.moderation.CaseKind;
import java.time.LocalDate;
import java.util.Locale;

/**
 * How it is stored what became of reports: counts for each day, kind of case and thing that happens; a document for each
 * case with when it began; and one for each day and kind with how long each decision took, by its place in the log, some
 * 20 bytes each.
 */
final class CaseFlowDocument {
    static final String COUNTS = "case_flow";
    static final String MARKS = "case_flow_marks";
    static final String OPENINGS = "case_openings";
    static final String TIMES = "decision_times";

    static final String AT = "at";
    /** Of times: seconds from the first report of the case to the decision. */
    static final String SECONDS = "seconds";
    /** Place in the log of the latest event. */
    static final String POSITION = "position";

    private CaseFlowDocument() {}

    /** What is counted. */
    enum Step {
        /** A report was filed. */
        FILED,
        /** It was the first of its case. */
        OPENED,
        ACTION,
        REVIEWED,
        DISMISSED
    }

    static String count(LocalDate day, CaseKind kind, Step step) {
        return times(day, kind) + "~" + step.name().toLowerCase(Locale.ROOT);
    }

    static String times(LocalDate day, CaseKind kind) {
        return day + "~" + kind.label();
    }
}

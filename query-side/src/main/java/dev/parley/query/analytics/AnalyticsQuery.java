package dev.parley.query.analytics;

import dev.parley.kernel.member.Actor;
import dev.parley.query.Days;
import dev.parley.query.Page;

/** Everything that analysts ask for ready-made: others are answered with {@link dev.parley.query.ReadRefused}. */
public sealed interface AnalyticsQuery {
    Actor viewer();

    /** Answered with a {@link Page} of all {@link DescribedReportView}s. */
    record ListReadyReports(Actor viewer) implements AnalyticsQuery {}

    /** Answered with a {@link ReadyReportView}; one that there is not is refused. */
    record FindReadyReport(Actor viewer, String name, Days days) implements AnalyticsQuery {}
}

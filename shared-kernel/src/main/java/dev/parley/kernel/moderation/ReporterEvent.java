package dev.parley.kernel.moderation;

import dev.parley.kernel.member.UserId;

/** That somebody reported somebody, kept with who did: how many they may file looks at it. */
public sealed interface ReporterEvent {
    UserId reporter();

    default ReporterId reporterId() {
        return ReporterId.of(reporter());
    }

    CaseId caseId();

    /** A report of their own, or more of one that nobody has decided. */
    record Reported(UserId reporter, CaseId caseId, long report) implements ReporterEvent {}
}

package dev.parley.query.moderation;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.query.moderation.StoredCase.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How urgent a case is: for each report the reporter's accuracy by the severity of what it is for, a fifth more where the
 * server or a service reported, and one point for each day since the first, 10 at most.
 */
final class CaseScore {
    private static final double AUTOMATED = 1.2;
    private static final double MOST_FOR_AGE = 10;
    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    private CaseScore() {}

    /**
     * How somebody's reports ended.
     *
     * @param decided those of the latest that were decided
     * @param upheld those of them in which something was done
     */
    record Accuracy(long decided, long upheld) {
        static final Accuracy UNKNOWN = new Accuracy(0, 0);

        Accuracy plus(Accuracy other) {
            return new Accuracy(decided + other.decided, upheld + other.upheld);
        }

        /** Between 0 and 1: a half for somebody new. */
        double weight() {
            return (upheld + 1.0) / (decided + 2.0);
        }
    }

    /** @param accuracies of all who report in the case; one who is not named is as somebody new */
    static double of(StoredCase scored, Map<UserId, Accuracy> accuracies, Instant now) {
        double reports = scored.reports().stream()
                .mapToDouble(report -> of(report, accuracies))
                .sum();
        double days = Duration.between(scored.openedAt(), now).toSeconds() / SECONDS_A_DAY;
        return reports + Math.clamp(days, 0, MOST_FOR_AGE);
    }

    private static double of(Report report, Map<UserId, Accuracy> accuracies) {
        double accuracy =
                accuracies.getOrDefault(report.reporter(), Accuracy.UNKNOWN).weight();
        return accuracy * severity(report.type()) * (report.automated() ? AUTOMATED : 1);
    }

    private static int severity(ReportType type) {
        return switch (type) {
            case CHEATING, HARASSMENT -> 3;
            case CHAT, CONTENT -> 2;
            case OTHER -> 1;
        };
    }
}

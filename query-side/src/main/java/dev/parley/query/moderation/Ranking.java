package dev.parley.query.moderation;

import dev.parley.kernel.member.UserId;
import dev.parley.query.moderation.CaseQuery.ListCases;
import dev.parley.query.moderation.CaseScore.Accuracy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Of cases that come in any order, those of one page: the first that come after the query's cursor, by rank and id. */
final class Ranking {
    private static final double MILLIONTHS = 1_000_000;
    private static final Comparator<Ranked> ORDER = Comparator.comparing(
                    (Ranked one) -> one.cursor().rank())
            .thenComparing(one -> one.cursor().caseId());

    private final ListCases query;
    private final RankCursor after;
    private final Instant asOf;
    /** One more than the page has, where there are more. */
    private final TreeSet<Ranked> first = new TreeSet<>(ORDER);

    Ranking(ListCases query, Instant now) {
        this.query = query;
        this.after = RankCursor.parse(query.cursor());
        this.asOf = after.asOf(now);
    }

    /** @param cursor that comes after it */
    private record Ranked(StoredCase found, RankCursor cursor) {}

    void add(List<StoredCase> cases, Map<UserId, Accuracy> accuracies) {
        for (StoredCase one : cases) {
            long rank = switch (query.sort()) {
                case SCORE -> -Math.round(CaseScore.of(one, accuracies, asOf) * MILLIONTHS);
                case AGE -> one.openedAt().toEpochMilli();
            };
            if (after.precedes(rank, one.id())) {
                first.add(new Ranked(
                        one, new RankCursor(asOf.toEpochMilli(), rank, one.id().toString())));
            }
            if (first.size() > query.limit() + 1) {
                first.pollLast();
            }
        }
    }

    List<StoredCase> cases() {
        return page().stream().map(Ranked::found).toList();
    }

    /** The cursor of the next page; {@code null} where this is the last one. */
    String next() {
        return first.size() > query.limit() ? page().getLast().cursor().toString() : null;
    }

    private List<Ranked> page() {
        return first.stream().limit(query.limit()).toList();
    }
}

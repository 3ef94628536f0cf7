package dev.parley.api.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * One named budget of requests, and for each of those whom it holds for, what is left of it. Those who were away long
 * enough to have all of it back are forgotten, and beyond 50,000 the least active.
 */
class Allowance {
    private static final long MAX_HOLDERS = 50_000;
    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final String name;
    private final Budget budget;
    private final String policy;
    private final Cache<Object, Bucket> buckets;

    Allowance(String name, Budget budget) {
        this.name = name;
        this.budget = budget;
        this.policy = "\"%s\";q=%d;w=%d"
                .formatted(name, budget.requests(), budget.window().toSeconds());
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_HOLDERS)
                .expireAfterAccess(budget.window().plusSeconds(1))
                .build();
    }

    /** Takes one request out of this holder's budget, if there is one left. */
    Verdict take(Object holder) {
        ConsumptionProbe probe = buckets.get(holder, first -> bucket()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return new Verdict(this, true, probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset()));
        }
        return new Verdict(this, false, 0, Math.max(1, seconds(probe.getNanosToWaitForRefill())));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(budget.requests()).refillGreedy(budget.requests(), budget.window()))
                .build();
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, NANOS_PER_SECOND);
    }

    /**
     * What came of asking for one more request.
     *
     * @param left requests that may follow at once
     * @param seconds until the budget is whole again, or when refused until one request may pass
     */
    record Verdict(Allowance of, boolean granted, long left, long seconds) {
        /** As the {@code RateLimit-Policy} field spells the budget. */
        String policy() {
            return of.policy;
        }

        /** As the {@code RateLimit} field spells what is left of it. */
        String limit() {
            return '"' + of.name + "\";r=" + left + ";t=" + seconds;
        }
    }
}

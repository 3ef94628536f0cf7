package dev.parley.query.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.kernel.member.UserId;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Lets one sign of typing pass every 2 s per person and place, at whichever nodes the person types. */
@Component
public final class TypingPace {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int REMEMBERED = 100_000;

    private final Cache<Typist, Boolean> passed;

    public TypingPace() {
        this(Ticker.systemTicker());
    }

    public TypingPace(Ticker ticker) {
        passed = Caffeine.newBuilder()
                .expireAfterWrite(PAUSE)
                .maximumSize(REMEMBERED)
                .ticker(ticker)
                .build();
    }

    public boolean passes(Passing.Typing sign) {
        return passed.asMap().putIfAbsent(new Typist(sign.place(), sign.typist()), true) == null;
    }

    private record Typist(Object place, UserId person) {}
}

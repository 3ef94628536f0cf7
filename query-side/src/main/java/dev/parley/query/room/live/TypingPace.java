package dev.parley.query.room.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomId;
import java.time.Duration;

/** Lets one sign of typing pass every 2 s per person and room. */
final class TypingPace {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int REMEMBERED = 100_000;

    private final Cache<Typist, Boolean> passed;

    TypingPace(Ticker ticker) {
        passed = Caffeine.newBuilder()
                .expireAfterWrite(PAUSE)
                .maximumSize(REMEMBERED)
                .ticker(ticker)
                .build();
    }

    boolean passes(RoomId room, UserId person) {
        return passed.asMap().putIfAbsent(new Typist(room, person), true) == null;
    }

    private record Typist(RoomId room, UserId person) {}
}

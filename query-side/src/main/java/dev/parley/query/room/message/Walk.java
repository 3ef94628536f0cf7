package dev.parley.query.room.message;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.room.message.Lines.Stretch;
import dev.parley.query.room.message.MessageQuery.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Gathers one page of lines, stretch by stretch away from where it starts, leaving out those of some authors. It gives up
 * filling the page after {@value #MAX_STRETCHES} stretches, so that a page costs at most so many reads; its
 * {@code next} then leads on from the last line looked at.
 */
final class Walk {
    private static final int MAX_STRETCHES = 20;
    private static final int LONGEST_STRETCH = 101;

    private final RoomId room;
    private final boolean older;
    private final int limit;
    private final Set<UserId> without;
    private final List<Line> wanted = new ArrayList<>();
    private long from;
    private long last = -1;
    private long sequence;
    private Line lastLookedAt;
    private int stretches;

    /** @param newest number of the newest line there may be */
    Walk(RoomId room, Span span, long newest, int limit, Set<UserId> without) {
        this.room = room;
        this.older = !(span instanceof Span.After);
        this.from = switch (span) {
            case Span.Newest all -> newest;
            case Span.Before before -> Math.min(newest, before.line().number() - 1);
            case Span.After after -> after.line().number() + 1;
        };
        this.limit = limit;
        this.without = without;
    }

    /**
     * What was found.
     *
     * @param lines by number
     * @param next id that leads on, empty at the end
     * @param sequence of the room's last event that was stored when the walk began
     */
    record Found(List<Line> lines, String next, long sequence) {}

    CompletableFuture<Found> through(LineSource stored) {
        if (isDone()) {
            return CompletableFuture.completedFuture(found());
        }
        int length = Math.min(LONGEST_STRETCH, without.isEmpty() ? limit + 1 - wanted.size() : LONGEST_STRETCH);
        long to = older ? Math.max(1, from - length + 1) : from + length - 1;
        return stored.read(room, Math.min(from, to), Math.max(from, to)).thenCompose(stretch -> {
            take(stretch, to);
            return through(stored);
        });
    }

    private boolean isDone() {
        boolean atTheEnd = older ? from < 1 : last >= 0 && from > last;
        return atTheEnd || wanted.size() > limit || stretches >= MAX_STRETCHES;
    }

    private void take(Stretch stretch, long to) {
        if (stretches++ == 0) {
            sequence = stretch.sequence();
        }
        last = stretch.last();
        List<Line> lines = older ? stretch.lines().reversed() : stretch.lines();
        for (Line line : lines) {
            if (wanted.size() > limit) {
                return;
            }
            lastLookedAt = line;
            if (!without.contains(line.author())) {
                wanted.add(line);
            }
        }
        from = older ? Math.min(to - 1, last) : to + 1;
    }

    private Found found() {
        boolean more = wanted.size() > limit;
        List<Line> kept = more ? wanted.subList(0, limit) : wanted;
        return new Found(
                older ? kept.reversed() : kept, more ? kept.getLast().id().toString() : leadOn(), sequence);
    }

    private String leadOn() {
        boolean gaveUp = stretches >= MAX_STRETCHES && (older ? from >= 1 : from <= last);
        return gaveUp ? lastLookedAt.id().toString() : "";
    }
}

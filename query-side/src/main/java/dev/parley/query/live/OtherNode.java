package dev.parley.query.live;

import dev.parley.query.live.NodeMessage.Everybody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node that was heard of: when that was, and what it has told so far of who is there. */
final class OtherNode {
    private final List<Seat> gathered = new ArrayList<>();
    private Instant heard;

    OtherNode(Instant now) {
        heard = now;
    }

    void heard(Instant now) {
        heard = now;
    }

    boolean isSilentSince(Instant then) {
        return heard.isBefore(then);
    }

    /** Everybody, once the last part has come. */
    Optional<List<Seat>> take(Everybody told) {
        if (told.part() == 1) {
            gathered.clear();
        }
        gathered.addAll(told.here());
        return told.part() == told.parts() ? Optional.of(List.copyOf(gathered)) : Optional.empty();
    }
}

package dev.parley.command.room;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The recent lines of those who wrote last in a room: of 64 people however long ago, and of up to 1,024 while their
 * lines count for the {@link FloodRule}.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class RecentAuthors {
    static final int KEPT = 64;
    static final int MOST = 1_024;

    /** Who wrote longest ago comes first. */
    private Map<UserId, RecentLines> linesOf = new LinkedHashMap<>();

    RecentLines of(UserId author) {
        return linesOf.getOrDefault(author, RecentLines.NONE);
    }

    void add(MessagePosted line, Instant at) {
        RecentLines before = linesOf.remove(line.author());
        linesOf.put(line.author(), (before == null ? RecentLines.NONE : before).and(line.content(), at));
        forgetBefore(at.minus(FloodRule.MAX_WINDOW));
    }

    private void forgetBefore(Instant idle) {
        Iterator<RecentLines> oldest = linesOf.values().iterator();
        while (linesOf.size() > KEPT && (!oldest.next().isAfter(idle) || linesOf.size() > MOST)) {
            oldest.remove();
        }
    }
}

package dev.parley.query;

import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.query.live.Watches;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** How people stand, as a test sets it. */
public final class StandingsForTests implements KidModes, Standings {
    private final Map<UserId, Standing> standings = new ConcurrentHashMap<>();
    private final Watches<UserId> watches = new Watches<>();

    /** Puts a person who is nothing else into kid mode, or out of it. */
    public void set(UserId person, boolean kid) {
        Standing inKidMode = Standing.UNKNOWN.after(new KidModeEnabled(person, "hash"), Instant.EPOCH);
        put(person, kid ? inKidMode : Standing.UNKNOWN);
    }

    public void put(UserId person, Standing standing) {
        standings.put(person, standing);
        watches.tell(person);
    }

    @Override
    public CompletableFuture<Boolean> isKid(UserId person) {
        return standing(person).thenApply(Standing::kid);
    }

    @Override
    public CompletableFuture<Standing> standing(UserId person) {
        return CompletableFuture.completedFuture(standings.getOrDefault(person, Standing.UNKNOWN));
    }

    @Override
    public Runnable watch(UserId person, Runnable changed) {
        return watches.add(person, changed);
    }
}

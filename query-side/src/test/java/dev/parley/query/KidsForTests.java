package dev.parley.query;

import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.query.live.Watches;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Kid modes that a test sets. */
public final class KidsForTests implements KidModes, Standings {
    private final Set<UserId> kids = ConcurrentHashMap.newKeySet();
    private final Watches<UserId> watches = new Watches<>();

    public void set(UserId person, boolean kid) {
        if (kid) {
            kids.add(person);
        } else {
            kids.remove(person);
        }
        watches.tell(person);
    }

    @Override
    public CompletableFuture<Boolean> isKid(UserId person) {
        return CompletableFuture.completedFuture(kids.contains(person));
    }

    @Override
    public CompletableFuture<Standing> standing(UserId person) {
        Standing kid = Standing.UNKNOWN.after(new KidModeEnabled(person, "hash"), Instant.EPOCH);
        return CompletableFuture.completedFuture(kids.contains(person) ? kid : Standing.UNKNOWN);
    }

    @Override
    public Runnable watch(UserId person, Runnable changed) {
        return watches.add(person, changed);
    }
}

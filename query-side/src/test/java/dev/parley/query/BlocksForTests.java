package dev.parley.query;

import dev.parley.kernel.member.UserId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Blocks that a test sets. */
public final class BlocksForTests implements BlockLists {
    private final Map<UserId, Set<UserId>> blocked = new ConcurrentHashMap<>();
    private final Map<UserId, CompletableFuture<Set<UserId>>> answers = new ConcurrentHashMap<>();
    private final Map<Runnable, UserId> watches = new ConcurrentHashMap<>();

    public void block(UserId person, UserId... others) {
        blocked.put(person, Set.of(others));
        watches.forEach((changed, watched) -> {
            if (watched.equals(person)) {
                changed.run();
            }
        });
    }

    /** Has this be the answer to whom somebody blocks. */
    public void answer(UserId person, CompletableFuture<Set<UserId>> answer) {
        answers.put(person, answer);
    }

    /** How many watches nobody has ended. */
    public int watches() {
        return watches.size();
    }

    @Override
    public CompletableFuture<Set<UserId>> blockedBy(UserId person) {
        return answers.getOrDefault(person, CompletableFuture.completedFuture(blocked.getOrDefault(person, Set.of())));
    }

    @Override
    public Runnable watch(UserId person, Runnable changed) {
        watches.put(changed, person);
        return () -> watches.remove(changed);
    }
}

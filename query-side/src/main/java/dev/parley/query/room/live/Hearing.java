package dev.parley.query.room.live;

import dev.parley.kernel.member.UserId;
import dev.parley.query.BlockLists;
import dev.parley.query.KidModes;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What one listener's own choices leave to hear, as they are at the moment: whom they block, and kid mode. */
final class Hearing {
    private final NewestAnswer<Set<UserId>> blocked;
    private final NewestAnswer<Boolean> kid;
    private final Runnable unwatchBlocks;
    private final Runnable unwatchKid;
    private volatile Runnable closed = () -> {};

    private Hearing(BlockLists blocks, KidModes kids, UserId listener) {
        this.blocked = new NewestAnswer<>(Set.of(), () -> blocks.blockedBy(listener));
        this.kid = new NewestAnswer<>(false, () -> kids.isKid(listener));
        this.unwatchBlocks = blocks.watch(listener, blocked::ask);
        this.unwatchKid = kids.watch(listener, this::lookAtKid);
    }

    /** Completes once all of it is known; must be {@linkplain #forget forgotten} in the end. */
    static CompletableFuture<Hearing> of(BlockLists blocks, KidModes kids, UserId listener) {
        var hearing = new Hearing(blocks, kids, listener);
        return CompletableFuture.allOf(hearing.blocked.ask(), hearing.lookAtKid())
                .thenApply(known -> hearing)
                .whenComplete((known, failure) -> {
                    if (failure != null) {
                        hearing.forget();
                    }
                });
    }

    /** Whose lines are not sent. */
    Set<UserId> blocked() {
        return blocked.answer();
    }

    boolean kid() {
        return kid.answer();
    }

    /** Has {@code task} run when kid mode has gone on, by whoever brings the news: it must return at once. */
    void whenClosed(Runnable task) {
        closed = task;
    }

    void forget() {
        unwatchBlocks.run();
        unwatchKid.run();
    }

    private CompletableFuture<Void> lookAtKid() {
        return kid.ask().thenAccept(now -> {
            if (now) {
                closed.run();
            }
        });
    }
}

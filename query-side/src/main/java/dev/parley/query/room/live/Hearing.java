package dev.parley.query.room.live;

import dev.parley.kernel.member.UserId;
import dev.parley.query.BlockLists;
import dev.parley.query.KidModes;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What one listener's own choices leave to hear, as they are at the moment: whom they block, and kid mode. */
final class Hearing {
    private final BlockLists blocks;
    private final KidModes kids;
    private final UserId listener;
    private final Runnable unwatchBlocks;
    private final Runnable unwatchKid;
    private volatile Set<UserId> blocked = Set.of();
    private volatile boolean kid;
    private volatile Runnable closed = () -> {};

    private Hearing(BlockLists blocks, KidModes kids, UserId listener) {
        this.blocks = blocks;
        this.kids = kids;
        this.listener = listener;
        this.unwatchBlocks = blocks.watch(listener, this::lookAtBlocks);
        this.unwatchKid = kids.watch(listener, this::lookAtKid);
    }

    /** Completes once all of it is known; must be {@linkplain #forget forgotten} in the end. */
    static CompletableFuture<Hearing> of(BlockLists blocks, KidModes kids, UserId listener) {
        var hearing = new Hearing(blocks, kids, listener);
        return CompletableFuture.allOf(hearing.lookAtBlocks(), hearing.lookAtKid())
                .thenApply(known -> hearing)
                .whenComplete((known, failure) -> {
                    if (failure != null) {
                        hearing.forget();
                    }
                });
    }

    /** Whose lines are not sent. */
    Set<UserId> blocked() {
        return blocked;
    }

    boolean kid() {
        return kid;
    }

    /** Has {@code task} run when kid mode has gone on, by whoever brings the news: it must return at once. */
    void whenClosed(Runnable task) {
        closed = task;
    }

    void forget() {
        unwatchBlocks.run();
        unwatchKid.run();
    }

    private CompletableFuture<Void> lookAtBlocks() {
        return blocks.blockedBy(listener).thenAccept(now -> blocked = now);
    }

    private CompletableFuture<Void> lookAtKid() {
        return kids.isKid(listener).thenAccept(now -> {
            kid = now;
            if (now) {
                closed.run();
            }
        });
    }
}

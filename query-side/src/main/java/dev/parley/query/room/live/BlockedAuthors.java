package dev.parley.query.room.live;

import dev.parley.kernel.member.UserId;
import dev.parley.query.BlockLists;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Whose lines one listener is not sent: those whom they block, as it is at the moment. */
final class BlockedAuthors {
    private final BlockLists blocks;
    private final UserId listener;
    private final Runnable unwatch;
    private volatile Set<UserId> now = Set.of();

    private BlockedAuthors(BlockLists blocks, UserId listener) {
        this.blocks = blocks;
        this.listener = listener;
        this.unwatch = blocks.watch(listener, this::look);
    }

    /** Completes once it is known whom the listener blocks; must be {@linkplain #forget forgotten} in the end. */
    static CompletableFuture<BlockedAuthors> of(BlockLists blocks, UserId listener) {
        var authors = new BlockedAuthors(blocks, listener);
        return authors.look().thenApply(known -> authors).whenComplete((known, failure) -> {
            if (failure != null) {
                authors.forget();
            }
        });
    }

    Set<UserId> now() {
        return now;
    }

    void forget() {
        unwatch.run();
    }

    private CompletableFuture<Void> look() {
        return blocks.blockedBy(listener).thenAccept(blocked -> now = blocked);
    }
}

package dev.parley.query.forum.post;

import dev.parley.kernel.forum.ForumPolicy;
import dev.parley.kernel.member.Actor;
import dev.parley.query.KidModes;
import dev.parley.query.ReadRefused;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets those read posts who may read the forum. */
@Component
class Readers {
    private final KidModes kidModes;

    Readers(KidModes kidModes) {
        this.kidModes = kidModes;
    }

    /** @return fails with {@link ReadRefused} where a rule keeps the viewer from it, and then nothing is read */
    <T> CompletableFuture<T> read(Actor viewer, Supplier<CompletableFuture<T>> read) {
        return kidModes.isKid(viewer.id()).thenCompose(kid -> {
            ForumPolicy.refusesReading(kid, viewer.moderates()).ifPresent(rule -> {
                throw new ReadRefused(rule, viewer.id() + " may not read the forum");
            });
            return read.get();
        });
    }
}

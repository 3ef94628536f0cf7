package dev.parley.query.forum;

import dev.parley.kernel.forum.ForumPolicy;
import dev.parley.kernel.member.Actor;
import dev.parley.query.KidModes;
import dev.parley.query.ReadRefused;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets those read the forum who may. */
@Component
public class ForumReaders {
    private final KidModes kidModes;

    public ForumReaders(KidModes kidModes) {
        this.kidModes = kidModes;
    }

    /**
     * Reads for this viewer.
     *
     * @return fails with {@link ReadRefused} where a rule keeps them from it, and then nothing is read
     */
    public <T> CompletableFuture<T> read(Actor viewer, Supplier<CompletableFuture<T>> read) {
        return kidModes.isKid(viewer.id()).thenCompose(kid -> {
            ForumPolicy.refusesReading(kid, viewer.moderates()).ifPresent(rule -> {
                throw new ReadRefused(rule, "You may not read the forum.");
            });
            return read.get();
        });
    }
}

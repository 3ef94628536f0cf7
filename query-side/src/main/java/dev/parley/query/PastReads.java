package dev.parley.query;

import dev.parley.kernel.past.PastLog;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Schedulers;

/** Reads the log as it was, on Reactor's bounded elastic threads: such reads wait. */
@Component
public class PastReads {
    private static final Executor BLOCKING = Schedulers.boundedElastic()::schedule;

    private final PastLog log;

    public PastReads(PastLog log) {
        this.log = log;
    }

    public <T> CompletableFuture<T> read(Function<PastLog, T> reading) {
        return CompletableFuture.supplyAsync(() -> reading.apply(log), BLOCKING);
    }
}

package dev.parley.query.direct.live;

import dev.parley.kernel.member.UserId;
import dev.parley.query.live.Frame;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * What happens to one person from the moment it is made, for one connection. So many frames may wait for the connection as
 * its buffer holds; past that it ends, and the client resumes.
 */
public final class PersonalStream {
    public static final String SLOW_CONSUMER = "slow-consumer";
    public static final String GOING_AWAY = "going-away";
    public static final String TOKEN_EXPIRED = "token-expired";
    public static final String INTERRUPTED = "interrupted";

    private final UserId person;
    private final Sinks.Many<Frame> frames;
    private final Consumer<PersonalStream> ended;
    private final AtomicReference<String> ending = new AtomicReference<>("");
    /** Whether the count of unread messages is being looked up, and whether it has to be once more after that. */
    private final AtomicBoolean counting = new AtomicBoolean();

    private final AtomicBoolean countAgain = new AtomicBoolean();
    /** Completes once everything was told that was to be told so far. */
    private CompletableFuture<Void> told = CompletableFuture.completedFuture(null);

    private Runnable whenClosed = () -> {};

    /** @param ended is told once when nobody listens any more */
    PersonalStream(UserId person, int buffer, Consumer<PersonalStream> ended) {
        this.person = person;
        this.ended = ended;
        frames = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(buffer), () -> {});
    }

    UserId person() {
        return person;
    }

    /** Why the server ended it; empty while it has not. */
    public String ending() {
        return ending.get();
    }

    Flux<Frame> frames() {
        return frames.asFlux().doFinally(end -> ended.accept(this));
    }

    /**
     * Has {@code task} run once when the server ends the stream, if need be at once: its last frames may still wait then,
     * for as long as the client takes nothing.
     */
    public synchronized void whenClosed(Runnable task) {
        if (ending.get().isEmpty()) {
            whenClosed = task;
        } else {
            task.run();
        }
    }

    /** Frames come from the log's tail and from whoever is typing: one at a time. */
    synchronized void tell(Frame frame) {
        if (told.isDone()) {
            emit(frame);
        } else {
            told = told.thenRun(() -> emit(frame));
        }
    }

    /** Tells this only if that may be, which what is told later waits for. Ends the stream if that is not to be known. */
    synchronized void tellIf(CompletableFuture<Boolean> may, Frame frame) {
        told = told.thenCombine(may, (before, allowed) -> {
                    if (allowed) {
                        emit(frame);
                    }
                    return before;
                })
                .exceptionally(unknown -> {
                    close(INTERRUPTED);
                    return null;
                });
    }

    private synchronized void emit(Frame frame) {
        if (frames.tryEmitNext(frame) == Sinks.EmitResult.FAIL_OVERFLOW) {
            close(SLOW_CONSUMER);
        }
    }

    /** Ends it after what waits already. */
    public synchronized void close(String reason) {
        if (ending.compareAndSet("", reason)) {
            frames.tryEmitComplete();
            whenClosed.run();
        }
        ended.accept(this);
    }

    /** Whether the caller is to count now; else whoever counts does so again. */
    boolean beginCounting() {
        countAgain.set(true);
        return counting.compareAndSet(false, true);
    }

    /** Clears the wish for another count, which the caller is about to fulfil. */
    boolean takeWish() {
        return countAgain.getAndSet(false);
    }

    /** Whether somebody wished for a count meanwhile, which the caller has to fulfil then. */
    boolean endCounting() {
        counting.set(false);
        return countAgain.get() && counting.compareAndSet(false, true);
    }
}

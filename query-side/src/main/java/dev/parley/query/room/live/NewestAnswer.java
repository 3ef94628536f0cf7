package dev.parley.query.room.live;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What was answered last to a question that is asked again and again: an answer that is late takes no newer one's place. */
final class NewestAnswer<T> {
    private final Supplier<CompletableFuture<T>> question;
    private volatile T answer;
    private long asked;
    private long answered;

    /** @param before the first answer */
    NewestAnswer(T before, Supplier<CompletableFuture<T>> question) {
        this.answer = before;
        this.question = question;
    }

    /** Completes with what is the newest answer then; fails as the question does. */
    CompletableFuture<T> ask() {
        long number = next();
        return question.get().thenApply(found -> taken(number, found));
    }

    T answer() {
        return answer;
    }

    private synchronized long next() {
        return ++asked;
    }

    private synchronized T taken(long number, T found) {
        if (number > answered) {
            answered = number;
            answer = found;
        }
        return answer;
    }
}

package dev.parley.api.export;

import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is read part by part, each saying where the next begins: at most one is read before it is asked for. */
final class Parts {
    private Parts() {}

    /**
     * @param position behind which the first begins
     * @param read reads the part behind a position
     * @param next position behind which the part after this one begins; empty after the last
     */
    static <T> Flux<T> behind(long position, LongFunction<CompletableFuture<T>> read, Function<T, OptionalLong> next) {
        return part(position, read).expand(part -> {
            OptionalLong more = next.apply(part);
            return more.isPresent() ? part(more.getAsLong(), read) : Mono.empty();
        });
    }

    private static <T> Mono<T> part(long position, LongFunction<CompletableFuture<T>> read) {
        return Mono.fromFuture(() -> read.apply(position));
    }
}

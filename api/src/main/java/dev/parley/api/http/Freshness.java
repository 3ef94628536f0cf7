package dev.parley.api.http;

import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import dev.parley.query.Positions;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets whoever wrote read what they wrote: a GET waits, 2 s at most, for its {@code Parley-Min-Position}. */
@Component
public class Freshness {
    public static final String MIN_POSITION = "Parley-Min-Position";

    private static final int MAX_DIGITS = 18;

    private final Positions positions;

    Freshness(Positions positions) {
        this.positions = positions;
    }

    /**
     * Reads once what it reads from is as new as the request asks for: read models, and what the log's tail keeps current,
     * such as whom the reader blocks.
     *
     * @param projections processing groups whose read models are read
     * @return fails with {@link Positions.NotYet} where that takes too long, with a 400 where the header is no position
     */
    public <T> Mono<T> read(ServerWebExchange exchange, Supplier<CompletableFuture<T>> read, String... projections) {
        String token = exchange.getRequest().getHeaders().getFirst(MIN_POSITION);
        if (token == null) {
            return Mono.fromFuture(read);
        }
        long position = position(token);
        return Mono.fromFuture(() -> reached(position, projections)).then(Mono.fromFuture(read));
    }

    private CompletableFuture<Void> reached(long position, String... projections) {
        return CompletableFuture.allOf(Stream.concat(
                        Stream.of(positions.seen(position)),
                        Stream.of(projections).map(projection -> positions.reached(projection, position)))
                .toArray(CompletableFuture[]::new));
    }

    private static long position(String token) {
        boolean digits = token.chars().allMatch(character -> character >= '0' && character <= '9');
        if (token.isEmpty() || token.length() > MAX_DIGITS || !digits) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST, MIN_POSITION + " is the Parley-Position of an earlier answer.");
        }
        return Long.parseLong(token);
    }
}

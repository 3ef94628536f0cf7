package dev.parley.bench.ratio;

import dev.parley.bench.ratio.Side.Tally;
import dev.parley.load.Clients;
import dev.parley.load.HttpConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Requests as fast as they are answered, over so many connections.
 *
 * @param requests gives each connection, by its number, the source of its requests
 */
public record Load(int port, int connections, int expectedStatus, IntFunction<Supplier<byte[]>> requests)
        implements Side {

    @Override
    public Tally run(Duration time) throws InterruptedException {
        LongAdder done = new LongAdder();
        LongAdder errors = new LongAdder();
        AtomicInteger number = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        Clients.run(connections, () -> {
            Supplier<byte[]> source = requests.apply(number.getAndIncrement());
            try (HttpConnection connection = new HttpConnection(port)) {
                while (System.nanoTime() < end) {
                    boolean expected = connection.send(source.get()) == expectedStatus;
                    (expected ? done : errors).increment();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return Tally.of(done.sum(), errors.sum(), System.nanoTime() - begin);
    }
}

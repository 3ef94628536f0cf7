package dev.parley.bench;

import dev.parley.load.Clients;
import dev.parley.load.HttpConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Sends numbered lines to an audience and keeps when the last listener heard each. At most 16 lines are under way at
 * once, so that what is measured is how fast lines are delivered and not how long a queue grows.
 */
public final class Broadcast implements Audience.Heard {
    private static final int WINDOW = 16;
    private static final int SENDERS = 4;
    private static final int SLOTS = 1 << 16;
    private static final long SECONDS_TO_HEAR = 30;

    private final Channel channel;
    private final int listeners;
    private final Semaphore window = new Semaphore(WINDOW);
    private final AtomicLong next = new AtomicLong();
    private final AtomicIntegerArray heardBy = new AtomicIntegerArray(SLOTS);
    private final AtomicLongArray sentAt = new AtomicLongArray(SLOTS);
    private final AtomicLongArray lastAfter = new AtomicLongArray(SLOTS);
    private final LongAdder deliveries = new LongAdder();
    private final LongAdder errors = new LongAdder();

    /**
     * The way in for lines.
     *
     * @param request makes the request that sends the line of this number
     */
    public record Channel(int port, int expectedStatus, LongFunction<byte[]> request) {}

    /**
     * What was delivered.
     *
     * @param nanos from the first line's sending until the last was heard by all
     * @param lastAfter for each line the nanoseconds after which the last listener heard it
     */
    public record Delivered(long deliveries, long errors, long nanos, long[] lastAfter) {}

    /** @param listeners who hear each line */
    public Broadcast(Channel channel, int listeners) {
        this.channel = channel;
        this.listeners = listeners;
    }

    @Override
    public void line(int listener, long number) {
        int slot = (int) (number % SLOTS);
        deliveries.increment();
        if (heardBy.incrementAndGet(slot) == listeners) {
            lastAfter.set(slot, System.nanoTime() - sentAt.get(slot));
            window.release();
        }
    }

    /** Sends as fast as the window allows. */
    public Delivered flood(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        return measured(SENDERS, connection -> {
            while (System.nanoTime() < end) {
                send(connection, System.nanoTime());
            }
        });
    }

    /** Sends so many lines a second; their clocks run from the instants at which they were due. */
    public Delivered paced(Duration time, int linesPerSecond) throws InterruptedException {
        long begin = System.nanoTime();
        long gap = TimeUnit.SECONDS.toNanos(1) / linesPerSecond;
        return measured(1, connection -> {
            for (long due = begin; due < begin + time.toNanos(); due += gap) {
                LockSupport.parkNanos(due - System.nanoTime());
                send(connection, due);
            }
        });
    }

    private interface Sending {
        void run(HttpConnection connection) throws IOException, InterruptedException;
    }

    private Delivered measured(int senders, Sending sending) throws InterruptedException {
        long begin = System.nanoTime();
        long first = next.get();
        long deliveriesBefore = deliveries.sum();
        long errorsBefore = errors.sum();
        Clients.run(senders, () -> run(sending));
        awaitRoom(WINDOW);
        window.release(WINDOW);
        long[] latencies = LongStream.range(first, next.get())
                .map(number -> lastAfter.get((int) (number % SLOTS)))
                .toArray();
        long nanos = System.nanoTime() - begin;
        return new Delivered(deliveries.sum() - deliveriesBefore, errors.sum() - errorsBefore, nanos, latencies);
    }

    private void run(Sending sending) {
        try (HttpConnection connection = new HttpConnection(channel.port())) {
            sending.run(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpConnection connection, long due) throws IOException, InterruptedException {
        awaitRoom(1);
        long number = next.getAndIncrement();
        int slot = (int) (number % SLOTS);
        heardBy.set(slot, 0);
        sentAt.set(slot, due);
        if (connection.send(channel.request().apply(number)) != channel.expectedStatus()) {
            errors.increment();
            window.release();
        }
    }

    private void awaitRoom(int lines) throws InterruptedException {
        if (!window.tryAcquire(lines, SECONDS_TO_HEAR, TimeUnit.SECONDS)) {
            throw new IllegalStateException("lines were not heard by all " + listeners + " within 30 s");
        }
    }
}

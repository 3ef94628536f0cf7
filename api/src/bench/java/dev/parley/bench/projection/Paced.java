package dev.parley.bench.projection;

import dev.parley.bench.Percentile;
import dev.parley.load.ApiClient;
import dev.parley.load.Clients;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Requests at a steady pace, by several clients that share them. One that is late is sent at once. */
final class Paced implements AutoCloseable {
    private final int port;
    private final int clients;
    private final int perSecond;
    private final Request request;
    private final AtomicLong next = new AtomicLong();
    private final Thread thread;
    private final List<Long> nanos = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private long lapBegan = System.nanoTime();
    private volatile boolean stopped;

    /** One request, by its number. */
    @FunctionalInterface
    interface Request {
        /** What is wrong with the answer; empty if nothing is. */
        String send(ApiClient api, long number) throws IOException;
    }

    /**
     * What was done since the last lap.
     *
     * @param done answered as they should be
     * @param nanos that each of those took from when it was due
     */
    record Lap(long done, List<String> failures, double seconds, long[] nanos) {
        double perSecond() {
            return done / seconds;
        }

        double millis(double percent) {
            return Percentile.of(nanos, percent) / 1e6;
        }
    }

    Paced(int port, int clients, int perSecond, Request request) {
        this.port = port;
        this.clients = clients;
        this.perSecond = perSecond;
        this.request = request;
        thread = Thread.ofPlatform().name("paced").start(this::run);
    }

    private void run() {
        long begin = System.nanoTime();
        try {
            Clients.run(clients, () -> {
                try (ApiClient api = new ApiClient(port)) {
                    while (!stopped) {
                        long number = next.getAndIncrement();
                        send(api, number, begin + number * TimeUnit.SECONDS.toNanos(1) / perSecond);
                    }
                } catch (IOException closing) {
                    note("closing: " + closing);
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(ApiClient api, long number, long due) {
        LockSupport.parkNanos(due - System.nanoTime());
        try {
            String failure = request.send(api, number);
            if (failure.isEmpty()) {
                took(System.nanoTime() - due);
            } else {
                note(failure);
            }
        } catch (IOException | RuntimeException broken) {
            note(broken.toString());
        }
    }

    private synchronized void took(long time) {
        nanos.add(time);
    }

    private synchronized void note(String failure) {
        failures.add(failure);
    }

    /** Gives what was done since the last time, and begins to count anew. */
    synchronized Lap lap() {
        long now = System.nanoTime();
        long[] times = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(times);
        Lap lap = new Lap(times.length, List.copyOf(failures), (now - lapBegan) / 1e9, times);
        nanos.clear();
        failures.clear();
        lapBegan = now;
        return lap;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

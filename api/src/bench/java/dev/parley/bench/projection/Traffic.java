package dev.parley.bench.projection;

import dev.parley.bench.Arguments;
import dev.parley.bench.Audience;
import dev.parley.bench.Words;
import dev.parley.load.ApiClient;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A {@link Village} at a steady pace: reads, writes, lines that many listen to, mentions, and markers. */
final class Traffic implements AutoCloseable {
    private static final int CLIENTS = 8;

    private final Village village;
    private final Hearing hearing;
    private final Notices notices;
    private final Audience audience;
    private final Paced lines;
    private final Paced mentions;
    private final Paced writes;
    private final Paced reads;
    private final List<Marker> markers;
    private final List<Thread> marking;

    Traffic(int port, Arguments arguments) throws IOException, InterruptedException {
        int listeners = arguments.number("listeners", 50);
        village = new Village(port);
        hearing = new Hearing(listeners);
        notices = new Notices(port, village.person(1));
        List<Person> ears =
                IntStream.range(0, listeners).mapToObj(village::person).toList();
        audience = Audience.open(port, "/api/chat/" + village.room() + "/stream", ears, hearing);
        lines = new Paced(port, 1, arguments.number("lines", 5), this::line);
        mentions = new Paced(port, 1, 1, this::mention);
        writes = new Paced(port, CLIENTS, arguments.number("writes", 20), village::write);
        reads = new Paced(port, CLIENTS, arguments.number("reads", 20), village::read);
        markers = Marker.of(port, village);
        marking = markers.stream()
                .map(marker -> Thread.ofPlatform().name("marker").start(marker))
                .toList();
    }

    private String line(ApiClient api, long number) throws IOException {
        hearing.due(number, System.nanoTime());
        String content = Village.json(Map.of("content", "#" + number + " " + Words.line()));
        int status = api.send("POST", "/api/chat/" + village.room() + "/messages", village.person(number), content)
                .status();
        return status == 201 ? "" : "a line was answered with " + status;
    }

    private String mention(ApiClient api, long number) throws IOException {
        notices.mention(api, village.person(0), village.topic(), Words.line());
        return "";
    }

    /** What there was since the last stretch. */
    Stretch stretch() {
        return new Stretch(writes.lap(), reads.lap(), lines.lap(), hearing.lap());
    }

    Stretch stretch(int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(seconds);
        return stretch();
    }

    /** Prints what was missed, repeated or went back in all the time, and tells how much that was. */
    long faults() {
        long backwards = markers.stream().mapToLong(Marker::backwards).sum();
        long failed = markers.stream().mapToLong(Marker::failed).sum();
        System.out.printf(
                "markers: %d reads, went back or fell short %d, failed %d%n",
                markers.stream().mapToLong(Marker::reads).sum(), backwards, failed);
        System.out.printf(
                "live: missed %d, repeated %d, came back %d; notices: %d, heard %d, repeated %d%n",
                hearing.missed(),
                hearing.repeated(),
                audience.returns(),
                notices.sent(),
                notices.heard(),
                notices.repeated());
        return backwards + failed + hearing.missed() + hearing.repeated() + notices.repeated();
    }

    @Override
    public void close() {
        markers.forEach(Marker::stop);
        List.of(reads, writes, mentions, lines).forEach(Paced::close);
        audience.close();
        notices.close();
        for (Thread thread : marking) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package dev.parley.bench.projection;

import dev.parley.bench.Arguments;
import dev.parley.bench.Audience;
import dev.parley.bench.BenchServer;
import dev.parley.bench.Percentile;
import dev.parley.bench.Words;
import dev.parley.bench.forum.ForumIn;
import dev.parley.bench.projection.Paced.Lap;
import dev.parley.bench.ratio.Machine;
import dev.parley.load.ApiClient;
import dev.parley.load.Person;
import dev.parley.load.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Has every read model of a server that {@link Fill} has filled built anew while people read and write at a steady pace, and
 * compares that with a time before; then goes back to what was read before. Exit code 1 if a read failed, a marker went back,
 * or something was missed, repeated, or differs. {@code RebuildUnderLoad --data=DIR [--writes=40] [--reads=80] [--lines=10]
 * [--listeners=50] [--before=60] [--only=NAME,NAME]}: rates are per second, before is in seconds.
 */
public final class RebuildUnderLoad {
    private static final int CLIENTS = 8;
    private static final int LINE_WRITERS = 2;
    private static final String OPERATIONS = "operations";

    private final int port;
    private final Arguments arguments;
    private final Operator operator;
    private final Village village;
    private final Hearing hearing;

    /** What the load came to in a stretch of time. */
    private record Stretch(Lap writes, Lap reads, Lap lines, long[] heard) {
        double written() {
            return writes.perSecond() + lines.perSecond();
        }

        void print(String what) {
            System.out.printf(
                    Locale.ROOT,
                    "%s, %.0f s: %.1f writes/s (p50 %.1f, p99 %.1f ms), %.1f reads/s (p50 %.1f, p99 %.1f ms), live %s%n",
                    what,
                    writes.seconds(),
                    written(),
                    writes.millis(50),
                    writes.millis(99),
                    reads.perSecond(),
                    reads.millis(50),
                    reads.millis(99),
                    Hearing.describe(heard));
            System.out.println(what + ", reads that failed: " + reads.failures().size() + ", writes that failed: "
                    + (writes.failures().size() + lines.failures().size()));
            reads.failures().stream().distinct().limit(5).forEach(System.out::println);
            writes.failures().stream().distinct().limit(5).forEach(System.out::println);
        }
    }

    private RebuildUnderLoad(int port, Arguments arguments) throws IOException {
        this.port = port;
        this.arguments = arguments;
        operator = new Operator(port);
        village = new Village(port);
        hearing = new Hearing(listeners());
    }

    private int listeners() {
        return arguments.number("listeners", 50);
    }

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        boolean right;
        try (ServerProcess server = ServerProcess.start(BenchServer.setup(arguments, ForumIn.UNPACED))) {
            System.out.println(Machine.describe());
            RebuildUnderLoad run = new RebuildUnderLoad(server.port(), arguments);
            run.operator.awaitCaughtUp();
            right = run.run();
        }
        if (!right) {
            System.exit(1);
        }
    }

    private boolean run() throws IOException, InterruptedException {
        List<Marker> markers = Marker.of(port, village);
        List<Thread> marking = markers.stream()
                .map(marker -> Thread.ofPlatform().name("marker").start(marker))
                .toList();
        List<Person> ears = new ArrayList<>();
        for (int i = 0; i < listeners(); i++) {
            ears.add(village.person(i));
        }
        boolean right;
        try (Notices notices = new Notices(port, village.people().get(1));
                Audience audience = Audience.open(port, "/api/chat/" + village.room() + "/stream", ears, hearing);
                Paced lines = new Paced(port, LINE_WRITERS, arguments.number("lines", 10), this::line);
                Paced mentions = new Paced(port, 1, 1, (api, number) -> mention(notices, api));
                Paced writes = new Paced(port, CLIENTS, arguments.number("writes", 40), village::write);
                Paced reads = new Paced(port, CLIENTS, arguments.number("reads", 80), village::read)) {
            TimeUnit.SECONDS.sleep(arguments.number("warm-up", 60));
            stretch(writes, reads, lines).print("warm-up");
            TimeUnit.SECONDS.sleep(arguments.number("before", 60));
            Stretch before = stretch(writes, reads, lines);
            before.print("before");
            Map<String, Integer> old = rebuild();
            Stretch during = stretch(writes, reads, lines);
            during.print("during");
            long differing = differing(old.keySet());
            rollBack(old);
            Stretch after = stretch(writes, reads, lines);
            after.print("rolling back");
            markers.forEach(Marker::stop);
            for (Thread thread : marking) {
                thread.join();
            }
            long failed = before.reads().failures().size()
                    + during.reads().failures().size()
                    + after.reads().failures().size();
            right = failed == 0 & differing == 0 & told(markers, notices, audience, before, during);
        }
        return right;
    }

    private static Stretch stretch(Paced writes, Paced reads, Paced lines, Hearing hearing) {
        return new Stretch(writes.lap(), reads.lap(), lines.lap(), hearing.lap());
    }

    private Stretch stretch(Paced writes, Paced reads, Paced lines) {
        return stretch(writes, reads, lines, hearing);
    }

    private String line(ApiClient api, long number) throws IOException {
        hearing.due(number, System.nanoTime());
        String content = Village.json(Map.of("content", "#" + number + " " + Words.line()));
        int status = api.send("POST", "/api/chat/" + village.room() + "/messages", village.person(number), content)
                .status();
        return status == 201 ? "" : "a line was answered with " + status;
    }

    private String mention(Notices notices, ApiClient api) throws IOException {
        notices.mention(api, village.people().get(0), village.topic(), Words.line());
        return "";
    }

    /** The versions that were read before, by projection. */
    private Map<String, Integer> rebuild() throws IOException, InterruptedException {
        Map<String, Integer> before = new HashMap<>();
        long begin = System.nanoTime();
        for (JsonNode projection : operator.projections()) {
            String name = projection.path("name").asString();
            if (asked(name)) {
                before.put(name, projection.path("version").asInt());
                operator.ask(name, "rebuild").orFail("asking for a rebuild");
            }
        }
        for (Map.Entry<String, Integer> each : before.entrySet()) {
            while (operator.projection(each.getKey()).path("version").asInt() == each.getValue()) {
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d read models built anew from %d events in %.0f s%n",
                before.size(),
                operator.head(),
                (System.nanoTime() - begin) / 1e9);
        return before;
    }

    private boolean asked(String projection) {
        String only = "," + arguments.text("only").orElse(projection) + ",";
        return !projection.equals(OPERATIONS) && only.contains("," + projection + ",");
    }

    private long differing(Iterable<String> projections) throws IOException {
        long differing = 0;
        long documents = 0;
        for (String name : projections) {
            for (JsonNode version : operator.projection(name).path("versions")) {
                JsonNode report = version.path("report");
                if (version.path("stage").asString().equals("live") && report.isObject()) {
                    differing += report.path("differing").asLong();
                    documents += report.path("stores")
                            .valueStream()
                            .mapToLong(store -> store.path("fresh_documents").asLong())
                            .sum();
                    if (report.path("differing").asLong() > 0) {
                        System.out.println(name + " differs: " + report.path("keys"));
                    }
                }
            }
        }
        System.out.printf("of %d documents %d differ between old and new%n", documents, differing);
        return differing;
    }

    private void rollBack(Map<String, Integer> old) throws IOException, InterruptedException {
        long[] nanos = new long[old.size()];
        int done = 0;
        for (Map.Entry<String, Integer> each : old.entrySet()) {
            long begin = System.nanoTime();
            operator.ask(each.getKey(), "rollback").orFail("asking to go back");
            while (operator.projection(each.getKey()).path("version").asInt() != each.getValue()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            nanos[done++] = System.nanoTime() - begin;
        }
        System.out.printf(
                Locale.ROOT,
                "rolled back, from asking until it is told: median %.0f ms, worst %.0f ms%n",
                Percentile.of(nanos, 50) / 1e6,
                Percentile.of(nanos, 100) / 1e6);
    }

    private boolean told(List<Marker> markers, Notices notices, Audience audience, Stretch before, Stretch during)
            throws InterruptedException {
        long reads = markers.stream().mapToLong(Marker::reads).sum();
        long backwards = markers.stream().mapToLong(Marker::backwards).sum();
        long failed = markers.stream().mapToLong(Marker::failed).sum();
        System.out.printf("markers: %d reads, went back or fell short %d, failed %d%n", reads, backwards, failed);
        System.out.printf(
                "live: missed %d, repeated %d, came back %d; notices: %d, heard %d, repeated %d%n",
                hearing.missed(),
                hearing.repeated(),
                audience.returns(),
                notices.sent(),
                notices.heard(),
                notices.repeated());
        System.out.printf(
                Locale.ROOT,
                "during / before: live p99 %.2f, writes %.2f%n",
                (double) Percentile.of(during.heard(), 99) / Percentile.of(before.heard(), 99),
                during.written() / before.written());
        return backwards + failed + hearing.missed() + hearing.repeated() + notices.repeated() == 0;
    }
}

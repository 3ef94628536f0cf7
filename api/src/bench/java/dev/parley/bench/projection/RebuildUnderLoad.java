package dev.parley.bench.projection;

import dev.parley.bench.Arguments;
import dev.parley.bench.BenchServer;
import dev.parley.bench.Percentile;
import dev.parley.bench.forum.ForumIn;
import dev.parley.bench.ratio.Machine;
import dev.parley.load.ServerProcess;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Has every read model of a server that {@link Fill} has filled built anew while people read and write at a steady pace, and
 * compares that with a time before; then goes back to what was read before. Exit code 1 if a read failed, a marker went back,
 * or something was missed, repeated, or differs. {@code RebuildUnderLoad --data=DIR [--writes=20] [--reads=20] [--lines=5]
 * [--listeners=50] [--warm-up=60] [--before=60] [--only=NAME,NAME]}: rates are per second, the last two in seconds.
 */
public final class RebuildUnderLoad {
    private static final String OPERATIONS = "operations";

    private final Arguments arguments;
    private final Operator operator;

    private RebuildUnderLoad(Arguments arguments, Operator operator) {
        this.arguments = arguments;
        this.operator = operator;
    }

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        boolean right;
        try (ServerProcess server = ServerProcess.start(BenchServer.setup(arguments, ForumIn.UNPACED));
                Operator operator = new Operator(server.port())) {
            System.out.println(Machine.describe());
            operator.awaitCaughtUp();
            right = new RebuildUnderLoad(arguments, operator).isRight(server.port());
        }
        if (!right) {
            System.exit(1);
        }
    }

    private boolean isRight(int port) throws IOException, InterruptedException {
        try (Traffic traffic = new Traffic(port, arguments)) {
            traffic.stretch(arguments.number("warm-up", 60)).print("warm-up");
            Stretch before = traffic.stretch(arguments.number("before", 60)).print("before");
            Map<String, Integer> old = rebuild();
            Stretch during = traffic.stretch().print("during");
            long differing = differing(old.keySet());
            rollBack(old);
            Stretch after = traffic.stretch().print("rolling back");
            System.out.printf(
                    Locale.ROOT,
                    "during / before: live p99 %.2f, writes %.2f%n",
                    during.heardMillis(99) / before.heardMillis(99),
                    during.written() / before.written());
            long failed = before.failedReads() + during.failedReads() + after.failedReads();
            return traffic.faults() + failed + differing == 0;
        }
    }

    /** The versions that were read before, by projection. */
    private Map<String, Integer> rebuild() throws IOException, InterruptedException {
        Map<String, Integer> before = new TreeMap<>();
        long begin = System.nanoTime();
        for (JsonNode projection : operator.projections()) {
            String name = projection.path("name").asString();
            if (isAsked(name)) {
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

    private boolean isAsked(String projection) {
        String only = "," + arguments.text("only").orElse(projection) + ",";
        return !projection.equals(OPERATIONS) && only.contains("," + projection + ",");
    }

    private long differing(Iterable<String> projections) throws IOException {
        long differing = 0;
        long documents = 0;
        for (String name : projections) {
            for (JsonNode version : operator.projection(name).path("versions")) {
                JsonNode report = version.path("report");
                if (version.path("stage").asString().equals("live")) {
                    differing += report.path("differing").asLong();
                    documents += report.path("stores")
                            .valueStream()
                            .mapToLong(store -> store.path("fresh_documents").asLong())
                            .sum();
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
}

package dev.parley.bench.projection;

import dev.parley.bench.Arguments;
import dev.parley.bench.Percentile;
import dev.parley.bench.ratio.Machine;
import dev.parley.load.ServerProcess;
import dev.parley.load.ServerProcess.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Starts a server on what {@link Fill} has left and one on an empty store, each of which was started once before, in turns,
 * and states how long it took until they served. {@code StartUp --data=DIR [--starts=5]}.
 */
public final class StartUp {
    private StartUp() {}

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        Path filled = Path.of(arguments.text("data").orElseThrow()).toAbsolutePath();
        Path empty = Files.createTempDirectory("parley-empty").resolve("data");
        System.out.println(Machine.describe());
        seconds(empty);
        seconds(filled);
        List<Double> ofFilled = new ArrayList<>();
        List<Double> ofEmpty = new ArrayList<>();
        for (int start = 0; start < arguments.number("starts", 5); start++) {
            if (start % 2 == 0) {
                ofFilled.add(seconds(filled));
                ofEmpty.add(seconds(empty));
            } else {
                ofEmpty.add(seconds(empty));
                ofFilled.add(seconds(filled));
            }
        }
        double[] ratios = new double[ofFilled.size()];
        Arrays.setAll(ratios, start -> ofFilled.get(start) / ofEmpty.get(start));
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "filled %.2f s, empty %.2f s, ratio %.2f (%.2f–%.2f)%n",
                median(ofFilled),
                median(ofEmpty),
                Percentile.median(ratios),
                ratios[0],
                ratios[ratios.length - 1]);
    }

    /** From the start of its JVM until it says that it has started. */
    private static double seconds(Path data) throws IOException, InterruptedException {
        Setup setup = Setup.on(data);
        long begin = System.nanoTime();
        try (ServerProcess server = ServerProcess.start(setup)) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(Locale.ROOT, "%s: %.2f s (pid %d)%n", data, seconds, server.pid());
            return seconds;
        }
    }

    private static double median(List<Double> seconds) {
        return Percentile.median(
                seconds.stream().mapToDouble(Double::doubleValue).toArray());
    }
}

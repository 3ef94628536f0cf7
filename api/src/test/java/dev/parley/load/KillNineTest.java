package dev.parley.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.KillRounds.Outcome;
import dev.parley.load.KillRounds.Plan;
import dev.parley.load.Lane.Line;
import dev.parley.load.ServerProcess.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server in a JVM of its own is killed while eight people write in two rooms. */
class KillNineTest {
    private static final int WRITERS = 8;
    private static final int LINES_EACH = 20_000;

    @TempDir
    private Path directory;

    @Test
    void nothingAcknowledgedIsLostDoubledOrOutOfOrder() throws IOException, InterruptedException {
        Setup setup = Setup.on(directory.resolve("data"));
        Plan plan = new Plan(WRITERS, 3, Duration.ofSeconds(1), false);
        Outcome outcome = new KillRounds(setup, plan, new Random()).run(lanes());
        assertThat(outcome.kills()).isEqualTo(3);
        assertThat(outcome.journal().refusedLines()).isEmpty();
        assertThat(outcome.verdict()).isEqualTo(new Verdict(outcome.journal().acceptedLines(), 0, 0, 0));
    }

    private static List<Lane> lanes() {
        return IntStream.range(0, WRITERS)
                .mapToObj(writer -> new Lane("kill-" + writer % 2, linesOf("writer-" + writer)))
                .toList();
    }

    private static List<Line> linesOf(String writer) {
        Random random = new Random(writer.hashCode());
        return IntStream.range(0, LINES_EACH)
                .mapToObj(number -> new Line(writer, words(random), writer + "." + number))
                .toList();
    }

    /** No two of a writer are nearly the same, which would be refused. */
    private static String words(Random random) {
        return random.ints(40, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

package dev.parley.bench.chat;

import dev.parley.bench.Arguments;
import dev.parley.kernel.detection.Category;
import dev.parley.kernel.detection.Finding;
import dev.parley.kernel.detection.TextPolicy;
import dev.parley.kernel.detection.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the text policy would flag of a file of chat, and how many lines it looks at per second:
 * {@code FILE.jsonl.gz [--rounds=5] [--sample=100] [--seed=1]}. A sample is of flagged lines and of others, to be read.
 */
public final class DryRun {
    private static final int WARM_UP = 2;

    private final TextPolicy policy = TextPolicy.current();
    private final List<String> lines;

    private DryRun(List<String> lines) {
        this.lines = lines;
    }

    public static void main(String... args) throws IOException {
        Arguments arguments = new Arguments(args);
        DryRun run = new DryRun(ChatFile.texts(Path.of(arguments.word(0, "file"))));
        run.measure(arguments.number("rounds", 5));
        run.show(arguments.number("sample", 0), new Random(arguments.number("seed", 1)));
    }

    private void measure(int rounds) {
        for (int round = -WARM_UP; round < rounds; round++) {
            long begin = System.nanoTime();
            long weight =
                    lines.stream().mapToLong(line -> policy.look(line).weight()).sum();
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "%s: %,.0f lines/s, %,d lines, weight %,d%n",
                    round < 0 ? "warm-up" : "round " + (round + 1), lines.size() / seconds, lines.size(), weight);
        }
    }

    private void show(int sample, Random random) {
        List<String> flagged = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Map<Category, Integer> byCategory = new TreeMap<>();
        for (String line : lines) {
            Verdict verdict = policy.look(line);
            (verdict.isFlagged() ? flagged : others).add(line);
            verdict.findings().stream()
                    .map(Finding::category)
                    .distinct()
                    .forEach(category -> byCategory.merge(category, 1, Integer::sum));
        }
        System.out.printf("policy %s: %,d of %,d lines flagged%n", policy.version(), flagged.size(), lines.size());
        byCategory.forEach((category, count) -> System.out.printf("%s: %,d%n", category.label(), count));
        show("flagged", flagged, sample, random);
        show("not flagged", others, sample, random);
    }

    private void show(String title, List<String> from, int sample, Random random) {
        List<String> mixed = new ArrayList<>(from);
        Collections.shuffle(mixed, random);
        for (String line : mixed.subList(0, Math.min(sample, mixed.size()))) {
            System.out.println(title + ": " + line + found(line));
        }
    }

    private String found(String line) {
        return policy.look(line).findings().stream()
                .map(finding -> "\n    " + finding.severity() + " " + finding.rule() + " «"
                        + line.substring(finding.start(), finding.end()) + "»")
                .collect(Collectors.joining());
    }
}

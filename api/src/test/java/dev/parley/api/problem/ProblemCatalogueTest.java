package dev.parley.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names of problems are public: they stand in docs/problems.md, each with its status. */
class ProblemCatalogueTest {
    private static final Path DOCUMENT = Path.of("../docs/problems.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d{3}) \\| \\S.*\\|$");

    @Test
    void listsEveryProblemWithItsStatus() throws IOException {
        Map<String, Integer> documented = ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), ProblemCatalogueTest::status));
        assertThat(new TreeMap<>(documented)).isEqualTo(new TreeMap<>(known()));
    }

    private static int status(MatchResult row) {
        return Integer.parseInt(row.group(2));
    }

    private static Map<String, Integer> known() {
        Stream<Map.Entry<String, Integer>> rules = Arrays.stream(Rejection.values())
                .map(rule -> Map.entry(rule.label(), ProblemAdvice.status(rule).value()));
        Stream<Map.Entry<String, Integer>> others =
                Arrays.stream(ProblemType.values()).map(type -> Map.entry(type.label(), type.status()));
        return Stream.concat(rules, others).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

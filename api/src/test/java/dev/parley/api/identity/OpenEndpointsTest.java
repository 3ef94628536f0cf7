package dev.parley.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What answers without a token is one list: in docs/threat-model.md, in the routes, and in the matrix of callers. */
class OpenEndpointsTest {
    private static final Path DOCUMENT = Path.of("../docs/threat-model.md");
    private static final Path MATRIX = Path.of("src/test/resources/whole/matrix.txt");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(/[^`]*)` \\| ");
    private static final Pattern ENDPOINT = Pattern.compile("^[A-Z]+ (/\\S*)\\s*\\| (\\S+) .*");

    @Test
    void areThoseOfTheDocument() throws IOException {
        Stream<String> below = OpenRoutes.OPEN_BELOW.stream().map(path -> path + "**");

        assertThat(documented())
                .isEqualTo(
                        Stream.concat(OpenRoutes.OPEN.stream(), below).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void areTheOnlyOnesThatAnswerAnonymousCallers() throws IOException {
        var routes = new OpenRoutes(false);
        var rows = Files.readAllLines(MATRIX).stream()
                .map(ENDPOINT::matcher)
                .filter(Matcher::matches)
                .toList();

        assertThat(rows)
                .hasSizeGreaterThan(80)
                .allSatisfy(row -> assertThat(row.group(2).equals("unauthenticated"))
                        .as(row.group())
                        .isEqualTo(!routes.isOpen(row.group(1))));
    }

    private static Set<String> documented() throws IOException {
        return ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

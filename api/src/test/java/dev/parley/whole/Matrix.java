package dev.parley.whole;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of who is answered what: a row for each endpoint, a column for each kind of caller.
 *
 * @param rows by endpoint, the expected answers by caller: a status, or the name of the rule that refuses
 */
record Matrix(List<String> callers, Map<String, Map<String, String>> rows) {
    private static final String FILE = "/whole/matrix.txt";

    static Matrix read() {
        List<String[]> lines =
                lines(FILE).stream().map(line -> line.split("\\|")).toList();
        List<String> callers = words(lines.getFirst()[1]);
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        lines.stream().skip(1).forEach(line -> rows.put(line[0].strip(), cells(callers, words(line[1]))));
        return new Matrix(callers, rows);
    }

    /** The lines of a file beside the tests that are neither empty nor comments. */
    static List<String> lines(String file) {
        try (InputStream content = Matrix.class.getResourceAsStream(file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(String cells) {
        return Arrays.asList(cells.strip().split("\\s+"));
    }

    private static Map<String, String> cells(List<String> callers, List<String> answers) {
        if (answers.size() != callers.size()) {
            throw new IllegalStateException("the row does not have a cell for each of " + callers + ": " + answers);
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < callers.size(); i++) {
            cells.put(callers.get(i), answers.get(i));
        }
        return cells;
    }
}

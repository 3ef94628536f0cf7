package dev.parley.command.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({
        "'',       '',        0",
        "same,     same,      0",
        "'',       abc,       3",
        "kitten,   sitting,   3",
        "saturday, sunday,    3",
        "abcdef,   bcdefa,    2",
        "aaaa,     aaaaaaaa,  4",
        "abc,      xyz,       3"
    })
    void isBelowEveryHigherLimitAndNoOther(String one, String other, int distance) {
        for (int limit = 0; limit <= 10; limit++) {
            assertThat(EditDistance.isBelow(limit, one, other)).isEqualTo(distance < limit);
            assertThat(EditDistance.isBelow(limit, other, one)).isEqualTo(distance < limit);
        }
    }

    /** Seeded: a failure can be repeated. Few letters make many near misses. */
    @Test
    void agreesWithTheWholeTable() {
        Random random = new Random(42);
        for (int round = 0; round < 20_000; round++) {
            String one = text(random);
            String other = text(random);
            int limit = random.nextInt(12);
            assertThat(EditDistance.isBelow(limit, one, other))
                    .as("%s %s %d", one, other, limit)
                    .isEqualTo(wholeTable(one, other) < limit);
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(20), 'a', 'd')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static int wholeTable(String one, String other) {
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : cell(table, i, j, one.charAt(i - 1) == other.charAt(j - 1));
            }
        }
        return table[one.length()][other.length()];
    }

    private static int cell(int[][] table, int i, int j, boolean same) {
        return Math.min(table[i - 1][j - 1] + (same ? 0 : 1), Math.min(table[i - 1][j], table[i][j - 1]) + 1);
    }
}

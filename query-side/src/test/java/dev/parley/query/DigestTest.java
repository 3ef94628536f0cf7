package dev.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class DigestTest {
    @Test
    void isTheSameWhateverTheOrderOfFields() {
        var one = new Document("a", 1).append("b", new Document("c", "x").append("d", null));
        var other = new Document("b", new Document("d", null).append("c", "x")).append("a", 1);
        assertThat(Digest.of(one)).isEqualTo(Digest.of(other));
    }

    @Test
    void isAnotherWhereAnythingElseDiffers() {
        assertThat(List.of(
                        Digest.of(Map.of("a", 1)),
                        Digest.of(Map.of("a", 1L)),
                        Digest.of(Map.of("a", "1")),
                        Digest.of(Map.of("b", 1)),
                        Digest.of(Map.of("1", "a")),
                        Digest.of(Map.of("a", 1, "b", 1)),
                        Digest.of(Map.of("a", List.of(1, 2))),
                        Digest.of(Map.of("a", List.of(2, 1))),
                        Digest.of(Map.of("a", List.of())),
                        Digest.of(Map.of("a", Map.of())),
                        Digest.of(Map.of("a", new Date(1))),
                        Digest.of(Map.of("a", true)),
                        Digest.of(Map.of())))
                .doesNotHaveDuplicates();
    }

    @Test
    void spreadsOverAllRangesOfKeys() {
        assertThat(IntStream.range(0, 10_000)
                        .mapToLong(number -> Digest.of("room~g1~" + number) >>> 56)
                        .distinct()
                        .count())
                .isEqualTo(256);
    }
}

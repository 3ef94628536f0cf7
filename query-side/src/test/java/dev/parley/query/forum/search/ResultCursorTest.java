package dev.parley.query.forum.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import dev.parley.query.forum.search.ForumSearchQuery.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultCursorTest {
    private static final String POST = ForumLog.topic(1) + "~7";

    @ParameterizedTest
    @ValueSource(floats = {0, 1, 0.00012345678f, 12.345678f, 98765.43f})
    void comesBackAsItWent(float score) {
        var scored = new ResultCursor(Sort.RELEVANCE, 1_772_366_400_123L, score, -5, POST);
        assertThat(ResultCursor.parse(scored.toString(), Sort.RELEVANCE)).contains(scored);
        var dated = new ResultCursor(Sort.DATE, 0, 0, 1_772_366_400_123L, POST);
        assertThat(ResultCursor.parse(dated.toString(), Sort.DATE)).contains(dated);
    }

    @Test
    void isEmptyForAFirstPage() {
        assertThat(ResultCursor.parse("", Sort.DATE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "r_", "r_1_2_3_4", "d_1_topic~1", "d_1_topic~00000000-0000-4000-8000-000000000001~7"})
    void isNoOther(String garbled) {
        assertThatThrownBy(() -> ResultCursor.parse(garbled, Sort.RELEVANCE)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void belongsToItsOrder() {
        String scored = new ResultCursor(Sort.RELEVANCE, 1, 2, 3, POST).toString();
        assertThatThrownBy(() -> ResultCursor.parse(scored, Sort.DATE)).isInstanceOf(InvalidValue.class);
    }
}

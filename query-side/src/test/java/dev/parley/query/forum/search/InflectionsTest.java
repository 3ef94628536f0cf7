package dev.parley.query.forum.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InflectionsTest {
    @ParameterizedTest
    @CsvSource({
        "install, installing",
        "Installing, installed",
        "installation, install",
        "partitions, partition",
        "queries, query",
        "query, queries",
        "configure, configuring",
        "configuring, configuration",
        "stopped, stops",
        "stop, stopping",
        "games, game",
        "crashes, crash",
        "move, moved",
        "journaling, journal"
    })
    void leadFromOneFormToAnother(String asked, String written) {
        Inflections forms = Inflections.of(asked).orElseThrow();
        assertThat(written).matches(forms.pattern()).matches(forms::include);
    }

    @ParameterizedTest
    @CsvSource({"part, partition", "string, strong", "king, kin", "artist, art", "install, instant"})
    void areNotAllThatBeginsAlike(String asked, String written) {
        Inflections forms = Inflections.of(asked).orElseThrow();
        assertThat(written).doesNotMatch(forms.pattern());
        assertThat(forms.include(written)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "the", "e4e5", "größer", "a.*b", "don't"})
    void areEnglishWordsAlone(String other) {
        assertThat(Inflections.of(other)).isEmpty();
    }
}

package dev.parley.kernel.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.kernel.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What services say of an activity. */
class ActivityValuesTest {
    @Test
    void aTitleIsTrimmed() {
        assertThat(new ActivityTitle(" My first blog \n").value()).isEqualTo("My first blog");
    }

    @Test
    void aTitleHas1To200CodePoints() {
        assertThat(new ActivityTitle("♟".repeat(200)).value()).hasSize(200);
        assertRefused("title", () -> new ActivityTitle("♟".repeat(201)));
        assertRefused("title", () -> new ActivityTitle("  "));
        assertRefused("title", () -> new ActivityTitle(null));
        assertRefused("title", () -> new ActivityTitle("\u200B\u3164"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/blog/1",
                "http://example.org",
                "HTTPS://example.org:8443/?a=b#c",
                "http://[::1]/",
                "https://example.org/@ann",
                "https://example.org/مرحبا"
            })
    void anAddressIsOneOfTheWeb(String address) {
        assertThat(new ActivityUrl(address).value()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "//example.org",
                "javascript:alert(1)",
                "ftp://example.org",
                "https:",
                "https:///path",
                "https://example.org/a b",
                "https://example.org/<script>",
                "https://bank.example@evil.example/",
                "https://bank.example:443@evil.example/",
                "https://@evil.example/",
                "https://example.org/\u202Egpj.exe",
                "https://example.org/\u2066a\u2069",
                "https://example.org/\u200B",
                "https://example.org/\u0007",
                "https://example.org/\u0085",
                "https://example.org/\uD83D"
            })
    void isRefusedWhateverElseItIs(String address) {
        assertRefused("url", () -> new ActivityUrl(address));
    }

    @Test
    void anAddressHasAtMost2000Characters() {
        String start = "https://example.org/";
        String longest = start + "a".repeat(2_000 - start.length());
        assertThat(new ActivityUrl(longest).value()).isEqualTo(longest);
        assertRefused("url", () -> new ActivityUrl(longest + "a"));
        assertRefused("url", () -> new ActivityUrl(null));
    }

    private static void assertRefused(String field, Runnable making) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(making::run)
                .extracting(InvalidValue::field)
                .isEqualTo(field);
    }
}

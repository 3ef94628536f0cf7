package dev.parley.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.ApiTest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that draws reports, as browsers get it before anybody has signed in. */
class AnalyticsPageTest extends ApiTest {
    private static final Pattern FILES = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");
    private static final Pattern IMPORTS = Pattern.compile("from '(\\.?/[^']+)'");

    @ParameterizedTest
    @ValueSource(strings = {"/analytics", "/analytics/"})
    void isThereWithoutAToken(String address) {
        web.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("text/html")
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("script-src 'self'", "default-src 'none'")
                                .doesNotContain("unsafe"));
    }

    @Test
    void hasNothingWrittenIntoItThatItsPolicyForbids() {
        assertThat(read("/analytics/"))
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=");
    }

    @Test
    void allThatItNeedsIsThere() {
        FILES.matcher(read("/analytics/"))
                .results()
                .map(AnalyticsPageTest::name)
                .forEach(this::read);
        assertThat(IMPORTS.matcher(read("/analytics/page.js") + read("/analytics/chart.js"))
                        .results()
                        .map(AnalyticsPageTest::name)
                        .map(name -> name.replaceFirst("^\\./", "/analytics/"))
                        .map(this::read))
                .hasSize(4);
    }

    @Test
    void nothingElseIsThere() {
        web.get().uri("/analytics/nothing.js").exchange().expectStatus().isNotFound();
        web.get()
                .uri("/analytics/%2e%2e/application.yml")
                .exchange()
                .expectStatus()
                .is4xxClientError();
    }

    private static String name(MatchResult found) {
        return found.group(1);
    }

    private String read(String address) {
        return web.mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(500_000))
                .build()
                .get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}

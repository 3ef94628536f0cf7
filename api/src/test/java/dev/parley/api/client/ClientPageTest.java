package dev.parley.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.api.ApiTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The web client as browsers get it, where it was built. Without it there is a page that says so. */
class ClientPageTest extends ApiTest {
    private static final Pattern FILES = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/chat", "/chat/team~t1", "/chat/team~t1/", "/people/ann", "/sign-in", "/forum/topics/1"})
    void isUnderEveryAddressOfItsOwn(String address) {
        web.get()
                .uri(address)
                .header("Accept", "text/html")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("text/html")
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache")
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
                                .doesNotContain("unsafe"));
    }

    /** Usernames from an identity provider are often addresses of mail, and may be odder things. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/people/ann%40example.org",
                "/people/a..b",
                "/people/...",
                "/people/50%25",
                "/people/%2540",
                "/people/a%5cb"
            })
    void isUnderAddressesWithUnusualCharacters(String address) {
        web.get()
                .uri(URI.create("http://localhost:" + port + address))
                .header("Accept", "text/html")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/chat/%2e%2e/%2e%2e/api/settings",
                "/chat/..%2fapi",
                "/chat/a%2fb",
                "/chat/%252e%252e",
                "/chat/a%252fb",
                "/chat/..;/api",
                "/chat/..%5capi",
                "/chat/a%5c..%5capi"
            })
    void isUnderNoAddressThatCouldMeanAnother(String address) {
        web.get()
                .uri(URI.create("http://localhost:" + port + address))
                .header("Accept", "text/html")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/chats", "/nothing", "/assets/nothing.js", "/actuator/nothing"})
    void isNowhereElse(String address) {
        web.get()
                .uri(address)
                .header("Authorization", "Bearer " + token("ann"))
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentTypeCompatibleWith("application/problem+json");
    }

    @Test
    void hasNothingWrittenIntoItThatItsPolicyForbids() {
        assertThat(read("/"))
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=");
    }

    @Test
    void itsFilesAreCompressedAndKeptForGood() throws IOException, InterruptedException {
        assumeThat(new ClassPathResource("client/index.html").exists())
                .as("the client was built")
                .isTrue();
        List<String> assets = FILES.matcher(read("/"))
                .results()
                .map(ClientPageTest::name)
                .filter(file -> file.startsWith("/assets/"))
                .toList();
        assertThat(assets).isNotEmpty();
        for (String file : assets) {
            HttpHeaders headers = fetch(file);
            assertThat(headers.firstValue("Content-Encoding")).as(file).contains("gzip");
            assertThat(headers.firstValue("Cache-Control"))
                    .hasValueSatisfying(caching -> assertThat(caching).contains("max-age=31536000", "immutable"));
        }
    }

    /** By a client that leaves the answer as it is. */
    private HttpHeaders fetch(String file) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + file))
                    .header("Accept-Encoding", "gzip, deflate, br, zstd")
                    .build();
            return browser.send(request, BodyHandlers.discarding()).headers();
        }
    }

    private static String name(MatchResult found) {
        return found.group(1);
    }

    private String read(String address) {
        return web.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}

package dev.parley.query.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.kernel.CannotStart;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Elasticsearch is, and how one gets in ({@code parley.elasticsearch.*}).
 *
 * @param uri of one node, or of several of one cluster; none where there is no search
 * @param username whose password is {@code password}; empty where nobody is asked
 * @param apiKey in place of both, as Elasticsearch encodes it
 * @param certificate file, in PEM, of who issued the server's certificate; empty for those that Java trusts
 * @param home where the embedded one is unpacked
 */
@ConfigurationProperties("parley.elasticsearch")
public record ElasticsearchSettings(
        @DefaultValue List<URI> uri,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String apiKey,
        @DefaultValue("") String certificate,
        @DefaultValue("") String home) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    public ElasticsearchSettings {
        uri = List.copyOf(uri);
        require(
                uri.stream().allMatch(ElasticsearchSettings::isAddress),
                "parley.elasticsearch.uri must be addresses such as https://search.example:9200,"
                        + " without a user's name in them.");
        require(
                username.isBlank() == password.isBlank(),
                "Set parley.elasticsearch.username and parley.elasticsearch.password, or neither.");
        require(
                username.isBlank() || apiKey.isBlank(),
                "Set parley.elasticsearch.username or parley.elasticsearch.api-key, not both.");
    }

    SearchAddress address() {
        return new SearchAddress(uri, new SearchAccess(authorization(), certificate), () -> false);
    }

    private String authorization() {
        if (!apiKey.isBlank()) {
            return "ApiKey " + apiKey;
        }
        return username.isBlank()
                ? ""
                : "Basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(UTF_8));
    }

    private static boolean isAddress(URI uri) {
        return SCHEMES.contains(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
    }

    private static void require(boolean valid, String sentence) {
        if (!valid) {
            throw new CannotStart(sentence);
        }
    }

    /** Without a secret. */
    @Override
    public String toString() {
        return "ElasticsearchSettings[uri=" + uri + "]";
    }
}

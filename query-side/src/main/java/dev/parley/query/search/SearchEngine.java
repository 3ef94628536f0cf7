package dev.parley.query.search;

import dev.parley.query.DocumentRefused;
import dev.parley.query.SearchUnavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.netty.http.HttpResources;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way to Elasticsearch, JSON in and out. A server that does not answer is given up on after 5 s, after
 * 15 s when it is to write.
 */
@Component
public class SearchEngine implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration READING = Duration.ofSeconds(5);
    private static final Duration WRITING = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final ObjectProvider<SearchAddress> address;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final HttpClient client;
    private final SearchConnections connections;

    /**
     * @param address of the server, where there is one
     * @param loops the threads that serve HTTP, where somebody does
     */
    public SearchEngine(ObjectProvider<SearchAddress> address, ObjectProvider<LoopResources> loops) {
        this.address = address;
        SearchAddress known = address.getIfAvailable();
        SearchAccess access = known == null ? SearchAccess.OPEN : known.access();
        this.client = access.client(CONNECTING);
        this.connections = new SearchConnections(access, loops.getIfAvailable(HttpResources::get));
    }

    /** What the server said: a status below 500 and other than 429, and a body of JSON. */
    record Answer(int status, JsonNode body) {}

    /**
     * What an index holds that matches, as Elasticsearch answers it.
     *
     * @param answer what of it is read; numbers that it lacks are 0
     * @return fails with {@link SearchUnavailable} when the server is away, or too busy, or the index does not hold all
     *     that it should
     */
    public <T> CompletableFuture<T> search(SearchIndex index, Map<String, ?> query, Class<T> answer) {
        String path = "/" + index.name() + "/_search?allow_partial_search_results=false";
        return post(path, json.writeValueAsBytes(query)).thenApply(body -> json.readValue(body, answer));
    }

    /** All of the answer, otherwise as {@link #search(SearchIndex, Map, Class)}. */
    public CompletableFuture<JsonNode> search(SearchIndex index, Map<String, ?> query) {
        return search(index, query, JsonNode.class);
    }

    /**
     * The document under this id as it was written last, refreshed or not; missing if there is none.
     *
     * @return fails as a search does
     */
    public CompletableFuture<JsonNode> read(SearchIndex index, String id) {
        byte[] ids = json.writeValueAsBytes(Map.of("ids", List.of(id)));
        return post("/" + index.name() + "/_mget", ids)
                .thenApply(body -> json.readTree(body).at("/docs/0/_source"));
    }

    /** Completes once searches see all that was written to the index before; fails as they do. */
    CompletableFuture<Void> refresh(SearchIndex index) {
        return post("/" + index.name() + "/_refresh", new byte[0]).thenApply(refreshed -> null);
    }

    private CompletableFuture<byte[]> post(String path, byte[] body) {
        SearchAddress known;
        try {
            known = known();
        } catch (SearchUnavailable nowhere) {
            return CompletableFuture.failedFuture(nowhere);
        }
        URI uri = known.uri().resolve(path);
        return connections
                .post(uri, body)
                .whenComplete((reply, failure) -> {
                    if (failure != null || reply.status() >= SERVER_ERROR) {
                        known.unanswered(uri);
                    }
                })
                .thenApply(reply -> {
                    requireThere(reply.status());
                    if (reply.status() == NOT_FOUND) {
                        throw new SearchUnavailable("The index is being filled", null);
                    }
                    if (reply.status() != OK) {
                        throw refused(reply.status(), new String(reply.body(), StandardCharsets.UTF_8));
                    }
                    return reply.body();
                });
    }

    /** Sends what a projection wants done, and waits for the answer. */
    Answer send(String method, String path, String contentType, String body) {
        return exchange(request(path, WRITING)
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    /** Waits for a sign of life, 5 s at most. */
    boolean answers() {
        try {
            return exchange(request("/_cluster/health?timeout=1s", READING).build())
                            .status()
                    == OK;
        } catch (SearchUnavailable away) {
            return false;
        }
    }

    /**
     * Whether all of these can be searched; waits for that 5 s at most.
     *
     * @throws SearchUnavailable if the server is away
     */
    boolean has(Collection<SearchIndex> indexes) {
        String names = indexes.stream().map(SearchIndex::name).sorted().collect(Collectors.joining(","));
        return exchange(request("/_alias/" + names, READING).build()).status() != NOT_FOUND;
    }

    /**
     * @throws DocumentRefused if the server does not take what it was sent
     * @throws SearchUnavailable if it takes nothing of the kind at the moment, such as from somebody without the right
     */
    static Answer accepted(Answer answer) {
        return switch (answer.status()) {
            case OK -> answer;
            case BAD_REQUEST, TOO_LARGE ->
                throw documentRefused(answer.status(), answer.body().at("/error/type"));
            default -> throw new SearchUnavailable("Elasticsearch refuses with " + answer.status(), null);
        };
    }

    /**
     * What became of one document of a bulk.
     *
     * @throws DocumentRefused if it is never taken
     * @throws SearchUnavailable if it was not taken at that moment
     */
    static void requireWritten(JsonNode write) {
        int status = write.path("status").asInt(OK);
        if (status == BAD_REQUEST) {
            throw documentRefused(status, write.at("/error/type"));
        }
        if (status > BAD_REQUEST) {
            String why = "Elasticsearch refuses a document with " + status + ": " + write.at("/error/reason");
            throw new SearchUnavailable(why, null);
        }
    }

    /**
     * What {@code _mget} says of one document.
     *
     * @throws SearchUnavailable if it cannot be read
     */
    static void requireRead(JsonNode hit) {
        if (hit.has("error")) {
            throw new SearchUnavailable("Elasticsearch cannot read: " + hit.at("/error/reason"), null);
        }
    }

    private static DocumentRefused documentRefused(int status, JsonNode type) {
        return new DocumentRefused(
                "Elasticsearch refuses a document with " + status + " " + type.asString("without a word"));
    }

    private static IllegalStateException refused(int status, String why) {
        return new IllegalStateException("Elasticsearch refuses with " + status + ": " + why);
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= SERVER_ERROR) {
                known().unanswered(request.uri());
            }
            requireThere(response.statusCode());
            return new Answer(response.statusCode(), json.readTree(response.body()));
        } catch (IOException e) {
            known().unanswered(request.uri());
            throw new SearchUnavailable("Elasticsearch does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailable("Elasticsearch was not asked to the end", e);
        }
    }

    private static void requireThere(int status) {
        if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS) {
            throw new SearchUnavailable("Elasticsearch answers with " + status, null);
        }
    }

    private HttpRequest.Builder request(String path, Duration patience) {
        return known().request(path).timeout(patience);
    }

    private SearchAddress known() {
        SearchAddress known = address.getIfAvailable();
        if (known == null) {
            throw new SearchUnavailable("there is no Elasticsearch", null);
        }
        return known;
    }

    @Override
    public void close() {
        connections.close();
    }
}

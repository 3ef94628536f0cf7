package dev.parley.load;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The few calls of Parley's API that a chat needs, over one connection, made anew after it broke. For one thread. */
public final class ApiClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<Integer> FOR_NOW = Set.of(429, 503);

    private final int port;
    private HttpConnection connection;

    /**
     * An answer.
     *
     * @param position of what was written, in the log; 0 when the answer told none
     * @param retryAfter seconds after which to come again; 0 when the answer told none
     */
    public record Answer(int status, JsonNode body, long position, long retryAfter) {
        /** The rule that refused, or the status where no rule was named. */
        public String problem() {
            String type = body.path("type").asString("");
            return type.isEmpty() ? Integer.toString(status) : type.substring(type.lastIndexOf('/') + 1);
        }

        /** Whether this refuses for now alone, as it should: 429 or 503, with the rule and when to come again. */
        public boolean isForNow() {
            return FOR_NOW.contains(status) && body.has("type") && retryAfter > 0;
        }

        /** @throws IllegalStateException unless this is a success */
        public Answer orFail(String what) {
            if (status / 100 != 2) {
                throw new IllegalStateException(what + " was answered with " + status + ": " + body);
            }
            return this;
        }
    }

    public ApiClient(int port) {
        this.port = port;
    }

    public int port() {
        return port;
    }

    public Person token(String username, String... roles) throws IOException {
        String body = JSON.writeValueAsString(Map.of("username", username, "roles", List.of(roles)));
        Answer answer = exchange(HttpConnection.request("POST", "/dev/token", List.of(), body))
                .orFail("the request for a token");
        return Person.of(username, answer.body().path("access_token").asString());
    }

    /** The id of the room for this team, which is opened where there is none. */
    public String openTeam(Person service, String team, Collection<Person> members) throws IOException {
        List<Map<String, String>> introduced = members.stream()
                .map(member -> Map.of("id", member.id(), "username", member.username()))
                .toList();
        Map<String, Object> room = Map.of("room_type", "team", "team_id", team, "participants", introduced);
        byte[] request =
                HttpConnection.request("POST", "/api/chat/rooms/", service.headers(), JSON.writeValueAsString(room));
        return exchange(request).orFail("opening a room").body().path("id").asString();
    }

    public Answer post(Person author, String room, String content, String key) throws IOException {
        return exchange(posting(author, room, content, key));
    }

    /** The request that {@link #post} sends. */
    public static byte[] posting(Person author, String room, String content, String key) {
        String body = JSON.writeValueAsString(Map.of("content", content, "client_message_id", key));
        return HttpConnection.request("POST", "/api/chat/" + room + "/messages/", author.headers(), body);
    }

    /** Has a person take part in a room. */
    public Answer join(Person service, String room, Person member) throws IOException {
        String path = "/api/chat/" + room + "/participants/" + member.username() + "/";
        String body = JSON.writeValueAsString(Map.of("id", member.id()));
        return exchange(HttpConnection.request("PUT", path, service.headers(), body));
    }

    public Answer get(List<String> headers, String path) throws IOException {
        return exchange(HttpConnection.request("GET", path, headers, ""));
    }

    /** Any request of somebody; an empty body is none. */
    public Answer send(String method, String path, Person person, String body) throws IOException {
        return exchange(HttpConnection.request(method, path, person.headers(), body));
    }

    /** Any request with these headers; an empty body is none. */
    public Answer send(String method, String path, List<String> headers, String body) throws IOException {
        return exchange(HttpConnection.request(method, path, headers, body));
    }

    /** A request without a token or a body. */
    public Answer exchange(String method, String path) throws IOException {
        return exchange(HttpConnection.request(method, path, List.of(), ""));
    }

    private Answer exchange(byte[] request) throws IOException {
        try {
            if (connection == null) {
                connection = new HttpConnection(port);
            }
            int status = connection.send(request);
            return new Answer(status, body(), number("Parley-Position"), number("Retry-After"));
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    private long number(String header) {
        return connection.header(header).map(Long::parseLong).orElse(0L);
    }

    private JsonNode body() {
        boolean json = connection
                .header("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        return JSON.readTree(json ? connection.text() : "{}");
    }

    @Override
    public void close() throws IOException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}

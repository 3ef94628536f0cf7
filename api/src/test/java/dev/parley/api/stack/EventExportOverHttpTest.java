package dev.parley.api.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.ApiClient;
import dev.parley.load.Person;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server is asked for its events, and the connection breaks at random. */
class EventExportOverHttpTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LINES = 300;
    private static final int MOST_CUTS = 20;

    private final Stack stack = Stack.running();
    private final HttpClient http = HttpClient.newHttpClient();

    @RepeatedTest(3)
    void isTheSameInPiecesAsAtOnce(RepetitionInfo repetition) throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        long end = write();
        Person analyst;
        try (ApiClient api = new ApiClient(stack.port())) {
            analyst = api.token(UUID.randomUUID().toString(), "analyst");
        }
        String whole = upTo(end, new String(open(analyst, "").body().readAllBytes(), UTF_8));
        var pieces = new StringBuilder();
        String cursor = "";
        for (int cut = 0; cut < MOST_CUTS; cut++) {
            String piece = beginning(open(analyst, cursor), random.nextInt(whole.length() / MOST_CUTS * 2));
            pieces.append(piece);
            cursor = piece.lines()
                    .reduce((one, next) -> next)
                    .map(EventExportOverHttpTest::cursor)
                    .orElse(cursor);
        }
        pieces.append(new String(open(analyst, cursor).body().readAllBytes(), UTF_8));
        assertThat(upTo(end, pieces.toString())).isEqualTo(whole);
    }

    /** @return position of the last line */
    private long write() throws IOException {
        Person ann = stack.person();
        try (ApiClient api = new ApiClient(stack.port())) {
            Person service = api.token("service", "service");
            long last = 0;
            for (int i = 0; i < LINES; i++) {
                String room = api.openTeam(service, UUID.randomUUID().toString(), List.of(ann));
                last = api.post(ann, room, "line " + i, UUID.randomUUID().toString())
                        .orFail("a line")
                        .position();
            }
            return last;
        }
    }

    private HttpResponse<InputStream> open(Person analyst, String cursor) throws Exception {
        var address = URI.create("http://127.0.0.1:" + stack.port() + "/api/analytics/events/?cursor=" + cursor);
        var request = HttpRequest.newBuilder(address);
        analyst.headers().stream()
                .map(header -> header.split(": ", 2))
                .forEach(header -> request.header(header[0], header[1]));
        HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    /** The whole lines among the first bytes of an answer, whose connection is broken then. */
    private static String beginning(HttpResponse<InputStream> answer, int bytes) throws IOException {
        try (InputStream body = answer.body()) {
            String arrived = new String(body.readNBytes(bytes), UTF_8);
            return arrived.substring(0, arrived.lastIndexOf('\n') + 1);
        }
    }

    /** What others write into the same log meanwhile is not looked at. */
    private static String upTo(long position, String lines) {
        return lines.lines()
                .takeWhile(line -> Long.parseLong(cursor(line)) <= position)
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    private static String cursor(String line) {
        JsonNode json = JSON.readTree(line);
        return json.path("cursor").asString();
    }
}

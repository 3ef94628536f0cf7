package dev.parley.whole;

import dev.parley.whole.Site.Answer;
import java.net.http.WebSocketHandshakeException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has somebody ask an endpoint for something of its own, and tells what they were answered. */
final class Asking {
    /** Begins the names of what is said on a WebSocket. */
    static final String SOCKET = "SOCKET ";

    private static final String FILE = "/whole/requests.txt";
    private static final String ACK = "ack";

    private final Site site;
    private final Neighbourhood people;
    private final Map<String, Request> requests = new HashMap<>();

    Asking(Site site, Neighbourhood people) {
        this.site = site;
        this.people = people;
        Matrix.lines(FILE).stream()
                .map(line -> line.split("\\|", -1))
                .forEach(line -> requests.put(line[0].strip(), new Request(line[1].strip(), line[2].strip())));
    }

    private record Request(String path, String body) {
        Request filled(Neighbourhood people, String who) {
            return new Request(people.filled(path, who), people.filled(body, who));
        }
    }

    /** The name of the rule that refused, or the status; of a frame, {@code ack}. */
    String answer(String who, String endpoint) {
        String[] words = endpoint.split(" ");
        Request request =
                requests.getOrDefault(endpoint, new Request(words[1], "")).filled(people, who);
        if (endpoint.startsWith(SOCKET)) {
            return frame(who, request);
        }
        return (endpoint.endsWith("/stream")
                        ? site.open(who, request.path())
                        : site.ask(who, words[0], request.path(), request.body()))
                .told();
    }

    private String frame(String who, Request request) {
        Frames frames = new Frames();
        try {
            site.socket(who, frames);
        } catch (CompletionException refused) {
            return Integer.toString(((WebSocketHandshakeException) refused.getCause())
                    .getResponse()
                    .statusCode());
        }
        try {
            String answer = ACK;
            for (String type : request.path().split(" ")) {
                answer = answer.equals(ACK) ? answer(frames, type, request.body()) : answer;
            }
            return answer;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            frames.leave();
        }
    }

    private static String answer(Frames frames, String type, String body) throws InterruptedException {
        frames.say("{'type':'" + type + "','ref':'" + type + "'," + body.substring(1));
        JsonNode frame = JsonMapper.shared().readTree(frames.until("\"ref\":\"" + type + "\""));
        String answer = frame.path("type").asString();
        return answer.equals("error") ? new Answer(0, frame.path("problem")).told() : answer;
    }
}

package dev.parley.load;

import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Journal.Stored;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads rooms back page by page, from the newest line to the first. */
public final class History {
    private static final int UNAVAILABLE = 503;
    private static final int TRIES = 60;

    private final ApiClient api;
    private final Person reader;

    /** @param reader one who may read every room */
    public History(ApiClient api, Person reader) {
        this.api = api;
        this.reader = reader;
    }

    /** All lines of a room, oldest first, once the read model has reached {@code position}. */
    public List<Stored> read(String room, long position) throws IOException {
        List<Stored> newestFirst = new ArrayList<>();
        String path = "/api/chat/" + room + "/messages/?limit=100";
        JsonNode page = page(path, position);
        while (true) {
            List<Stored> lines =
                    page.path("items").valueStream().map(Stored::from).collect(Collectors.toList());
            Collections.reverse(lines);
            newestFirst.addAll(lines);
            JsonNode next = page.path("next");
            if (next.isNull() || next.isMissingNode()) {
                Collections.reverse(newestFirst);
                return newestFirst;
            }
            page = page(path + "&before=" + next.asString(), position);
        }
    }

    /** Tries again while the read model is behind: each answer to that takes the server about 2 s. */
    private JsonNode page(String path, long position) throws IOException {
        List<String> headers = List.of(reader.authorization(), "Parley-Min-Position: " + position);
        Answer answer = api.get(headers, path);
        for (int i = 0; i < TRIES && answer.status() == UNAVAILABLE; i++) {
            answer = api.get(headers, path);
        }
        return answer.orFail("reading " + path).body();
    }

    /** Compares each room with what was acknowledged to those who wrote there. */
    public Verdict judge(Player player, Journal journal, List<Lane> lanes) throws IOException {
        Verdict verdict = Verdict.NOTHING;
        for (var team :
                lanes.stream().collect(Collectors.groupingBy(Lane::team)).entrySet()) {
            List<Stored> history = read(player.room(team.getKey()), journal.position(team.getKey()));
            List<List<Stored>> acknowledged =
                    team.getValue().stream().map(journal::acceptedIn).toList();
            verdict = verdict.and(Verdict.of(history, acknowledged));
        }
        return verdict;
    }
}

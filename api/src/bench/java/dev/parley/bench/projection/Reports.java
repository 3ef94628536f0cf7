package dev.parley.bench.projection;

import dev.parley.bench.people.Crowd;
import dev.parley.load.ApiClient;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** People of a crowd who report others, each once, and a moderator who warns every tenth of those who were reported. */
final class Reports {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> TYPES = List.of("chat", "harassment", "content", "other");
    private static final int WARNED = 10;
    /** Who reports whom is so far apart, and so somebody else than the neighbour. */
    private static final int APART = 7;

    private final Crowd crowd;
    private final int people;
    private final List<String> texts;
    private final Person moderator;

    Reports(int port, Crowd crowd, int people, List<String> texts) throws IOException {
        this.crowd = crowd;
        this.people = people;
        this.texts = texts;
        try (ApiClient api = new ApiClient(port)) {
            moderator = api.token("bench-moderator", "moderator");
        }
    }

    void file() throws InterruptedException {
        crowd.each(IntStream.range(0, people).boxed().toList(), this::reported);
    }

    private boolean reported(ApiClient api, int number) throws IOException {
        String person = crowd.person((number + APART) % people).username();
        Map<String, String> report = Map.of(
                "reported_user",
                person,
                "report_type",
                TYPES.get(number % TYPES.size()),
                "description",
                "They wrote: " + texts.get(number % texts.size()));
        api.send("POST", "/api/reports", crowd.person(number), JSON.writeValueAsString(report))
                .orFail("a report");
        if (number % WARNED == 0) {
            Map<String, String> warning = Map.of("action_type", "warning", "reason", "It was reported.");
            api.send("POST", "/api/mod/users/" + person + "/actions", moderator, JSON.writeValueAsString(warning))
                    .orFail("a warning");
        }
        return true;
    }
}

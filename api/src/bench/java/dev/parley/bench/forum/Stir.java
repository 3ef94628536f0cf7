package dev.parley.bench.forum;

import dev.parley.bench.forum.Delays.What;
import dev.parley.bench.people.Crowd;
import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.json.JsonMapper;

/** Posts with a word that nobody else says, and what is done to them; each time it waits until the search knows. */
final class Stir {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LETTERS = 16;
    private static final int KINDS = 3;

    private final int port;
    private final Crowd crowd;
    private final Person moderator;
    private final Delays delays;

    /** A post as it was written. */
    record Written(String id, Person author, String word, long at) {}

    Stir(int port, Crowd crowd, Person moderator, Delays delays) {
        this.port = port;
        this.crowd = crowd;
        this.moderator = moderator;
        this.delays = delays;
    }

    static String word() {
        return ThreadLocalRandom.current()
                .ints(LETTERS, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    Written post(ApiClient api, String topic, int author, String text) throws IOException {
        String word = word();
        Person person = crowd.person(author);
        Answer answer = api.send(
                "POST",
                "/api/forum/topics/" + topic + "/posts",
                person,
                JSON.writeValueAsString(Map.of("content", text + " " + word)));
        long at = System.nanoTime();
        return new Written(answer.orFail("a post").body().path("id").asString(), person, word, at);
    }

    /** The id of a topic of some category. */
    String topic(ApiClient api, int author, String word) throws IOException {
        Map<String, String> topic =
                Map.of("category", "general", "title", "About " + word, "content", "It is about " + word);
        return api.send("POST", "/api/forum/topics", crowd.person(author), JSON.writeValueAsString(topic))
                .orFail("a topic")
                .body()
                .path("topic")
                .path("id")
                .asString();
    }

    /** Waits until the post is found, then has one of three things happen. */
    void watch(Written post, int number) throws IOException {
        try (ApiClient api = new ApiClient(port)) {
            Probe probe = new Probe(api, post.author());
            delays.add(What.POST_FOUND, probe.until(true, post.word(), post.at()));
            switch (number % KINDS) {
                case 0 -> erase(api, probe, post);
                case 1 -> edit(api, probe, post);
                default -> moveNew(api, probe);
            }
        }
    }

    private void erase(ApiClient api, Probe probe, Written post) throws IOException {
        api.send("DELETE", "/api/forum/posts/" + post.id(), post.author(), "").orFail("erasing");
        delays.add(What.ERASED_NOT_FOUND, probe.until(false, post.word(), System.nanoTime()));
    }

    private void edit(ApiClient api, Probe probe, Written post) throws IOException {
        String next = word();
        String body = JSON.writeValueAsString(Map.of("content", "Rather " + next));
        api.send("PATCH", "/api/forum/posts/" + post.id(), post.author(), body).orFail("editing");
        long at = System.nanoTime();
        probe.until(true, next, at);
        delays.add(What.EDITED_FOUND_ANEW, probe.until(false, post.word(), at));
    }

    private void moveNew(ApiClient api, Probe probe) throws IOException {
        String word = word();
        String topic = topic(api, 0, word);
        probe.until(true, word, System.nanoTime());
        move(api, probe, topic, word, List.of("general", "off-topic"), What.MOVED_FOUND_THERE);
    }

    /** @param way from the first category to the second */
    void move(ApiClient api, Probe probe, String topic, String word, List<String> way, What what) throws IOException {
        String body = JSON.writeValueAsString(Map.of("category", way.getLast(), "reason", "It belongs there."));
        api.send("PATCH", "/api/forum/topics/" + topic + "/move", moderator, body)
                .orFail("moving");
        long at = System.nanoTime();
        probe.until(true, word + "&category=" + way.getLast(), at);
        delays.add(what, probe.until(false, word + "&category=" + way.getFirst(), at));
    }
}

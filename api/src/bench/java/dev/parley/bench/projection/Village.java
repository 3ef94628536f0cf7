package dev.parley.bench.projection;

import dev.parley.bench.Words;
import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Person;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import tools.jackson.databind.json.JsonMapper;

/** Some people who use all that there is, and what they ask for: every read model is read, and written to. */
final class Village {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PEOPLE = 40;
    private static final int TOPICS = 4;

    private final List<Person> people = new ArrayList<>();
    private final List<String> topics = new ArrayList<>();
    private final AtomicReferenceArray<String> conversations = new AtomicReferenceArray<>(PEOPLE);
    private final Person moderator;
    private final String room;

    /** Has them come, with a room, some topics and a conversation with each one's neighbour. */
    Village(int port) throws IOException {
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        try (ApiClient api = new ApiClient(port)) {
            moderator = api.token("bench-moderator", "moderator");
            for (int i = 0; i < PEOPLE; i++) {
                people.add(api.token("village-" + run + "-" + i, "user"));
            }
            room = api.openTeam(api.token("bench-service", "service"), "village-" + run, people);
            for (int i = 0; i < TOPICS; i++) {
                String body = json(Map.of("category", "general", "title", Words.line(), "content", Words.line()));
                Answer topic =
                        api.send("POST", "/api/forum/topics", person(i), body).orFail("a topic");
                topics.add(topic.body().path("topic").path("id").asString());
            }
            for (int i = 0; i < PEOPLE; i++) {
                String body = json(Map.of("recipient", person(i + 1).username(), "content", Words.line()));
                Answer sent = api.send("POST", "/api/messages/compose", person(i), body)
                        .orFail("a conversation");
                conversations.set(i, sent.body().path("conversation").path("id").asString());
            }
        }
    }

    List<Person> people() {
        return people;
    }

    String room() {
        return room;
    }

    String topic() {
        return topics.getFirst();
    }

    Person person(long number) {
        return people.get((int) (number % PEOPLE));
    }

    /** The next of many writes: nobody is the writer of more than the product lets them. */
    String write(ApiClient api, long number) throws IOException {
        Person who = person(number);
        String message = json(Map.of("content", Words.line()));
        Answer answer = switch ((int) (number / PEOPLE % 8)) {
            case 0 -> api.send("POST", "/api/messages/" + conversation(number), who, message);
            case 1 -> api.send("POST", "/api/users/" + person(number + 3).username() + "/follow", who, "");
            case 2 -> api.send("DELETE", "/api/users/" + person(number + 3).username() + "/follow", who, "");
            case 3 -> api.send("POST", "/api/forum/topics/" + topic(number) + "/posts", who, message);
            case 4 -> api.send("PATCH", "/api/messages/" + conversation(number) + "/read", who, "{}");
            case 5 -> api.send("PUT", "/api/chat/notes/game-" + number % PEOPLE, who, message);
            default -> api.send("POST", "/api/chat/" + room + "/messages", who, message);
        };
        return failure(answer);
    }

    /** The next of many reads. */
    String read(ApiClient api, long number) throws IOException {
        Person who = person(number);
        List<String> paths = List.of(
                "/api/chat/" + room + "/messages",
                "/api/chat/" + room,
                "/api/messages",
                "/api/messages/" + conversation(number),
                "/api/messages/unread",
                "/api/messages?q=ubuntu",
                "/api/users/" + who.username() + "/following",
                "/api/users/" + who.username() + "/activity",
                "/api/blocks",
                "/api/feed",
                "/api/settings",
                "/api/chat/notes/game-" + number % PEOPLE,
                "/api/forum/topics",
                "/api/forum/topics/" + topic(number),
                "/api/forum/search?q=" + URLEncoder.encode("ubuntu install", StandardCharsets.UTF_8),
                "/api/forum/suggest?q=ubu",
                "/api/reports",
                "/api/me/sanctions",
                "/api/appeals");
        List<String> moderated = List.of("/api/mod/reports", "/api/mod/audit?q=ubuntu", "/api/mod/appeals");
        int all = paths.size() + moderated.size();
        int which = (int) (number / PEOPLE % all);
        return failure(
                which < paths.size()
                        ? api.get(who.headers(), paths.get(which))
                        : api.get(moderator.headers(), moderated.get(which - paths.size())));
    }

    private String conversation(long number) {
        return conversations.get((int) (number % PEOPLE));
    }

    private String topic(long number) {
        return topics.get((int) (number / PEOPLE % TOPICS));
    }

    static String json(Map<String, ?> body) {
        return JSON.writeValueAsString(body);
    }

    private static String failure(Answer answer) {
        return answer.status() / 100 == 2 ? "" : answer.status() + " " + answer.body();
    }
}

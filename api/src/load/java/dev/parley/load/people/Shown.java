package dev.parley.load.people;

import dev.parley.kernel.member.UserId;
import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads through the API what is shown to a person, once everything is as new as a place in the log. */
public final class Shown {
    private static final int UNAVAILABLE = 503;
    private static final int TRIES = 60;

    private final ApiClient api;
    private final long position;

    public Shown(ApiClient api, long position) {
        this.api = api;
        this.position = position;
    }

    /** What is shown to them otherwise than the log says; empty where nothing is. */
    public List<String> differences(Person person, Recount recount) throws IOException {
        Facts expected = recount.of(new UserId(person.id()));
        Facts shown = to(person, expected.pages().keySet());
        List<String> differences = new ArrayList<>();
        compare("inbox", expected.inbox(), shown.inbox(), differences);
        compare("unread", expected.unread(), shown.unread(), differences);
        compare("follows", expected.follows(), shown.follows(), differences);
        compare("blocks", expected.blocks(), shown.blocks(), differences);
        expected.pages().forEach((id, page) -> compare(id, page, shown.pages().get(id), differences));
        return differences.stream()
                .map(difference -> person.id() + ": " + difference)
                .toList();
    }

    private static void compare(String what, Object expected, Object shown, List<String> differences) {
        if (!expected.equals(shown)) {
            differences.add(what + " is " + shown + ", not " + expected);
        }
    }

    private Facts to(Person person, Set<String> conversations) throws IOException {
        List<String> inbox = get(person, "/api/messages")
                .path("items")
                .valueStream()
                .map(entry -> Facts.entry(
                        text(entry, "id"),
                        text(entry.path("last_message"), "id"),
                        text(entry, "updated_at"),
                        entry.path("unread").asLong()))
                .toList();
        long unread = get(person, "/api/messages/unread").path("unread").asLong();
        Map<String, List<String>> pages = new HashMap<>();
        for (String conversation : conversations) {
            pages.put(conversation, page(get(person, "/api/messages/" + conversation + "?limit=" + Facts.PAGE)));
        }
        Set<String> follows = related(person, "/api/users/" + person.username() + "/following");
        return new Facts(inbox, unread, follows, related(person, "/api/blocks"), pages);
    }

    private static List<String> page(JsonNode conversation) {
        List<String> page = new ArrayList<>();
        JsonNode read = conversation.path("last_read");
        page.add(Facts.lastRead(text(read, "me"), text(read, "them")));
        conversation.path("items").valueStream().map(item -> text(item, "id")).forEach(page::add);
        return page;
    }

    private Set<String> related(Person person, String path) throws IOException {
        Set<String> people = new HashSet<>();
        JsonNode page = get(person, path + "?limit=100");
        while (true) {
            page.path("items")
                    .valueStream()
                    .map(item -> text(item.path("user"), "id"))
                    .forEach(people::add);
            if (text(page, "next").isEmpty()) {
                return people;
            }
            page = get(person, path + "?limit=100&cursor=" + text(page, "next"));
        }
    }

    /** Tries again while the read model is behind: each answer to that takes the server about 2 s. */
    private JsonNode get(Person person, String path) throws IOException {
        List<String> headers = List.of(person.authorization(), "Parley-Min-Position: " + position);
        Answer answer = api.get(headers, path);
        for (int i = 0; i < TRIES && answer.status() == UNAVAILABLE; i++) {
            answer = api.get(headers, path);
        }
        return answer.orFail(path).body();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}

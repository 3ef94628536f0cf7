package dev.parley.bench.forum;

import dev.parley.load.ApiClient;
import dev.parley.load.Person;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the list of all topics, page by page. */
final class TopicLists {
    private TopicLists() {}

    /** @param posts visible ones */
    record Listed(String id, String category, long posts) {}

    static List<Listed> all(ApiClient api, Person reader) throws IOException {
        List<Listed> all = new ArrayList<>();
        JsonNode page = page(api, reader, "");
        add(page, all);
        while (page.path("next").isString()) {
            page = page(api, reader, "&cursor=" + encoded(page.path("next").asString()));
            add(page, all);
        }
        return all;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode page(ApiClient api, Person reader, String cursor) throws IOException {
        return api.get(reader.headers(), "/api/forum/topics?limit=100" + cursor)
                .orFail("a list of topics")
                .body();
    }

    private static void add(JsonNode page, List<Listed> all) {
        page.path("items")
                .forEach(topic -> all.add(new Listed(
                        topic.path("id").asString(),
                        topic.path("category").asString(),
                        topic.path("post_count").asLong())));
    }
}

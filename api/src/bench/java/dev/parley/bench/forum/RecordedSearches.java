package dev.parley.bench.forum;

import dev.parley.load.ApiClient;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Searches in a forum, each with the request that Parley sends to Elasticsearch for it. */
final class RecordedSearches {
    private final ApiClient recorder;
    private final ApiClient api;
    private final Forum forum;

    /** @param recorder speaks to the recorder that stands between the two */
    RecordedSearches(ApiClient recorder, ApiClient api, Forum forum) {
        this.recorder = recorder;
        this.api = api;
        this.forum = forum;
    }

    /**
     * One of them.
     *
     * @param path of Parley
     * @param enginePath of Elasticsearch
     * @param engineBody what Parley posts there
     */
    record Search(String path, String enginePath, String engineBody) {}

    /** @throws IllegalStateException if one of them takes other than one request */
    List<Search> of(Look look, int count) throws IOException {
        Random random = new Random(look.ordinal());
        List<Search> searches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Person viewer = look.viewer(forum, random);
            searches.add(search(viewer, look.path(forum, random)));
        }
        return searches;
    }

    private Search search(Person viewer, String path) throws IOException {
        asked();
        api.get(viewer.headers(), path).orFail(path);
        JsonNode asked = asked();
        if (asked.size() != 1) {
            throw new IllegalStateException(path + " took " + asked.size() + " requests");
        }
        JsonNode request = asked.get(0);
        return new Search(
                path, request.path("path").asString(), request.path("body").asString());
    }

    private JsonNode asked() throws IOException {
        return recorder.get(List.of(), "/recorded").orFail("the recorder").body();
    }
}

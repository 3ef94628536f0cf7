package dev.parley.bench.chat;

import dev.parley.load.Lane;
import dev.parley.load.Lane.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gzipped file of chat, one JSON object with {@code room}, {@code user} and {@code content} a line. */
public final class ChatFile {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_NAME = 64;

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<Line>> lanes = new LinkedHashMap<>();
    private final int lanesPerRoom;

    private ChatFile(int lanesPerRoom) {
        this.lanesPerRoom = lanesPerRoom;
    }

    /**
     * @param lanesPerRoom 1 keeps all lines of a room in one order; with more, each person's lines keep theirs
     * @param limit lines to read at most
     */
    public static List<Lane> read(Path file, int lanesPerRoom, long limit) throws IOException {
        ChatFile chat = new ChatFile(lanesPerRoom);
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.lines().limit(limit).map(JSON::readTree).forEach(chat::add);
        }
        return chat.lanes.entrySet().stream()
                .map(lane -> new Lane(teamOf(lane.getKey()), lane.getValue()))
                .toList();
    }

    /** What people said, without who and where. */
    public static List<String> texts(Path file) throws IOException {
        return read(file, 1, Long.MAX_VALUE).stream()
                .flatMap(lane -> lane.lines().stream())
                .map(Line::content)
                .toList();
    }

    private void add(JsonNode said) {
        String user = username(said.path("user").asString());
        String room = said.path("room").asString().replaceAll("[^A-Za-z0-9_-]", "_");
        int part = Math.floorMod(user.hashCode(), lanesPerRoom);
        List<Line> lane = lanes.computeIfAbsent(room + " " + part, any -> new ArrayList<>());
        String key = room + "." + part + "." + lane.size();
        lane.add(new Line(user, said.path("content").asString(), key));
    }

    private static String teamOf(String lane) {
        return lane.substring(0, lane.indexOf(' '));
    }

    /** The name that Parley can take: one spelling for all that differ in case, and no sign that a username may not have. */
    private String username(String written) {
        String usable = written.replaceAll("[^!-.0-}]", "_");
        String shortened = usable.substring(0, Math.min(MAX_NAME, usable.length()));
        return names.computeIfAbsent(shortened.toLowerCase(Locale.ROOT), any -> shortened);
    }
}

package dev.parley.api.demo;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says how to watch the demonstration from a shell. */
final class DemoGuide {
    private static final String TOKEN = """
            TOKEN=$(curl -s http://localhost:%s/dev/token -H 'Content-Type: application/json' \
            -d '{"username":"visitor","roles":["user"]}' | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')""";
    private static final String WATCH =
            "curl -N -H \"Authorization: Bearer $TOKEN\" http://localhost:%s/api/chat/%s/stream";

    private DemoGuide() {}

    static String toWatch(List<DemoLine> script, String port) {
        Stream<String> rooms =
                script.stream().map(line -> line.roomId().value()).distinct().map(room -> WATCH.formatted(port, room));
        Stream<String> opening = Stream.of(
                "Demo: people chat in a few seconds. To watch, get a token and listen to one of their rooms:",
                TOKEN.formatted(port));
        return Stream.concat(opening, rooms).collect(Collectors.joining("\n"));
    }
}

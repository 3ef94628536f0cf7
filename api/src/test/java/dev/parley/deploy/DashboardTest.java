package dev.parley.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.api.stack.Stack;
import dev.parley.load.ApiClient;
import dev.parley.load.HttpConnection;
import dev.parley.load.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the dashboard shows, a running server gives: metrics, and the labels by which they are told apart. */
class DashboardTest {
    private static final Pattern METRIC =
            Pattern.compile("\\b((?:parley|http|jvm|process|hikaricp)_[a-z_]+)(?:\\{([^}]*(?:\\{[^}]*}[^}]*)*)})?");
    private static final Pattern LABEL = Pattern.compile("([a-z]+)=\"([^\"]*)\"");

    @Test
    void showsWhatThereIs() throws IOException {
        Stack stack = Stack.running();
        use(stack);
        Set<String> asked = expressions()
                .flatMap(expression -> METRIC.matcher(expression).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(asked).hasSizeGreaterThan(20);
        await().untilAsserted(() -> assertThat(names(metrics(stack))).containsAll(asked));
    }

    @Test
    void asksForLabelsThatThereAre() throws IOException {
        Stack stack = Stack.running();
        use(stack);
        String metrics = metrics(stack);

        assertThat(expressions()
                        .flatMap(expression -> METRIC.matcher(expression).results())
                        .filter(found -> found.group(2) != null)
                        .flatMap(found -> LABEL.matcher(found.group(2)).results())
                        .map(label -> label.group()))
                .isNotEmpty()
                .allSatisfy(label -> assertThat(metrics).contains(label));
    }

    /** A command that is accepted, one that is refused, and the reads that are shown. */
    private static void use(Stack stack) throws IOException {
        try (ApiClient api = new ApiClient(stack.port())) {
            Person ann = api.token("dashboard", "user");
            api.get(ann.headers(), "/api/settings");
            api.get(ann.headers(), "/api/chat/team~none/messages");
            api.get(ann.headers(), "/api/forum/search?q=word");
        }
    }

    private static String metrics(Stack stack) throws IOException {
        try (HttpConnection server = new HttpConnection(stack.port())) {
            server.send(HttpConnection.request("GET", "/actuator/prometheus", List.of(), ""));
            return server.text();
        }
    }

    private static Set<String> names(String metrics) {
        return metrics.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toSet());
    }

    private static Stream<String> expressions() throws IOException {
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(Path.of("../deploy/grafana/parley.json")));
        return StreamSupport.stream(dashboard.path("panels").spliterator(), false)
                .flatMap(panel -> StreamSupport.stream(panel.path("targets").spliterator(), false))
                .map(target -> target.path("expr").asString());
    }
}

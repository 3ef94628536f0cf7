package dev.parley.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.mongodb.client.MongoDatabase;
import dev.parley.api.stack.Stack;
import dev.parley.load.ApiClient;
import dev.parley.load.Person;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/**
 * The stories of {@code src/main/frontend/e2e}, in a real browser against a whole server: where there is Chromium, and the
 * client was built. A story that fails is told by name.
 */
class ClientInBrowserTest {
    private static final Path SOURCES = Path.of("src/main/frontend");
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Path TOLD = Path.of("target/stories.log");
    private static final String DAMAGED = "stumbler";
    private static final long MINUTES = 10;

    @Test
    void itsStoriesComeTrue() throws IOException, InterruptedException {
        assumeThat(new ClassPathResource("client/index.html").exists())
                .as("No stories in a browser: the web client was not built")
                .isTrue();
        Optional<Path> chromium =
                NAMES.stream().flatMap(ClientInBrowserTest::onPath).findFirst();
        assumeThat(chromium)
                .as("No stories in a browser: there is no Chromium on the path")
                .isPresent();
        try (Stack stack = Stack.start("--parley.elasticsearch.home=" + System.getProperty("elasticsearch.home"))) {
            damageNotices(stack);
            assertThat(tell(stack.port(), chromium.orElseThrow()))
                    .as(() -> "Not all stories came true:\n" + told())
                    .isZero();
        }
    }

    /** MongoDB refuses whatever is added to them: for the story of dead letters. */
    private static void damageNotices(Stack stack) throws IOException {
        try (ApiClient api = new ApiClient(stack.port())) {
            Person person = api.token(DAMAGED, "user");
            stack.part(MongoDatabase.class)
                    .getCollection("notices")
                    .insertOne(new Document("_id", person.id()).append("entries", "damaged"));
        }
    }

    private static int tell(int port, Path chromium) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("npm", "run", "--silent", "browser")
                .directory(SOURCES.toFile())
                .redirectErrorStream(true)
                .redirectOutput(TOLD.toFile());
        builder.environment().put("PARLEY_SERVER", "http://localhost:" + port);
        builder.environment().put("PARLEY_BROWSER", chromium.toString());
        builder.environment().put("PARLEY_DAMAGED", DAMAGED);
        Process stories = builder.start();
        boolean ended = stories.waitFor(MINUTES, TimeUnit.MINUTES);
        stories.destroy();
        assertThat(ended).as("ended within %s min", MINUTES).isTrue();
        return stories.exitValue();
    }

    private static String told() {
        try {
            return Files.readString(TOLD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable);
    }
}

package dev.parley.api.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.ServerProcess;
import dev.parley.load.ServerProcess.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that was told something wrong says so in one sentence, and keeps its secrets while it does. */
class UnreadableSettingsTest {
    private static final Duration A_START = Duration.ofMinutes(2);
    private static final String MASTER = "bWFzdGVyLWtleS1tYXN0ZXIta2V5LW1hc3Rlci1rZXk=";
    private static final List<String> SECRETS =
            List.of("s3cret-of-events", "s3cret-of-models", "s3cret-of-search", MASTER);

    @TempDir
    Path directory;

    @Test
    void areToldInOneSentence() throws Exception {
        assertThat(said(output("parley.moderation.lease=often")))
                .containsExactly("parley.moderation.lease must be a length of time, such as 30s.");
    }

    @Test
    void aDatabaseThatIsNotThereIsToldInOneSentence() throws Exception {
        assertThat(said(output("spring.datasource.hikari.minimum-idle=1")))
                .singleElement()
                .asString()
                .startsWith("The event store at spring.datasource.url does not take Parley in: ");
    }

    @Test
    void noSecretIsLoggedAtAnyLevel() throws Exception {
        String output = output("logging.level.root=trace");

        assertThat(output).contains("Hikari").doesNotContain(SECRETS);
    }

    private String output(String setting) throws IOException, InterruptedException {
        var settings = new ArrayList<>(List.of(
                "--spring.profiles.active=production",
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/keys",
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/parley",
                "--spring.datasource.username=parley",
                "--spring.datasource.password=" + SECRETS.get(0),
                "--spring.datasource.hikari.connection-timeout=250",
                "--parley.mongodb.uri=mongodb://127.0.0.1:1",
                "--parley.mongodb.username=parley",
                "--parley.mongodb.password=" + SECRETS.get(1),
                "--parley.elasticsearch.uri=http://127.0.0.1:1",
                "--parley.elasticsearch.username=parley",
                "--parley.elasticsearch.password=" + SECRETS.get(2),
                "--parley.keys.master=" + MASTER));
        settings.removeIf(given -> given.startsWith("--" + setting.substring(0, setting.indexOf('=') + 1)));
        settings.add("--" + setting);
        var setup = new Setup(directory.resolve("data"), ServerProcess.freePort(), List.of("-Xmx256m"), settings);
        try (ServerProcess server = ServerProcess.launch(setup)) {
            assertThat(server.runsFor(A_START)).isFalse();
        }
        return Files.readString(setup.log());
    }

    /** What is no line of the log, in which nothing may be worse than a warning, nor a trace. */
    private static List<String> said(String output) {
        assertThat(output).doesNotContain("\"ERROR\"", "stack_trace");
        return output.lines()
                .filter(line -> !line.startsWith("{") && !line.startsWith("WARNING"))
                .toList();
    }
}

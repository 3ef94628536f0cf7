package dev.parley.api.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class StartChecksTest {
    private static final Map<String, String> PRODUCTION = Map.of(
            "spring.security.oauth2.resourceserver.jwt.jwk-set-uri", "https://id.example.org/keys",
            "spring.datasource.url", "jdbc:postgresql://db.example.org/parley",
            "parley.mongodb.uri", "mongodb://mongo.example.org",
            "parley.keys.master", "AAAA");

    @TempDir
    Path data;

    private final MockEnvironment environment = new MockEnvironment();

    @BeforeEach
    void describesAServer() {
        environment.setConversionService(new ApplicationConversionService());
        environment.setProperty("parley.data-directory", data.toString());
        environment.setProperty("parley.minimum-free-disk", "1MB");
        environment.setProperty("server.address", "127.0.0.1");
        environment.setProperty("server.port", "0");
    }

    @Test
    void keepTheDataDirectoryUntilTheContextIsClosed() throws IOException {
        environment.setActiveProfiles("embedded");
        try (GenericApplicationContext context = check()) {
            context.refresh();
            assertThatThrownBy(() -> DataDirectory.take(data, DataSize.ofBytes(1)))
                    .isInstanceOf(CannotStart.class);
        }
        DataDirectory.take(data, DataSize.ofBytes(1)).close();
    }

    @Test
    void refuseAPortThatIsTaken() throws IOException {
        environment.setActiveProfiles("embedded");
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.setProperty("server.port", Integer.toString(other.getLocalPort()));

            assertThatThrownBy(this::check)
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            "Port " + other.getLocalPort() + " is taken by another program: stop that one, or choose"
                                    + " another port with server.port.");
        }
    }

    @Test
    void askNothingOfADataDirectoryOutsideTheEmbeddedProfile() {
        environment.setActiveProfiles("production");
        PRODUCTION.forEach(environment::setProperty);
        check().close();

        assertThat(data).isEmptyDirectory();
    }

    @Test
    void nameEachSettingThatIsMissingInASentenceOfItsOwn() {
        environment.setActiveProfiles("production");

        assertThatThrownBy(this::check)
                .isInstanceOf(CannotStart.class)
                .satisfies(refusal -> assertThat(refusal.getMessage().lines())
                        .hasSize(4)
                        .allMatch(sentence -> sentence.startsWith("Set ") && sentence.endsWith("."))
                        .anyMatch(sentence -> sentence.contains("issuer-uri or ") && sentence.contains("jwk-set-uri"))
                        .anyMatch(sentence -> sentence.contains("spring.datasource.url"))
                        .anyMatch(sentence -> sentence.contains("parley.mongodb.uri"))
                        .anyMatch(sentence -> sentence.contains("parley.keys.master")));
    }

    @Test
    void refuseATokenForAxonServerThatIsEmpty() {
        environment.setActiveProfiles("production");
        PRODUCTION.forEach(environment::setProperty);
        environment.setProperty("parley.axon-server.token", " ");

        assertThatThrownBy(this::check)
                .isInstanceOf(CannotStart.class)
                .hasMessage("parley.axon-server.token is empty: leave it out where Axon Server asks for none.");
    }

    @Test
    void refuseAnEventStoreThatNobodyKnows() {
        environment.setProperty("parley.event-store", "embedded");

        assertThatThrownBy(this::check)
                .isInstanceOf(CannotStart.class)
                .hasMessage("parley.event-store must be postgres or axonserver.");
    }

    private GenericApplicationContext check() {
        var context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new StartChecks().initialize(context);
        return context;
    }
}

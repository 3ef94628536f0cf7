package dev.parley.api.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

class SecretFilesTest {
    @TempDir
    Path secrets;

    @Test
    void areReadWithoutTheSpaceAroundThem() throws IOException {
        Path file = Files.writeString(secrets.resolve("key"), "s3cret\n");

        assertThat(read(Map.of("PARLEY_ELASTICSEARCH_APIKEY_FILE", file.toString()))
                        .getProperty("parley.elasticsearch.api-key"))
                .isEqualTo("s3cret");
    }

    @Test
    void areMissedByTheVariableThatNamesThem() {
        String file = secrets.resolve("none").toString();

        assertThatThrownBy(() -> read(Map.of("SPRING_DATASOURCE_PASSWORD_FILE", file)))
                .isInstanceOf(CannotStart.class)
                .hasMessage("SPRING_DATASOURCE_PASSWORD_FILE names " + file + ", which cannot be read.");
    }

    @Test
    void areNotGivenTwice() {
        assertThatThrownBy(() -> read(Map.of("PARLEY_KEYS_MASTER_FILE", "/x", "PARLEY_KEYS_MASTER", "y")))
                .isInstanceOf(CannotStart.class)
                .hasMessage("Set PARLEY_KEYS_MASTER or PARLEY_KEYS_MASTER_FILE, not both.");
    }

    private static ConfigurableEnvironment read(Map<String, Object> variables) {
        var environment = new StandardEnvironment() {
            @Override
            public Map<String, Object> getSystemEnvironment() {
                return variables;
            }
        };
        new SecretFiles().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}

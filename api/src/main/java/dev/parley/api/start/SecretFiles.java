package dev.parley.api.start;

import dev.parley.kernel.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Reads a secret from the file that an environment variable names, as containers are given them: of
 * {@code PARLEY_KEYS_MASTER_FILE} what would stand in {@code PARLEY_KEYS_MASTER}, without space around it.
 */
final class SecretFiles implements EnvironmentPostProcessor {
    /** Settings that are secrets, or may hold one. */
    static final List<String> SECRETS = List.of(
            "parley.keys.master",
            "parley.mongodb.uri",
            "parley.mongodb.password",
            "parley.elasticsearch.password",
            "parley.elasticsearch.api-key",
            "spring.datasource.password",
            "parley.axon-server.token");

    private static final String FILE = "_FILE";

    /** @throws CannotStart if a file cannot be read, or the secret is given beside it */
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> read = new HashMap<>();
        SECRETS.forEach(setting -> {
            Object file = environment.getSystemEnvironment().get(variable(setting) + FILE);
            if (file != null) {
                requireAlone(environment, setting);
                read.put(setting, content(variable(setting) + FILE, file.toString()));
            }
        });
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("secretFiles", read));
    }

    /** The environment variable that sets a setting: dots become underscores, and dashes are left out. */
    static String variable(String setting) {
        return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static void requireAlone(ConfigurableEnvironment environment, String setting) {
        if (environment.getSystemEnvironment().containsKey(variable(setting))) {
            throw new CannotStart("Set " + variable(setting) + " or " + variable(setting) + FILE + ", not both.");
        }
    }

    private static String content(String variable, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new CannotStart(variable + " names " + file + ", which cannot be read.", e);
        }
    }
}

package dev.parley.api.start;

import dev.parley.kernel.CannotStart;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** What a server must be told where nothing is embedded. */
enum ProductionSettings {
    IDENTITY(
            "whose tokens to accept",
            "spring.security.oauth2.resourceserver.jwt.issuer-uri",
            "spring.security.oauth2.resourceserver.jwt.jwk-set-uri"),
    EVENT_STORE("where the event store is", "spring.datasource.url"),
    READ_MODELS("where MongoDB is", "parley.mongodb.uri"),
    KEYS("the master key that protects personal text, 32 bytes in base64", "parley.keys.master");

    private static final String DATABASE = "spring.datasource.url";
    private static final String HOST = "(\\[[0-9a-fA-F:.]+]|[^\\s/?@:,\\[\\]]+)(:\\d{1,5})?";
    /** The driver would log what it cannot read of it, and users put passwords there. */
    private static final Pattern POSTGRESQL =
            Pattern.compile("jdbc:postgresql:(//(" + HOST + "(," + HOST + ")*)?(/.*)?|[^/].*)");

    private final String meaning;
    private final List<String> names;

    /** @param names of which one is enough */
    ProductionSettings(String meaning, String... names) {
        this.meaning = meaning;
        this.names = List.of(names);
    }

    /** @throws CannotStart with a sentence for each that is missing */
    static void require(Environment environment) {
        require(environment, values());
        requireAddress(environment);
        IssuerSettings.require(environment);
    }

    /** @throws CannotStart if it is not said where the event store is, or said in a way that the driver does not know */
    static void requireDatabase(Environment environment) {
        require(environment, EVENT_STORE);
        requireAddress(environment);
    }

    private static void require(Environment environment, ProductionSettings... settings) {
        String missing = Arrays.stream(settings)
                .filter(setting -> !setting.isIn(environment))
                .map(ProductionSettings::sentence)
                .collect(Collectors.joining(System.lineSeparator()));
        if (!missing.isEmpty()) {
            throw new CannotStart(missing);
        }
    }

    private static void requireAddress(Environment environment) {
        if (!POSTGRESQL.matcher(environment.getProperty(DATABASE, "")).matches()) {
            throw new CannotStart(DATABASE + " must be an address such as jdbc:postgresql://db.example/parley,"
                    + " without a user's name in it.");
        }
    }

    private boolean isIn(Environment environment) {
        return names.stream()
                .anyMatch(name -> !environment.getProperty(name, "").isBlank());
    }

    private String sentence() {
        return "Set " + String.join(" or ", names) + ": outside the profile \"embedded\" Parley must be told " + meaning
                + ".";
    }
}

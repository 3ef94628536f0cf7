package dev.parley.api.start;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.CannotStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** What is said before anything starts, and without the value: there may be a password in it. */
class ProductionSettingsTest {
    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";
    private static final String DATABASE = "spring.datasource.url";

    private final MockEnvironment environment = new MockEnvironment();

    @BeforeEach
    void describesAServer() {
        environment.setProperty(JWT + "issuer-uri", "https://id.example/realms/site");
        environment.setProperty(DATABASE, "jdbc:postgresql://db.example/parley");
        environment.setProperty("parley.mongodb.uri", "mongodb://mongo.example");
        environment.setProperty("parley.keys.master", "AAAA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:parley",
                "jdbc:postgresql://db.example/parley",
                "jdbc:postgresql://db.example",
                "jdbc:postgresql:///parley",
                "jdbc:postgresql://127.0.0.1:5432/parley?sslmode=verify-full",
                "jdbc:postgresql://[::1]:5432/parley",
                "jdbc:postgresql://one:5432,two/parley?user=a@b"
            })
    void takeAddressesOfPostgresql(String address) {
        environment.setProperty(DATABASE, address);
        assertThatNoException().isThrownBy(() -> ProductionSettings.require(environment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://parley:secret@db.example/parley",
                "jdbc:postgresql://db.example:secret/parley",
                "jdbc:mysql://db.example/parley",
                "db.example"
            })
    void refuseOthersWithoutSayingThem(String address) {
        refuses(DATABASE, address, "jdbc:postgresql://db.example/parley");
    }

    @ParameterizedTest
    @CsvSource({
        JWT + "issuer-uri, id.example",
        JWT + "jwk-set-uri, javascript:keys",
        JWT + "jwk-set-uri, https://",
        "parley.client.issuer, https://id example"
    })
    void refuseAnIssuerThatIsNoAddress(String name, String address) {
        refuses(name, address, "https://id.example/realms/site");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "RS256,rs512"})
    void refuseWaysToSignThatTheKeysOfAnIssuerDoNotHave(String algorithms) {
        refuses(JWT + "jws-algorithms", algorithms, "ES512");
    }

    @Test
    void takeTheWaysToSignThatTheyHave() {
        environment.setProperty(JWT + "jws-algorithms", "RS256,ES256");
        assertThatNoException().isThrownBy(() -> ProductionSettings.require(environment));
    }

    private void refuses(String name, String value, String example) {
        environment.setProperty(name, value);
        assertThatThrownBy(() -> ProductionSettings.require(environment))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(name)
                .hasMessageContaining(example)
                .hasMessageNotContaining("secret");
    }
}

package dev.parley.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.parley.api.problem.ProblemException;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under which names tokens are given to whoever asks. */
class DevHostsTest {
    private final DevHosts hosts = new DevHosts(Set.of("parley.test", "[fd00::1]"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LocalHost:8080",
                "127.0.0.1",
                "127.0.0.1:40000",
                "127.1.2.3",
                "[::1]",
                "[::1]:8080",
                "parley.test:8080",
                "PARLEY.test",
                "[fd00::1]:8080"
            })
    void thisMachineIsAskedUnderItsOwn(String host) {
        assertThatNoException().isThrownBy(() -> hosts.require(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evil127.0.0.1",
                "127.0.0.1@evil.example",
                "192.0.2.1:8080",
                "0.0.0.0",
                "[::2]:8080",
                "parley.test.evil.example"
            })
    void othersAreForeign(String host) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> hosts.require(host))
                .satisfies(refused -> assertThat(refused.problem().type()).endsWith("/foreign-host"));
    }
}

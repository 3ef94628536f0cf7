package dev.parley.kernel.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.kernel.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people can be called. */
class UsernameTest {
    @Test
    void hasOneTo64Characters() {
        assertThat(Username.offered("a".repeat(64)).value()).hasSize(64);
        assertRefused("a".repeat(65));
        assertRefused("");
        assertRefused(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"o'brien", "ann+chess@example.org", "AT&T", "[ann]", "a.b-c_d"})
    void hasWhatNamesAndAddressesConsistOf(String name) {
        assertThat(Username.offered(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "a~b", "änn", "a\nb", "a\u007fb", "<ann", "ann>", "an\"n", ".", ".."})
    void hasNothingElse(String name) {
        assertRefused(name);
    }

    @Test
    void staysWhatItWasInEventsOfThePast() {
        assertThat(new Username("<ann>").value()).isEqualTo("<ann>");
    }

    private static void assertRefused(String name) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Username.offered(name))
                .extracting(InvalidValue::field)
                .isEqualTo("username");
    }
}

package dev.parley.command.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.kernel.InvalidValue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PasswordTest {
    @Test
    void has4To72BytesOfUtf8() {
        assertThat(new Password("four").text()).isEqualTo("four");
        assertThat(new Password("é".repeat(36)).text()).hasSize(36);
        assertThat(new Password(" so ").text()).isEqualTo(" so ");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedOtherwiseWithoutShowingIt(String typed) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Password(typed))
                .withMessage("password: 4 to 72 bytes of UTF-8");
    }

    static Stream<String> refused() {
        return Stream.of("", "abc", "x".repeat(73), "é".repeat(36) + "x");
    }

    @Test
    void isNotLeftOut() {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Password(null));
    }

    @Test
    void showsItselfNowhere() {
        assertThat(new Password("secret")).hasToString("Password[hidden]");
    }

    @Test
    void hasAnotherHashEachTime() {
        var hashes = new PasswordHashes(4);
        var password = new Password("secret");
        assertThat(hashes.hash(password)).isNotEqualTo(hashes.hash(password));
    }

    @Test
    void countsToItsLastByte() {
        var hashes = new PasswordHashes(4);
        String hash = hashes.hash(new Password("x".repeat(71) + "y"));
        assertThat(hashes.match(new Password("x".repeat(71) + "y"), hash)).isTrue();
        assertThat(hashes.match(new Password("x".repeat(71) + "z"), hash)).isFalse();
    }
}

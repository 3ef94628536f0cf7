package dev.parley.command.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    private static final SecretKey KEY = key(1);
    private static final byte[] HELLO = "hello".getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "good game 🤝", "line\nline"})
    void opensToWhatWasSealed(String text) {
        byte[] sealed = Seal.close(KEY, "ann", text.getBytes(UTF_8));

        assertThat(Seal.open(KEY, "ann", sealed)).asString(UTF_8).isEqualTo(text);
    }

    @Test
    void isAVersionByteANonceOfTwelveBytesAndTheTextWithATagOfSixteen() {
        byte[] sealed = Seal.close(KEY, "ann", HELLO);

        assertThat(sealed).hasSize(1 + 12 + HELLO.length + 16).startsWith(1);
    }

    @Test
    void ofTheSameTextIsNeverTheSame() {
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> Arrays.toString(Seal.close(KEY, "ann", HELLO))))
                .doesNotHaveDuplicates();
    }

    @Test
    void doesNotOpenWithAnotherKey() {
        byte[] sealed = Seal.close(KEY, "ann", HELLO);

        assertThatThrownBy(() -> Seal.open(key(2), "ann", sealed)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void doesNotOpenAsAnotherPersons() {
        byte[] sealed = Seal.close(KEY, "ann", HELLO);

        assertThatThrownBy(() -> Seal.open(KEY, "bob", sealed)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void doesNotOpenWhenAnyBitWasChanged() {
        byte[] sealed = Seal.close(KEY, "ann", HELLO);

        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThatThrownBy(() -> Seal.open(KEY, "ann", changed)).isInstanceOf(BrokenSeal.class);
        }
    }

    @Test
    void doesNotOpenWhenItWasCutAnywhere() {
        byte[] sealed = Seal.close(KEY, "ann", HELLO);

        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> Seal.open(KEY, "ann", cut)).isInstanceOf(BrokenSeal.class);
        }
    }

    private static SecretKey key(int fill) {
        var bytes = new byte[MasterKey.BYTES];
        Arrays.fill(bytes, (byte) fill);
        return new SecretKeySpec(bytes, MasterKey.ALGORITHM);
    }
}

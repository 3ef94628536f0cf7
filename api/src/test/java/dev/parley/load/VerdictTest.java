package dev.parley.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.Journal.Stored;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Stored ONE = new Stored("1", "ann", "hi");
    private static final Stored TWO = new Stored("2", "bob", "hello");
    private static final Stored THREE = new Stored("3", "ann", "bye");

    @Test
    void isCleanWhenEachAcknowledgedLineIsThereOnceInTheOrderOfItsLane() {
        Verdict verdict = Verdict.of(List.of(ONE, TWO, THREE), List.of(List.of(ONE, THREE), List.of(TWO)));
        assertThat(verdict).isEqualTo(new Verdict(3, 0, 0, 0));
        assertThat(verdict.clean()).isTrue();
    }

    @Test
    void countsALineThatIsMissingOrNotAsAcknowledgedAsLost() {
        Stored altered = new Stored("2", "bob", "hell");
        assertThat(Verdict.of(List.of(ONE), List.of(List.of(ONE, TWO)))).isEqualTo(new Verdict(2, 1, 0, 0));
        assertThat(Verdict.of(List.of(ONE, altered), List.of(List.of(ONE, TWO))))
                .isEqualTo(new Verdict(2, 1, 1, 0));
    }

    @Test
    void countsALineShownTwiceAndOneThatNobodyWasTold() {
        assertThat(Verdict.of(List.of(ONE, ONE), List.of(List.of(ONE)))).isEqualTo(new Verdict(1, 0, 1, 0));
        assertThat(Verdict.of(List.of(ONE, TWO), List.of(List.of(ONE)))).isEqualTo(new Verdict(1, 0, 1, 0));
    }

    @Test
    void countsALineBeforeItsPredecessor() {
        assertThat(Verdict.of(List.of(TWO, ONE), List.of(List.of(ONE, TWO)))).isEqualTo(new Verdict(2, 0, 0, 1));
    }
}

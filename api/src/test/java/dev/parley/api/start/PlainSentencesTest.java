package dev.parley.api.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;

@ExtendWith(OutputCaptureExtension.class)
class PlainSentencesTest {
    private final PlainSentences sentences = new PlainSentences();

    @Test
    void areAllThatIsPrintedHoweverDeepTheReasonIs(CapturedOutput output) {
        var failure = new IllegalStateException("context", new CannotStart("The disk is full."));

        assertThat(sentences.reportException(failure)).isTrue();
        assertThat(output.getErr()).isEqualToIgnoringNewLines("The disk is full.");
        assertThat(output.getOut()).isEmpty();
    }

    @Test
    void sayOfAPortThatWasTakenLateWhatIsSaidOfOneThatWasTakenBefore(CapturedOutput output) {
        assertThat(sentences.reportException(new PortInUseException(8080))).isTrue();
        assertThat(output.getErr()).startsWith("Port 8080 is taken");
    }

    @Test
    void leaveOtherFailuresToOthers(CapturedOutput output) {
        assertThat(sentences.reportException(new IllegalStateException("a bug")))
                .isFalse();
        assertThat(output.getErr()).isEmpty();
    }
}

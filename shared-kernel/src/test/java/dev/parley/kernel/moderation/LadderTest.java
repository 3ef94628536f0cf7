package dev.parley.kernel.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.moderation.Ladder.History;
import dev.parley.kernel.moderation.Ladder.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which step follows on what. */
class LadderTest {
    @ParameterizedTest(name = "{0} after {1} timeouts and {2}: {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    chat            | 0 | -                         | warning     | -
                    other           | 0 | -                         | warning     | -
                    harassment      | 0 | -                         | warning     | -
                    chat            | 1 | -                         | chat_ban    | P1D
                    content         | 0 | warning                   | chat_ban    | P1D
                    harassment      | 0 | warning                   | chat_ban    | P1D
                    chat            | 0 | restriction               | chat_ban    | P1D
                    chat            | 0 | chat_ban                  | chat_ban    | P7D
                    chat            | 0 | comm_ban                  | comm_ban    | P90D
                    harassment      | 0 | chat_ban                  | comm_ban    | P30D
                    chat harassment | 0 | chat_ban                  | comm_ban    | P30D
                    chat            | 0 | chat_ban chat_ban         | comm_ban    | P30D
                    chat            | 9 | chat_ban comm_ban         | comm_ban    | P90D
                    harassment      | 0 | comm_ban                  | comm_ban    | P90D
                    cheating        | 0 | -                         | account_ban | -
                    cheating        | 3 | warning chat_ban          | account_ban | -
                    """)
    void followsFromReportsAndHistory(String types, int timeouts, String actions, String type, String duration) {
        Step step = Ladder.next(
                words(types).map(ReportType::of).collect(Collectors.toSet()),
                new History(timeouts, words(actions).map(ActionType::of).toList()));
        assertThat(step.type()).isEqualTo(ActionType.of(type));
        assertThat(step.duration().map(Term::value).orElse(null)).isEqualTo(duration);
        assertThat(step.because()).isNotBlank();
    }

    @Test
    void saysHowMuchWasBefore() {
        Step step = Ladder.next(Set.of(ReportType.CHAT), new History(2, List.of(ActionType.WARNING)));
        assertThat(step.because()).isEqualTo("Repeated: offences before: 3.");
    }

    private static Stream<String> words(String text) {
        return text == null ? Stream.empty() : Arrays.stream(text.split(" "));
    }
}

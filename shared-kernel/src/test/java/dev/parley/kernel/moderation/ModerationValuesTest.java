package dev.parley.kernel.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModerationValuesTest {
    private static final UserId ANN = new UserId("ann");
    private static final Instant LEAP = Instant.parse("2028-01-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT1M,  2028-01-31T12:01:00Z",
        "P1D,   2028-02-01T12:00:00Z",
        "P1DT6H,2028-02-01T18:00:00Z",
        "P2W,   2028-02-14T12:00:00Z",
        "P1M,   2028-02-29T12:00:00Z",
        "P10Y,  2038-01-31T12:00:00Z"
    })
    void aTermEndsByTheCalendar(String term, Instant end) {
        assertThat(new Term(term).after(LEAP)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "PT59S", "P0D", "-P1D", "P11Y", "1 day", "P1DT", "PT999999999999H", "P999999999Y", "p", "PT"
            })
    void aTermIsOneMinuteToTenYears(String term) {
        assertThatThrownBy(() -> new Term(term)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void idsAreReadAsTheyAreWritten() {
        var file = new CaseFileId(CaseKind.CONDUCT, ANN);
        assertThat(CaseFileId.parse(file.toString())).isEqualTo(file);
        var id = new CaseId(file, 7);
        assertThat(id).hasToString("case~conduct~ann~7");
        assertThat(CaseId.parse(id.toString())).isEqualTo(id);
        var action = new ActionId(ANN, 3);
        assertThat(ActionId.parse(action.toString())).isEqualTo(action);
        var appeal = new AppealId(action);
        assertThat(AppealId.parse(appeal.toString())).isEqualTo(appeal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "case~conduct~ann", "case~chat~ann~1", "case~play~a/b~1", "case~play~ann~-1", "dm~a~b"})
    void otherTextsNameNoCase(String text) {
        assertThatThrownBy(() -> CaseId.parse(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void reportsSayWhatHappened() {
        assertThat(new ReportText("  he cheats  ").value()).isEqualTo("he cheats");
        assertThatThrownBy(() -> new ReportText("bad ")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new ReportText("x".repeat(2_001))).isInstanceOf(InvalidValue.class);
    }

    @Test
    void everySanctionHasItsAction() {
        for (ActionType type : ActionType.values()) {
            type.sanction()
                    .ifPresent(sanction -> assertThat(ActionType.of(sanction)).isEqualTo(type));
        }
        assertThat(ActionType.WARNING.sanction()).isEmpty();
    }
}

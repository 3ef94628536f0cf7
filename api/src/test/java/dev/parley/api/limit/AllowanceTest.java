package dev.parley.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.api.limit.Allowance.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets of requests. */
class AllowanceTest {
    private final Allowance allowance = new Allowance("writes", new Budget(3, Duration.ofHours(3)));

    @Test
    void grantsWhatTheBudgetHoldsAndNoMore() {
        assertThat(allowance.take("ann").granted()).isTrue();
        assertThat(allowance.take("ann").granted()).isTrue();
        assertThat(allowance.take("ann").granted()).isTrue();
        assertThat(allowance.take("ann").granted()).isFalse();
    }

    @Test
    void isEachHoldersOwn() {
        for (int i = 0; i < 3; i++) {
            allowance.take("ann");
        }
        assertThat(allowance.take("ben").granted()).isTrue();
    }

    @Test
    void tellsWhatIsLeft() {
        Verdict verdict = allowance.take("ann");
        assertThat(verdict.policy()).isEqualTo("\"writes\";q=3;w=10800");
        assertThat(verdict.limit()).isEqualTo("\"writes\";r=2;t=3600");
    }

    @Test
    void tellsWhenOneMoreMayPass() {
        for (int i = 0; i < 3; i++) {
            allowance.take("ann");
        }
        assertThat(allowance.take("ann").seconds()).isBetween(3_590L, 3_600L);
    }

    @Test
    void isConfiguredAsRequestsAndWindow() {
        assertThat(Budget.valueOf("200/4s")).isEqualTo(new Budget(200, Duration.ofSeconds(4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "200", "0/4s", "200/100ms", "many/4s"})
    void isConfiguredNoOtherWay(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.valueOf(text));
    }
}

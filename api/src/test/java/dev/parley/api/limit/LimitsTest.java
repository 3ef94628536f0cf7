package dev.parley.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void areSharedByTheNodesSoThatAllTogetherGiveTheWhole() {
        Budget ten = Budget.valueOf("10/4s");
        Limits limits = new Limits(true, 3, new Limits.Person(ten, ten, 20, ten), new Limits.Address(ten, ten, ten));

        assertThat(limits.person().reads()).isEqualTo(new Budget(4, Duration.ofSeconds(4)));
        assertThat(limits.address().tokens()).isEqualTo(new Budget(4, Duration.ofSeconds(4)));
        assertThat(limits.person().connections()).isEqualTo(20);
    }
}

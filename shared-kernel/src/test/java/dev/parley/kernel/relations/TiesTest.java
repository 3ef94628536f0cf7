package dev.parley.kernel.relations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsEvent.Contacted;
import dev.parley.kernel.relations.RelationsEvent.Followed;
import dev.parley.kernel.relations.RelationsEvent.Unblocked;
import dev.parley.kernel.relations.RelationsEvent.Unfollowed;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TiesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");

    @Test
    void knowWhomSomebodyFollows() {
        Ties following = Ties.NONE.after(new Followed(ANN, BEN), NOON);
        assertThat(following.follows(BEN)).isTrue();
        assertThat(following.after(new Unfollowed(ANN, BEN), NOON)).isEqualTo(Ties.NONE);
    }

    @Test
    void knowWhomSomebodyBlocks() {
        Ties blocking = Ties.NONE.after(new Blocked(ANN, BEN), NOON);
        assertThat(blocking.blocks(BEN)).isTrue();
        assertThat(blocking.after(new Unblocked(ANN, BEN), NOON)).isEqualTo(Ties.NONE);
    }

    @Test
    void rememberTheLast20Contacts() {
        Ties ties = Ties.NONE;
        for (int i = 0; i <= Ties.REMEMBERED_CONTACTS; i++) {
            ties = ties.after(new Contacted(ANN, BEN), NOON.plusSeconds(i));
        }
        assertThat(ties.contacts()).hasSize(Ties.REMEMBERED_CONTACTS).startsWith(NOON.plusSeconds(1));
        assertThat(ties.contacts()).endsWith(NOON.plusSeconds(20));
    }
}

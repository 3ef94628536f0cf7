package dev.parley.query.room.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.member.UserId;
import dev.parley.query.BlocksForTests;
import dev.parley.query.StandingsForTests;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HearingTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");

    private final BlocksForTests blocks = new BlocksForTests();
    private final CompletableFuture<Set<UserId>> asked = new CompletableFuture<>();

    /** Somebody blocks another and comes to a room at the same time: the log's tail tells of it while it is looked up. */
    @Test
    void aLookUpThatIsLateDoesNotUndoABlock() {
        blocks.answer(ANN, asked);
        CompletableFuture<Hearing> hearing = Hearing.of(blocks, new StandingsForTests(), ANN);
        blocks.answer(ANN, CompletableFuture.completedFuture(Set.of(BEN)));
        blocks.block(ANN, BEN);
        asked.complete(Set.of());
        assertThat(hearing.join().blocked()).containsExactly(BEN);
    }
}

package dev.parley.query.room.live;

import static dev.parley.query.room.live.LiveUnderTest.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.live.Frame;
import dev.parley.query.room.RoomLog;
import dev.parley.query.room.RoomState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatchUpTest {
    private static final int LINES = 20;
    private static final int RING = 8;

    private final LiveUnderTest live = LiveUnderTest.withPublicRoom();
    private final List<Runnable> reads = new ArrayList<>();
    private final long last = live.posted(LINES);
    private final RoomState state = live.states.current(ROOM).join().orElseThrow();
    private final Backlog backlog = backlog(reads::add);
    private final Cursor cursor = new Cursor(backlog, last - RING);
    private final CatchUp catchUp = new CatchUp(backlog, cursor, () -> {});

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void waitsForTheRingIfThatWillReachBackFarEnough() {
        assertThat(catchUp.fetch()).isFalse();
        run();
        assertThat(catchUp.take()).isTrue();
        assertThat(catchUp.fetch()).isTrue();
        assertThat(taken()).hasSize(RING);
    }

    @Test
    void goesOnInTheRingOnlyAfterWhatIsOnItsWayWasTaken() {
        cursor.missed();
        catchUp.fetch();
        backlog.fillRing();
        run();
        assertThat(catchUp.fetch()).isFalse();
        assertThat(catchUp.take()).isTrue();
        assertThat(taken()).hasSize(RING);
        assertThat(catchUp.fetch()).isTrue();
        assertThat(taken()).isEmpty();
    }

    @Test
    void saysThatNothingCouldBeReadWhenTooManyWait() {
        Backlog busy = backlog(read -> {
            throw new RejectedExecutionException("full");
        });
        Cursor old = new Cursor(busy, 0);
        CatchUp refused = new CatchUp(busy, old, () -> {});
        assertThat(refused.fetch()).isFalse();
        assertThat(refused.take()).isFalse();
    }

    private Backlog backlog(Executor executor) {
        var history = new History(new RoomLog(live.store), live.context.frames(), executor, executor);
        return new Backlog(history, () -> state, RING);
    }

    private void run() {
        reads.forEach(Runnable::run);
        reads.clear();
    }

    private List<Frame> taken() {
        return cursor.take(100, new Viewer(false, state, Set.of(), Instant.now()));
    }
}

package dev.parley.query.room.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId MOD = new UserId("mod");
    private static final Map<UserId, PersonView> NAMES =
            Map.of(ANN, PersonView.of(ANN, "ann"), MOD, PersonView.of(MOD, "mod"));

    @Test
    void ofSomebodyTimedOutIsHidden() {
        MessageView view = line(Set.of()).shownTo(false, Set.of(ANN), NAMES);
        assertThat(view.hidden()).isTrue();
        assertThat(view.content()).isEmpty();
    }

    @Test
    void ofSomebodyTimedOutIsNotCalledHiddenOnceItIsRemoved() {
        MessageView view = line(Set.of(MOD)).shownTo(false, Set.of(ANN), NAMES);
        assertThat(view.hidden()).isFalse();
        assertThat(view.deleted()).isTrue();
        assertThat(view.content()).isEmpty();
    }

    private static Line line(Set<UserId> removedBy) {
        return new Line(new MessageId(new RoomId("team~1"), 1, 1), ANN, "hello", Instant.EPOCH, removedBy);
    }
}

package dev.parley.query.relations;

import dev.parley.kernel.relations.RelationsEvent;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsEvent.Contacted;
import dev.parley.kernel.relations.RelationsEvent.Followed;
import dev.parley.kernel.relations.RelationsEvent.Unblocked;
import dev.parley.kernel.relations.RelationsEvent.Unfollowed;
import dev.parley.query.Latest;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import java.time.Instant;
import java.util.Date;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;

/** Keeps a document per person of whom they follow and whom they block, each with since when. */
@Projection(name = "relations", collections = RelationsDocument.COLLECTION)
class RelationsProjection {
    private final Writes writes;

    RelationsProjection(Writes writes) {
        this.writes = writes;
    }

    @EventHandler
    void on(RelationsEvent event, @SequenceNumber long sequence, @Timestamp Instant at) {
        switch (event) {
            case Followed followed -> set(RelationsDocument.FOLLOWS, followed, sequence, Date.from(at));
            case Unfollowed unfollowed -> set(RelationsDocument.FOLLOWS, unfollowed, sequence, null);
            case Blocked blocked -> set(RelationsDocument.BLOCKS, blocked, sequence, Date.from(at));
            case Unblocked unblocked -> set(RelationsDocument.BLOCKS, unblocked, sequence, null);
            case Contacted other -> {}
        }
    }

    /** @param since when it began; {@code null} when it has ended */
    private void set(String list, RelationsEvent event, long sequence, Date since) {
        writes.add(
                RelationsDocument.COLLECTION,
                event.person().value(),
                Latest.set(RelationsDocument.field(list, event.other()), sequence, since));
    }
}

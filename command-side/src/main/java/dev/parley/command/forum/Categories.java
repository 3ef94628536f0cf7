package dev.parley.command.forum;

import dev.parley.command.CommandRejected;
import dev.parley.command.StoredEvents;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.CategoryId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which categories there are. None ever goes, so one that was seen need not be looked up again. */
@Component
class Categories {
    private final StoredEvents events;
    private final Set<CategoryId> seen = ConcurrentHashMap.newKeySet();

    Categories(StoredEvents events) {
        this.events = events;
    }

    /** Waits for one read of the event store at most. */
    boolean isKnown(CategoryId category) {
        if (seen.contains(category)) {
            return true;
        }
        boolean stored = events.at(category.toString(), 0).isPresent();
        if (stored) {
            seen.add(category);
        }
        return stored;
    }

    /** @throws CommandRejected as {@code UNKNOWN_CATEGORY} */
    void requireKnown(CategoryId category) {
        CommandRejected.unless(isKnown(category), Rejection.UNKNOWN_CATEGORY, "There is no such category.");
    }
}

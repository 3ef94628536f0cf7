package dev.parley.query.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What other nodes are yet to be told of. It keeps nothing while there is no other, or none that can be told. */
@Component
public class Outbox {
    /** Signs of typing that wait at most: more are dropped, as each is over in a moment. */
    private static final int MOST_TYPING = 500;

    private final Set<Seat> moved = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Passing> typing = new ArrayBlockingQueue<>(MOST_TYPING);
    private volatile boolean open;

    /** @param wanted whether there is another node that can be told */
    void open(boolean wanted) {
        if (wanted != open) {
            moved.clear();
            typing.clear();
        }
        open = wanted;
    }

    /** Somebody has come to this node or left it. */
    void moved(Seat seat) {
        if (open) {
            moved.add(seat);
        }
    }

    public void types(Passing.Typing sign) {
        if (open) {
            typing.offer(sign);
        }
    }

    /** Who has moved since they were last taken: whether they are here is to be looked at after this. */
    Set<Seat> takeMoved() {
        Set<Seat> taken = new HashSet<>(moved);
        moved.removeAll(taken);
        return taken;
    }

    List<Passing> takeTyping() {
        List<Passing> taken = new ArrayList<>();
        typing.drainTo(taken);
        return taken;
    }
}

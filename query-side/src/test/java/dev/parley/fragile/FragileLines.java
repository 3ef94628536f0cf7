package dev.parley.fragile;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.push;

import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.query.Latest;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** A projection of lines in rooms that fails as it is told, by the text of a line: outside what the application looks at. */
@Projection(name = FragileLines.NAME, collections = FragileLines.NAME)
public class FragileLines {
    public static final String NAME = "fragile-lines";

    private static final String LAST = "last";

    private final Writes writes;
    private final Map<String, Supplier<? extends Throwable>> failing = new ConcurrentHashMap<>();
    private final Map<String, Boolean> refused = new ConcurrentHashMap<>();
    private final List<String> handled = new CopyOnWriteArrayList<>();

    public FragileLines(Writes writes) {
        this.writes = writes;
    }

    /** Has the handler of a line fail. */
    public void fail(String text, Supplier<? extends Throwable> how) {
        failing.put(text, how);
    }

    /** Has MongoDB refuse what a line wants written. */
    public void refuse(String text) {
        refused.put(text, true);
    }

    /** Has nothing fail any more. */
    public void mend() {
        failing.clear();
        refused.clear();
    }

    /** The texts of lines in the order in which they were handled, again and again where a batch was. */
    public List<String> handled() {
        return List.copyOf(handled);
    }

    @EventHandler
    void on(MessagePosted posted, @SequenceNumber long sequence) throws Throwable {
        String text = posted.content().text();
        if (failing.containsKey(text)) {
            throw failing.get(text).get();
        }
        handled.add(text);
        String id = posted.roomId().value();
        writes.add(NAME, id, combine(max(LAST, posted.number()), Latest.set("line" + posted.number(), sequence, text)));
        if (refused.containsKey(text)) {
            writes.add(NAME, id, push(LAST, "no array"));
        }
    }
}

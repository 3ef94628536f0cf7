package dev.parley.command.direct;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.LinkedHashSet;

/** The ids of the last 256 commands that led to a message. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class HandledCommands {
    static final int REMEMBERED = 256;

    private LinkedHashSet<String> ids = new LinkedHashSet<>();

    boolean contain(String id) {
        return ids.contains(id);
    }

    void add(String id) {
        ids.addLast(id);
        if (ids.size() > REMEMBERED) {
            ids.removeFirst();
        }
    }
}

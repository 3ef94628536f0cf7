package dev.parley.command.room;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.LinkedHashSet;

/** Remembers the last 256 of something. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Latest<T> {
    static final int REMEMBERED = 256;

    private LinkedHashSet<T> values = new LinkedHashSet<>();

    boolean contains(T value) {
        return values.contains(value);
    }

    void add(T value) {
        values.addLast(value);
        if (values.size() > REMEMBERED) {
            values.removeFirst();
        }
    }
}

package dev.parley.kernel.forum;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody can say to a post without a word. */
public enum Reaction {
    PLUS_ONE("+1"),
    MINUS_ONE("-1"),
    LAUGH("laugh"),
    THINK("think"),
    HEART("heart");

    private final String label;

    Reaction(String label) {
        this.label = label;
    }

    /** As the API and the events spell it. */
    @JsonValue
    public String label() {
        return label;
    }

    public static Optional<Reaction> fromLabel(String label) {
        return Stream.of(values()).filter(one -> one.label.equals(label)).findFirst();
    }
}

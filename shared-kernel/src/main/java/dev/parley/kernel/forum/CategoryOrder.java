package dev.parley.kernel.forum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;

/** Where a category stands among the others, the smallest first: 0 to 10,000. */
public record CategoryOrder(@JsonValue int value) {
    public static final int MAX = 10_000;

    /** @throws InvalidValue if the number is out of its bounds */
    @JsonCreator
    public CategoryOrder {
        InvalidValue.unless(value >= 0 && value <= MAX, "order", "0 to 10000");
    }
}

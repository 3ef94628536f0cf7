package dev.parley.kernel.activity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WebAddress;

/** Where an activity is: a {@link WebAddress}. */
public record ActivityUrl(@JsonValue String value) {
    /** @throws InvalidValue if it is none */
    @JsonCreator
    public ActivityUrl {
        WebAddress.require(value, "url");
    }

    @Override
    public String toString() {
        return value;
    }
}

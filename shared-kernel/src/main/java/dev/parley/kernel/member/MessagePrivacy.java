package dev.parley.kernel.member;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** From whom somebody takes direct messages. */
public enum MessagePrivacy {
    EVERYONE,
    /** From those whom they follow. */
    FRIENDS,
    /** In conversations that exist already. */
    EXISTING,
    NOBODY;

    /** As the API and the events spell it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MessagePrivacy> fromLabel(String label) {
        return Stream.of(values())
                .filter(privacy -> privacy.label().equals(label))
                .findFirst();
    }
}

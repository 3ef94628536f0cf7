package dev.parley.kernel.member;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which tab beside a game is open; the choice carries to the next game. */
public enum ChatTab {
    CHAT,
    NOTES;

    /** As the API and the events spell it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

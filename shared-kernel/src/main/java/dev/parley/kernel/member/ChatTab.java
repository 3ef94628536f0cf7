package dev.parley.kernel.member;

import java.util.Locale;

/** Which tab beside a game is open; the choice carries to the next game. */
public enum ChatTab {
    CHAT,
    NOTES;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

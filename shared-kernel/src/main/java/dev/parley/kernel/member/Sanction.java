package dev.parley.kernel.member;

import java.util.Locale;

/** What a moderator may keep somebody from, mildest first. */
public enum Sanction {
    /** Starts no conversation. */
    RESTRICTION,
    /** Writes in no chat room. */
    CHAT_BAN,
    /** Writes to nobody, anywhere. */
    COMM_BAN,
    /** Does nothing any more. */
    ACCOUNT_BAN;

    /** As the API spells it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

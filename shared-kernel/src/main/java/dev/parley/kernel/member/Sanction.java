package dev.parley.kernel.member;

import dev.parley.kernel.Rejection;
import java.util.Locale;

/** What a moderator may keep somebody from, mildest first. */
public enum Sanction {
    /** Starts no conversation and no topic, and follows nobody anew. */
    RESTRICTION,
    /** Writes in no chat room. */
    CHAT_BAN,
    /** Writes to nobody, anywhere, and reacts to nothing. */
    COMM_BAN,
    /** Does nothing any more, but for looking at why. */
    ACCOUNT_BAN;

    /** The rule that refuses what this keeps somebody from. */
    public Rejection rule() {
        return switch (this) {
            case RESTRICTION -> Rejection.RESTRICTION;
            case CHAT_BAN -> Rejection.CHAT_BAN;
            case COMM_BAN -> Rejection.COMM_BAN;
            case ACCOUNT_BAN -> Rejection.ACCOUNT_BAN;
        };
    }

    /** As the API spells it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.parley.kernel.member;

import java.util.Locale;

/** What a token lets its bearer do, weakest first. */
public enum Role {
    USER,
    ANALYST,
    /** Another part of the site: opens rooms and says who takes part. Not a person. */
    SERVICE,
    MODERATOR,
    /** May do what a moderator may, and run the place. */
    ADMIN;

    /** As a token and the API spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

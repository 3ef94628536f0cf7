package dev.parley.query.activity;

import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** That a person follows somebody, since when. */
record Follow(UserId other, Instant since) {
    static final String KIND = "follow";

    /** In UTC. */
    LocalDate day() {
        return LocalDate.ofInstant(since, ZoneOffset.UTC);
    }
}

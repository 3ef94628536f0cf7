package dev.parley.command.export;

/** Which of two kinds an export is. */
public enum Detail {
    /** People and things have pseudonyms, and nothing that anybody wrote is told. */
    PSEUDONYMOUS,
    /** Everything is as it is in the log, but for secrets and for what was written in private. */
    NAMED
}

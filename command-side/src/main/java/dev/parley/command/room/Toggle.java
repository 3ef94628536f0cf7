package dev.parley.command.room;

/** What a change asks of something that is either so or not. */
public enum Toggle {
    AS_IS,
    ON,
    OFF;

    public static Toggle to(boolean on) {
        return on ? ON : OFF;
    }

    /** Is something asked for that is otherwise now? */
    boolean turns(boolean now) {
        return switch (this) {
            case AS_IS -> false;
            case ON -> !now;
            case OFF -> now;
        };
    }
}

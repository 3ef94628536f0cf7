package dev.parley.load.people;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is so for one person, as the server shows it or as the log says.
 *
 * @param inbox a line per conversation in sight, newest first
 * @param follows ids of whom they follow
 * @param blocks ids of whom they block
 * @param pages newest page of each conversation that they have, by its id: when the two last read, and its messages
 */
record Facts(
        List<String> inbox, long unread, Set<String> follows, Set<String> blocks, Map<String, List<String>> pages) {
    static final int PAGE = 100;

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    Facts {
        inbox = List.copyOf(inbox);
        follows = Set.copyOf(follows);
        blocks = Set.copyOf(blocks);
        pages = Map.copyOf(pages);
    }

    /** As answers spell it. */
    static String text(Instant at) {
        return MILLISECONDS.format(at);
    }

    static String entry(String conversation, String lastMessage, String at, long unread) {
        return conversation + " last " + lastMessage + " at " + at + ", unread " + unread;
    }

    static String lastRead(String me, String them) {
        return "read by them " + me + ", by the other " + them;
    }
}

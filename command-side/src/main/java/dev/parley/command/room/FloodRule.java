package dev.parley.command.room;

import dev.parley.command.CommandRejected;
import dev.parley.kernel.CannotStart;
import dev.parley.kernel.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast one person may write in one room, and that they do not repeat themselves. A refused line counts for nothing.
 *
 * @param enabled when not, every line passes
 * @param lines accepted in any window: 1 to 10
 * @param window up to 1 minute
 */
@ConfigurationProperties("parley.chat.flood")
record FloodRule(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5") int lines,
        @DefaultValue("10s") Duration window) {
    static final int MAX_LINES = 10;
    static final Duration MAX_WINDOW = Duration.ofMinutes(1);

    private static final int MIN_DISTANCE = 2;
    private static final int CHARACTERS_PER_EDIT = 8;
    private static final Pattern TRAILING_PUNCTUATION = Pattern.compile("[!.~ ]+$");
    /** What people say to each other again and again, and mean it. */
    private static final Set<String> GREETINGS = Set.of(
            "hi",
            "hello",
            "hey",
            "gl",
            "hf",
            "glhf",
            "gl hf",
            "good luck",
            "have fun",
            "good luck, have fun",
            "gg",
            "wp",
            "ggwp",
            "gg wp",
            "good game",
            "well played",
            "good game, well played",
            "thx",
            "ty",
            "tyvm",
            "thanks",
            "thank you",
            "bye",
            "good night",
            "gn");

    FloodRule {
        require(lines >= 1 && lines <= MAX_LINES, "parley.chat.flood.lines must be 1 to 10");
        require(
                window.isPositive() && window.compareTo(MAX_WINDOW) <= 0,
                "parley.chat.flood.window must be more than nothing, and at most 1 minute");
    }

    /**
     * Returns if the person whose lines these are may add this one now.
     *
     * @throws CommandRejected as {@code FLOOD} until there is room again, or as {@code NEAR_DUPLICATE}
     */
    void requirePassed(RecentLines recent, String text, Instant now) {
        if (enabled) {
            requireRoomInWindow(recent.accepted(), now);
            CommandRejected.unless(
                    recent.texts().stream().noneMatch(last -> isNearly(last.text(), text)) || isGreeting(text),
                    Rejection.NEAR_DUPLICATE,
                    "This is nearly what you wrote just before.");
        }
    }

    /** The window is full while the line that many before this one is still in it. */
    private void requireRoomInWindow(List<Instant> accepted, Instant now) {
        if (accepted.size() >= lines) {
            Instant until = accepted.get(accepted.size() - lines).plus(window);
            if (now.isBefore(until)) {
                throw new CommandRejected(Rejection.FLOOD, "More than " + lines + " lines in so short a time.", until);
            }
        }
    }

    private static boolean isNearly(String one, String other) {
        int length = Math.min(one.length(), other.length());
        return EditDistance.isBelow(Math.max(MIN_DISTANCE, length / CHARACTERS_PER_EDIT), one, other);
    }

    private static boolean isGreeting(String text) {
        String bare = TRAILING_PUNCTUATION.matcher(text).replaceFirst("");
        return GREETINGS.contains(bare.toLowerCase(Locale.ROOT));
    }

    private static void require(boolean valid, String expected) {
        if (!valid) {
            throw new CannotStart(expected + ".");
        }
    }
}

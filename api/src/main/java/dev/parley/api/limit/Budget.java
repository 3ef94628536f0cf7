package dev.parley.api.limit;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/**
 * So many requests at once, given back evenly over a window: {@code 200/4s} is a burst of 200, and 50 each second.
 *
 * @param requests at least 1
 * @param window at least 1 s
 */
record Budget(long requests, Duration window) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})/(\\w+)");

    Budget {
        if (requests < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("A budget is at least 1 request, and its window at least 1 s");
        }
    }

    /** What each of so many nodes gives, so that all of them together give this budget, rounded up. */
    Budget sharedBy(int nodes) {
        return new Budget(Math.ceilDiv(requests, nodes), window);
    }

    /** Reads the form {@code requests/window} in which budgets are configured. */
    public static Budget valueOf(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A budget is requests/window, such as 200/4s");
        }
        return new Budget(Long.parseLong(matcher.group(1)), DurationStyle.detectAndParse(matcher.group(2)));
    }
}

package dev.parley.api.live;

import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** After which event a stream of server-sent events goes on. */
final class LastEventId {
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private LastEventId() {}

    /**
     * @param header {@code Last-Event-ID}, empty for none
     * @param parameter the same, for clients that cannot send the header
     */
    static OptionalLong of(String header, String parameter) {
        String text = header.isEmpty() ? parameter : header;
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!POSITION.matcher(text).matches()) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST, "Last-Event-ID is the id of an event here.");
        }
        return OptionalLong.of(Long.parseLong(text));
    }
}

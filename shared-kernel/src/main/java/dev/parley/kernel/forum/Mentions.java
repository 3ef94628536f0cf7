package dev.parley.kernel.forum;

import dev.parley.kernel.member.Username;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The {@code @name}s in a Markdown text. A name begins where no word does already, has 1 to 64 letters, digits, hyphens,
 * underscores and dots, and does not end in a dot, which ends the sentence.
 */
public final class Mentions {
    /** So many people are told of a post at most. */
    public static final int MOST = 5;

    /** So many names are looked up at most; names that are nobody's are among them. */
    public static final int MOST_NAMES = 20;

    /** What a mention looks like; the name is its first group. */
    public static final Pattern PATTERN =
            Pattern.compile("(?<![\\w/@.-])@([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_-])?)");

    private Mentions() {}

    /**
     * The first names that are mentioned, each once, in the order of the text: {@value #MOST_NAMES} at most. None within
     * code or a link, as {@link Prose} tells them.
     */
    public static List<Username> in(String text) {
        Map<String, Username> named = new LinkedHashMap<>();
        PATTERN.matcher(Prose.of(text))
                .results()
                .map(found -> new Username(found.group(1)))
                .forEach(name -> named.putIfAbsent(name.folded(), name));
        return named.values().stream().limit(MOST_NAMES).toList();
    }
}

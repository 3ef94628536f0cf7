package dev.parley.kernel.forum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WellFormed;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What a topic is called: 3 to 200 code points on one line, white space around it trimmed and within it single, and
 * characters that turn the direction of what follows left out. A single word says too little, unless it has 15 or more.
 */
public record TopicTitle(@JsonValue String value) {
    public static final int MIN_CODE_POINTS = 3;
    public static final int MAX_CODE_POINTS = 200;
    public static final int MIN_OF_ONE_WORD = 15;
    private static final String FIELD = "title";
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern TURNS = Pattern.compile("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
    private static final int MARKS =
            1 << Character.NON_SPACING_MARK | 1 << Character.ENCLOSING_MARK | 1 << Character.COMBINING_SPACING_MARK;
    private static final int MAX_SLUG = 80;

    /** @throws InvalidValue if the title is too short, too long, one short word or not well formed */
    @JsonCreator
    public TopicTitle {
        String straight = TURNS.matcher(WellFormed.text(value, FIELD)).replaceAll("");
        value = SPACE.matcher(straight).replaceAll(" ").strip();
        int length = WellFormed.length(value);
        InvalidValue.unless(
                length >= MIN_CODE_POINTS && length <= MAX_CODE_POINTS, FIELD, "3 to 200 characters, not " + length);
        InvalidValue.unless(!WellFormed.isBlank(value), FIELD, "at least one character that can be seen");
        InvalidValue.unless(
                value.contains(" ") || length >= MIN_OF_ONE_WORD,
                FIELD,
                "more than one word, or one of at least 15 characters");
    }

    /** The title as part of an address: at most 80 ASCII letters, digits and hyphens; {@code topic} if none is left. */
    public static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD);
        var slug = new StringBuilder();
        plain.codePoints().takeWhile(point -> slug.length() < MAX_SLUG).forEach(point -> addToSlug(slug, point));
        int end = slug.length() - (isHyphen(slug, slug.length() - 1) ? 1 : 0);
        int start = isHyphen(slug, 0) ? 1 : 0;
        return start < end ? slug.substring(start, end) : "topic";
    }

    /** One hyphen stands for whatever is between letters and digits; marks are left out. */
    private static void addToSlug(StringBuilder slug, int point) {
        if (point >= 'a' && point <= 'z' || point >= '0' && point <= '9') {
            slug.append((char) point);
        } else if (point >= 'A' && point <= 'Z') {
            slug.append((char) (point - 'A' + 'a'));
        } else if ((MARKS >> Character.getType(point) & 1) == 0 && !isHyphen(slug, slug.length() - 1)) {
            slug.append('-');
        }
    }

    private static boolean isHyphen(StringBuilder slug, int at) {
        return at >= 0 && at < slug.length() && slug.charAt(at) == '-';
    }

    @Override
    public String toString() {
        return value;
    }
}

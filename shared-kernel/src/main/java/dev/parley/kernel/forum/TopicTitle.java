package dev.parley.kernel.forum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WellFormed;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a topic is called: 3 to 200 code points on one line, white space around it trimmed and within it single. A
 * single word says too little, unless it has 15 or more.
 */
public record TopicTitle(@JsonValue String value) {
    public static final int MIN_CODE_POINTS = 3;
    public static final int MAX_CODE_POINTS = 200;
    public static final int MIN_OF_ONE_WORD = 15;
    private static final String FIELD = "title";
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER_THAN_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER_HYPHENS = Pattern.compile("^-|-$");
    private static final int MAX_SLUG = 80;

    /** @throws InvalidValue if the title is too short, too long, one short word or not well formed */
    @JsonCreator
    public TopicTitle {
        value = SPACE.matcher(WellFormed.text(value, FIELD)).replaceAll(" ").strip();
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
        String bare = MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String hyphens = OTHER_THAN_SLUG.matcher(bare).replaceAll("-");
        String cut = hyphens.substring(0, Math.min(MAX_SLUG, hyphens.length()));
        String slug = OUTER_HYPHENS.matcher(cut).replaceAll("");
        return slug.isEmpty() ? "topic" : slug;
    }

    @Override
    public String toString() {
        return value;
    }
}

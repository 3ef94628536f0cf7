package dev.parley.kernel.forum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.regex.Pattern;

/** Names a category by its slug, which never changes: 1 to 100 lower-case letters, digits and hyphens. */
public record CategoryId(@JsonValue String slug) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](-?[a-z0-9]){0,99}");
    private static final int MAX_LENGTH = 100;
    private static final String FIELD = "category";

    /** @throws InvalidValue if the text is no slug */
    @JsonCreator
    public CategoryId {
        InvalidValue.unless(
                slug != null
                        && slug.length() <= MAX_LENGTH
                        && SHAPE.matcher(slug).matches(),
                FIELD,
                "the slug of a category: 1 to 100 lower-case letters, digits and hyphens");
    }

    /** The name of its stream. */
    @Override
    public String toString() {
        return "category~" + slug;
    }
}

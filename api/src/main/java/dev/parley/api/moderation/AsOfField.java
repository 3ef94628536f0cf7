package dev.parley.api.moderation;

import dev.parley.api.http.Fields;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.past.AsOf;
import java.util.regex.Pattern;

/** Reads for which time something is asked: an instant, a position of the log, or now where it is not there. */
final class AsOfField {
    static final String NAME = "as_of";

    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private AsOfField() {}

    /** @throws InvalidValue if it is neither an instant nor a position */
    static AsOf of(Fields fields) {
        String text = fields.text(NAME);
        return POSITION.matcher(text).matches()
                ? new AsOf.Position(Long.parseLong(text))
                : fields.instant(NAME).<AsOf>map(AsOf.At::new).orElseGet(AsOf.Now::new);
    }
}

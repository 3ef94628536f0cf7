package dev.parley.kernel.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.UserId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the file of all cases of one kind about one person, which is one stream: {@code case~conduct~person}. */
public record CaseFileId(CaseKind kind, UserId reported) {
    static final String SHAPE = "case~(play|conduct|other)~([^~/]{1,120})";
    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    /** @throws InvalidValue if the text names no such file */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CaseFileId parse(String text) {
        Matcher matcher = PATTERN.matcher(text);
        InvalidValue.unless(matcher.matches(), "case_id", "the id of a case");
        return of(matcher);
    }

    static CaseFileId of(Matcher matched) {
        return new CaseFileId(
                CaseKind.valueOf(matched.group(1).toUpperCase(Locale.ROOT)), new UserId(matched.group(2)));
    }

    @Override
    @JsonValue
    public String toString() {
        return "case~" + kind.label() + "~" + reported;
    }
}

package dev.parley.kernel.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a case: the file that it stands in, and its number there, from 1. A file has at most one that is not decided,
 * its last.
 */
public record CaseId(CaseFileId file, long number) {
    private static final Pattern PATTERN = Pattern.compile(CaseFileId.SHAPE + "~(\\d{1,15})");

    /** @throws InvalidValue if the text names no case */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CaseId parse(String text) {
        Matcher matcher = PATTERN.matcher(text);
        InvalidValue.unless(matcher.matches(), "case_id", "the id of a case");
        return new CaseId(CaseFileId.of(matcher), Long.parseLong(matcher.group(3)));
    }

    @Override
    @JsonValue
    public String toString() {
        return file + "~" + number;
    }
}

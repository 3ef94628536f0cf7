package dev.parley.kernel.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.Arrays;
import java.util.Locale;

/** What somebody is reported for. */
public enum ReportType {
    CHEATING(CaseKind.PLAY),
    CHAT(CaseKind.CONDUCT),
    HARASSMENT(CaseKind.CONDUCT),
    CONTENT(CaseKind.CONDUCT),
    OTHER(CaseKind.OTHER);

    private final CaseKind kind;

    ReportType(CaseKind kind) {
        this.kind = kind;
    }

    /** @throws InvalidValue if no type is called so */
    @JsonCreator
    public static ReportType of(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidValue("report_type", "one of cheating, chat, harassment, content and other"));
    }

    /** The kind of case that such reports are gathered in. */
    public CaseKind kind() {
        return kind;
    }

    /** As the API spells it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

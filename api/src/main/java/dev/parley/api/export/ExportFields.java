package dev.parley.api.export;

import dev.parley.api.http.Fields;
import dev.parley.command.export.Detail;
import dev.parley.command.export.EventExport.Question;
import dev.parley.command.export.EventExport.Wanted;
import dev.parley.command.export.ExportCommand.ExportPersonalData;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an export of events asks for, as its address spells it. */
record ExportFields(Fields fields) {
    private static final Pattern CURSOR = Pattern.compile("\\d{0,18}");

    boolean personal() {
        return switch (fields.text("personal")) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw new InvalidValue("personal", "true or false");
        };
    }

    /** @throws InvalidValue if anything is out of its bounds */
    Question question(Actor viewer) {
        var wanted = new Wanted(Set.copyOf(types()), fields.instant("from"), fields.instant("to"));
        return new Question(viewer, personal() ? Detail.NAMED : Detail.PSEUDONYMOUS, fields.text("export_key"), wanted);
    }

    /** What has to be told before names and texts are. */
    ExportPersonalData command(Actor viewer) {
        return new ExportPersonalData(
                viewer, cursor(), types(), fields.instant("from"), fields.instant("to"), fields.text("reason"));
    }

    /** Position in the log; 0 for the beginning. */
    long cursor() {
        String cursor = fields.text("cursor");
        InvalidValue.unless(CURSOR.matcher(cursor).matches(), "cursor", "the cursor of a line");
        return cursor.isEmpty() ? 0 : Long.parseLong(cursor);
    }

    private List<String> types() {
        return Stream.of(fields.text("types").split(","))
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .distinct()
                .toList();
    }
}

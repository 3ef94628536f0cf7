package dev.parley.api.analytics;

import dev.parley.api.http.Fields;
import dev.parley.command.export.ExportKey;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.query.Days;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What is asked for of a report, as its address spells it. */
record ReadyReportFields(Fields fields, Clock clock) {
    private static final int USUAL_DAYS = 30;

    static ReadyReportFields of(ServerHttpRequest request, Clock clock) {
        return new ReadyReportFields(new Fields(request.getQueryParams()), clock);
    }

    /**
     * Up to today unless told.
     *
     * @throws InvalidValue if they are no days, or too many
     */
    Days days() {
        LocalDate to = fields.day("to")
                .orElseGet(() ->
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1));
        return new Days(fields.day("from").orElseGet(() -> to.minusDays(USUAL_DAYS)), to);
    }

    boolean csv() {
        return switch (fields.text("format")) {
            case "csv" -> true;
            case "json", "" -> false;
            default -> throw new InvalidValue("format", "json or csv");
        };
    }

    ExportKey exportKey(Actor viewer) {
        return new ExportKey(viewer, fields.text("export_key"));
    }
}

package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import dev.parley.query.projection.Filling.Purpose;
import dev.parley.query.projection.Filling.Stage;
import dev.parley.query.projection.Report.DeadLetterCounts;
import dev.parley.query.projection.Report.Place;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** How a projection's runs are stored. */
final class RegisteredDocument {
    static final String REVISION = "revision";

    private static final String ID = "_id";
    private static final String NEWEST = "newest";
    private static final String PAUSED = "paused";
    private static final String REPAIRING = "repairing";
    private static final String REPAIRS = "repairs";
    private static final String SINCE = "since";
    private static final String APPLIED = "applied";
    private static final String RUNS = "runs";
    private static final String VERSION = "version";
    private static final String PURPOSE = "purpose";
    private static final String STAGE = "stage";
    private static final String REPORT = "report";
    private static final String AT = "at";
    private static final String POSITION = "position";
    private static final String PLACES = "places";
    private static final String DIFFERING = "differing";
    private static final String KEYS = "keys";
    private static final String REPAIRED = "repaired";
    private static final String NAME = "name";
    private static final String LIVE_DOCUMENTS = "live_documents";
    private static final String FRESH_DOCUMENTS = "fresh_documents";
    private static final String LIVE = "live";
    private static final String FRESH = "fresh";
    private static final String LIVE_LETTERS = "live_letters";
    private static final String FRESH_LETTERS = "fresh_letters";
    private static final String LETTERS = "letters";
    private static final String REQUESTS = "requests";
    private static final String KIND = "kind";
    private static final String ASKED = "asked";

    private RegisteredDocument() {}

    /** @param revision one more with each change */
    static Document of(Registered registered, long revision) {
        return new Document(ID, registered.projection())
                .append(REVISION, revision)
                .append(NEWEST, registered.newest())
                .append(PAUSED, registered.paused())
                .append(REPAIRING, registered.repairing())
                .append(REPAIRS, registered.repairs())
                .append(SINCE, Date.from(registered.since()))
                .append(APPLIED, registered.applied())
                .append(
                        RUNS,
                        registered.fillings().stream()
                                .map(RegisteredDocument::of)
                                .toList());
    }

    static long revision(Document stored) {
        return stored.getLong(REVISION);
    }

    static Registered registered(Document stored) {
        String projection = stored.getString(ID);
        return new Registered(
                projection,
                stored.getInteger(NEWEST),
                stored.getBoolean(PAUSED),
                stored.getBoolean(REPAIRING),
                stored.get(REPAIRS, 0L),
                stored.getDate(SINCE).toInstant(),
                stored.getLong(APPLIED),
                stored.getList(RUNS, Document.class).stream()
                        .map(run -> filling(projection, run))
                        .toList());
    }

    private static Document of(Filling filling) {
        return new Document(VERSION, filling.run().version())
                .append(PURPOSE, filling.purpose().name())
                .append(STAGE, filling.stage().name())
                .append(SINCE, Date.from(filling.since()))
                .append(REPORT, filling.report().map(RegisteredDocument::of).orElse(null))
                .append(LETTERS, filling.letters().count())
                .append(
                        REQUESTS,
                        filling.letters().requests().stream()
                                .map(RegisteredDocument::of)
                                .toList());
    }

    private static Filling filling(String projection, Document stored) {
        return new Filling(
                new ProjectionRun(projection, stored.getInteger(VERSION)),
                Purpose.valueOf(stored.getString(PURPOSE)),
                Stage.valueOf(stored.getString(STAGE)),
                stored.getDate(SINCE).toInstant(),
                Optional.ofNullable(stored.get(REPORT, Document.class)).map(RegisteredDocument::report),
                letters(stored));
    }

    private static Letters letters(Document stored) {
        return new Letters(
                stored.get(LETTERS, 0L),
                stored.getList(REQUESTS, Document.class, List.of()).stream()
                        .map(RegisteredDocument::request)
                        .toList());
    }

    private static Document of(LetterRequest request) {
        return new Document(KIND, request.kind().name())
                .append(POSITION, request.position())
                .append(ASKED, request.asked());
    }

    private static LetterRequest request(Document stored) {
        return new LetterRequest(
                LetterRequest.Kind.valueOf(stored.getString(KIND)), stored.getLong(POSITION), stored.getLong(ASKED));
    }

    private static Document of(Report report) {
        return new Document(AT, Date.from(report.at()))
                .append(POSITION, report.position())
                .append(
                        PLACES,
                        report.places().stream().map(RegisteredDocument::of).toList())
                .append(LIVE_LETTERS, report.letters().live())
                .append(FRESH_LETTERS, report.letters().fresh())
                .append(DIFFERING, report.differing())
                .append(KEYS, report.keys())
                .append(REPAIRED, report.repaired());
    }

    private static Report report(Document stored) {
        return new Report(
                stored.getDate(AT).toInstant(),
                stored.getLong(POSITION),
                stored.getList(PLACES, Document.class).stream()
                        .map(RegisteredDocument::place)
                        .toList(),
                new DeadLetterCounts(stored.get(LIVE_LETTERS, 0L), stored.get(FRESH_LETTERS, 0L)),
                stored.getLong(DIFFERING),
                List.copyOf(stored.getList(KEYS, String.class)),
                stored.getLong(REPAIRED));
    }

    private static Document of(Place place) {
        return new Document(NAME, place.name())
                .append(LIVE_DOCUMENTS, place.liveDocuments())
                .append(FRESH_DOCUMENTS, place.freshDocuments())
                .append(LIVE, place.live())
                .append(FRESH, place.fresh());
    }

    private static Place place(Document stored) {
        return new Place(
                stored.getString(NAME),
                stored.getLong(LIVE_DOCUMENTS),
                stored.getLong(FRESH_DOCUMENTS),
                stored.getString(LIVE),
                stored.getString(FRESH));
    }
}

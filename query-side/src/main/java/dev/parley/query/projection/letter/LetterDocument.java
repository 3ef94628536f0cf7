package dev.parley.query.projection.letter;

import dev.parley.query.ProjectionRun;
import dev.parley.query.projection.letter.DeadLetter.Failure;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** How a dead letter is stored. Ids sort as the letters of a run follow each other in the log. */
final class LetterDocument {
    static final String COLLECTION = "dead_letters";
    static final String ID = "_id";
    static final String RUN = "run";
    static final String STREAM = "stream";
    static final String PLACE = "place";
    static final String FAILURE = "failure";

    private static final String POSITION = "position";
    private static final String AGGREGATE = "aggregate";
    private static final String TYPE = "type";
    private static final String EVENT = "event";
    private static final String SINCE = "since";
    private static final String ERROR = "error";
    private static final String TRACE = "trace";
    private static final String ATTEMPTS = "attempts";
    private static final String AT = "at";

    private LetterDocument() {}

    static String id(ProjectionRun run, long position) {
        return "%s~%09d~%019d".formatted(run.projection(), run.version(), position);
    }

    /** All but the id and the failure. */
    static Document of(DeadLetter letter) {
        return new Document(RUN, letter.run().name())
                .append(POSITION, letter.position())
                .append(STREAM, letter.stream())
                .append(PLACE, letter.place())
                .append(AGGREGATE, letter.aggregate())
                .append(TYPE, letter.type())
                .append(EVENT, letter.event())
                .append(SINCE, Date.from(letter.since()));
    }

    static Document of(Failure failure) {
        return new Document(ERROR, failure.error())
                .append(TRACE, failure.trace())
                .append(ATTEMPTS, failure.attempts())
                .append(AT, Date.from(failure.at()));
    }

    static DeadLetter letter(Document stored) {
        String[] id = stored.getString(ID).split("~");
        return new DeadLetter(
                new ProjectionRun(id[0], Integer.parseInt(id[1])),
                stored.getLong(POSITION),
                stored.getString(STREAM),
                stored.getLong(PLACE),
                stored.getString(AGGREGATE),
                stored.getString(TYPE),
                stored.getString(EVENT),
                stored.getDate(SINCE).toInstant(),
                Optional.ofNullable(stored.get(FAILURE, Document.class)).map(LetterDocument::failure));
    }

    private static Failure failure(Document stored) {
        return new Failure(
                stored.getString(ERROR),
                List.copyOf(stored.getList(TRACE, String.class)),
                stored.getInteger(ATTEMPTS),
                stored.getDate(AT).toInstant());
    }
}

package dev.parley.query.notice;

import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Notice;
import dev.parley.query.Notice.Freed;
import dev.parley.query.Notice.Mentioned;
import dev.parley.query.Notice.Place;
import dev.parley.query.Notice.Sanctioned;
import dev.parley.query.Notice.Upheld;
import dev.parley.query.Notice.Warned;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** How notices are stored: a document per person, with the latest of them. */
final class NoticeDocument {
    static final String COLLECTION = "notices";
    static final String ENTRIES = "entries";
    static final String POSITION = "position";

    private static final String AT = "at";
    private static final String KIND = "kind";
    private static final String MENTIONED = "mentioned";
    private static final String WARNED = "warned";
    private static final String SANCTIONED = "sanctioned";
    private static final String FREED = "freed";
    private static final String UPHELD = "upheld";
    private static final String POST = "post";
    private static final String AUTHOR = "author";
    private static final String ACTION = "action";
    private static final String SANCTION = "sanction";
    private static final String REASON = "reason";
    private static final String UNTIL = "until";
    private static final String LIFTED = "lifted";
    private static final String REPORTED = "reported";

    private NoticeDocument() {}

    static Document of(Notice notice) {
        Document entry = new Document(POSITION, notice.place().position())
                .append(AT, Date.from(notice.place().at()));
        return switch (notice) {
            case Mentioned mentioned ->
                entry.append(KIND, MENTIONED)
                        .append(POST, mentioned.post().toString())
                        .append(AUTHOR, mentioned.author().value());
            case Warned warned ->
                entry.append(KIND, WARNED)
                        .append(ACTION, warned.action().toString())
                        .append(REASON, warned.reason());
            case Sanctioned imposed ->
                entry.append(KIND, SANCTIONED)
                        .append(ACTION, imposed.action().toString())
                        .append(SANCTION, imposed.sanction().name())
                        .append(REASON, imposed.reason())
                        .append(UNTIL, imposed.until().map(Date::from).orElse(null));
            case Freed freed ->
                entry.append(KIND, FREED)
                        .append(ACTION, freed.action().toString())
                        .append(SANCTION, freed.sanction().name())
                        .append(LIFTED, freed.lifted());
            case Upheld upheld ->
                entry.append(KIND, UPHELD).append(REPORTED, upheld.reported().value());
        };
    }

    static Notice notice(UserId person, Document entry) {
        var place = new Place(person, entry.getLong(POSITION), entry.getDate(AT).toInstant());
        return switch (entry.getString(KIND)) {
            case MENTIONED ->
                new Mentioned(place, PostId.parse(entry.getString(POST)), new UserId(entry.getString(AUTHOR)));
            case WARNED -> new Warned(place, action(entry), entry.getString(REASON));
            case SANCTIONED ->
                new Sanctioned(place, action(entry), sanction(entry), entry.getString(REASON), until(entry));
            case FREED -> new Freed(place, action(entry), sanction(entry), entry.getBoolean(LIFTED));
            case UPHELD -> new Upheld(place, new UserId(entry.getString(REPORTED)));
            default -> throw new IllegalStateException("a notice of no known kind: " + entry.getString(KIND));
        };
    }

    private static ActionId action(Document entry) {
        return ActionId.parse(entry.getString(ACTION));
    }

    private static Sanction sanction(Document entry) {
        return Sanction.valueOf(entry.getString(SANCTION));
    }

    private static Optional<Instant> until(Document entry) {
        return Optional.ofNullable(entry.getDate(UNTIL)).map(Date::toInstant);
    }
}

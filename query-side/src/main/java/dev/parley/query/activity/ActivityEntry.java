package dev.parley.query.activity;

import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * One thing that a service reported of a person, as it is stored.
 *
 * @param position in the log
 */
record ActivityEntry(UserId person, LocalDate day, long position, Instant at, String kind, String title, String url) {

    /** The entries of a person's day, the latest first. */
    static Stream<ActivityEntry> ofDay(Document stored) {
        UserId person = new UserId(stored.getString(ActivityDocument.PERSON));
        LocalDate day = LocalDate.parse(stored.getString(ActivityDocument.DAY));
        List<Document> entries = stored.getList(ActivityDocument.ENTRIES, Document.class, List.of());
        return entries.reversed().stream().map(entry -> of(person, day, entry));
    }

    private static ActivityEntry of(UserId person, LocalDate day, Document entry) {
        return new ActivityEntry(
                person,
                day,
                entry.getLong(ActivityDocument.POSITION),
                entry.getDate(ActivityDocument.AT).toInstant(),
                entry.getString(ActivityDocument.KIND),
                entry.getString(ActivityDocument.TITLE),
                entry.getString(ActivityDocument.URL));
    }
}

package dev.parley.query.activity;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * One thing that a service reported of a person, or that they wrote in the forum, as it is stored.
 *
 * @param position in the log
 * @param title empty for a post until it is {@link #called}
 * @param posts the post of the forum that it is, or none
 */
record ActivityEntry(
        UserId person,
        LocalDate day,
        long position,
        Instant at,
        String kind,
        String title,
        String url,
        Set<PostPlace> posts) {
    private static final String TOPICS = "/forum/topics/";

    /** Where a post stands: in which topic, and its number there. */
    record PostPlace(TopicId topic, long number) {}

    /** The same of the topic whose title this is. */
    ActivityEntry called(String topicTitle) {
        return new ActivityEntry(person, day, position, at, kind, topicTitle, url, posts);
    }

    /** All entries of a person's day, in no order. */
    static Stream<ActivityEntry> ofDay(Document stored) {
        UserId person = new UserId(stored.getString(ActivityDocument.PERSON));
        LocalDate day = LocalDate.parse(stored.getString(ActivityDocument.DAY));
        return Stream.of(ActivityDocument.REPORTS, ActivityDocument.POSTS)
                .flatMap(field -> stored.getList(field, Document.class, List.of()).stream())
                .map(entry -> of(person, day, entry));
    }

    private static ActivityEntry of(UserId person, LocalDate day, Document entry) {
        Set<PostPlace> posts = posts(entry);
        return new ActivityEntry(
                person,
                day,
                entry.getLong(ActivityDocument.POSITION),
                entry.getDate(ActivityDocument.AT).toInstant(),
                entry.getString(ActivityDocument.KIND),
                text(entry, ActivityDocument.TITLE),
                posts.stream().map(post -> TOPICS + post.topic()).findFirst().orElse(text(entry, ActivityDocument.URL)),
                posts);
    }

    private static String text(Document entry, String field) {
        PersonalText text = entry.get(field, PersonalText.class);
        return text == null ? "" : text.text();
    }

    private static Set<PostPlace> posts(Document entry) {
        String topic = entry.getString(ActivityDocument.TOPIC);
        return topic == null
                ? Set.of()
                : Set.of(new PostPlace(new TopicId(topic), entry.getLong(ActivityDocument.NUMBER)));
    }
}

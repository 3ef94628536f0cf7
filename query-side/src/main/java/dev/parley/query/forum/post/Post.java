package dev.parley.query.forum.post;

import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Latest;
import dev.parley.query.PersonField;
import dev.parley.query.PersonView;
import dev.parley.query.forum.post.PostView.ReactionView;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * A post as it is stored.
 *
 * @param original what it said at first
 * @param text what it says now
 * @param gone how it went out of sight, empty if it is to be seen
 * @param reactions who reacts how; no reaction has nobody
 */
record Post(
        PostId id,
        UserId author,
        Instant at,
        Text original,
        Text text,
        boolean edited,
        String gone,
        Map<Reaction, Set<UserId>> reactions) {
    /** One that has just been accepted. */
    static Post added(PostId id, UserId author, Instant at, Text text) {
        return new Post(id, author, at, text, text, false, "", Map.of());
    }

    static Post of(Document stored) {
        Document original =
                Latest.read(stored, PostDocument.ORIGINAL, Document.class).orElseThrow();
        Document edited =
                Latest.read(stored, PostDocument.EDITED, Document.class).orElse(new Document());
        return new Post(
                new PostId(
                        new TopicId(stored.getString(PostDocument.TOPIC)),
                        stored.getLong(PostDocument.NUMBER),
                        stored.getLong(PostDocument.SEQUENCE)),
                new UserId(stored.getString(PostDocument.AUTHOR)),
                stored.getDate(PostDocument.AT).toInstant(),
                Text.of(original),
                Text.of(edited.isEmpty() ? original : edited),
                !edited.isEmpty(),
                Latest.read(stored, PostDocument.GONE, String.class).orElse(""),
                reactions(stored.get(PostDocument.REACTING, new Document())));
    }

    private static Map<Reaction, Set<UserId>> reactions(Document stored) {
        Map<Reaction, Set<UserId>> reactions = new EnumMap<>(Reaction.class);
        for (Reaction reaction : Reaction.values()) {
            Set<UserId> people = people(stored.get(reaction.label(), new Document()));
            if (!people.isEmpty()) {
                reactions.put(reaction, people);
            }
        }
        return reactions;
    }

    private static Set<UserId> people(Document reacting) {
        return reacting.keySet().stream()
                .filter(person -> Latest.read(reacting, person, Boolean.class).orElse(false))
                .map(PersonField::person)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isToBeSeen() {
        return gone.isEmpty();
    }

    Post editedTo(Text written) {
        return new Post(id, author, at, original, written, true, gone, reactions);
    }

    /** @param how it went out of sight */
    Post gone(String how) {
        return new Post(id, author, at, original, text, edited, how, reactions);
    }

    /** @param people who reacts how; no reaction has nobody */
    Post reactedTo(Map<Reaction, Set<UserId>> people) {
        return new Post(id, author, at, original, text, edited, gone, people);
    }

    /** Everybody whose name is shown with it. */
    Stream<UserId> people() {
        return isToBeSeen() ? Stream.concat(Stream.of(author), text.mentions().stream()) : Stream.of(author);
    }

    /** Everybody to whom it looks different, because they react to it. */
    Stream<UserId> reacting() {
        return isToBeSeen() ? reactions.values().stream().flatMap(Set::stream) : Stream.empty();
    }

    /** How long its text is as JSON, which is nearly all of what is shown. */
    long shownBytes() {
        return isToBeSeen() ? text.jsonBytes() : 0;
    }

    /** @param viewer whose reactions are theirs: one person or nobody */
    PostView shownTo(Set<UserId> viewer, Map<UserId, PersonView> names) {
        boolean seen = isToBeSeen();
        Map<Reaction, ReactionView> counts = new EnumMap<>(Reaction.class);
        if (seen) {
            reactions.forEach((reaction, people) -> counts.put(
                    reaction, new ReactionView(people.size(), viewer.stream().anyMatch(people::contains))));
        }
        return new PostView(
                id.toString(),
                id.number(),
                names.get(author),
                seen ? text.content() : "",
                seen ? text.html() : "",
                seen ? text.embeds() : List.of(),
                seen ? text.mentions().stream().map(names::get).toList() : List.of(),
                at,
                seen && edited ? text.at() : null,
                !seen,
                counts);
    }
}

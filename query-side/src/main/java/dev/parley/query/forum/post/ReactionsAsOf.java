package dev.parley.query.forum.post;

import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.ReactionEvent;
import dev.parley.kernel.forum.ReactionEvent.ReactionAdded;
import dev.parley.kernel.forum.ReactionEvent.ReactionTakenBack;
import dev.parley.kernel.forum.ReactionsId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.past.AsOf;
import dev.parley.kernel.past.PastEvent;
import dev.parley.kernel.past.PastLog;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who reacted how to some posts: from all events of their reactions, in one read. */
record ReactionsAsOf(Map<PostId, Map<Reaction, Set<UserId>>> people) {
    static ReactionsAsOf of(PastLog log, List<PostId> posts, AsOf asOf) {
        List<String> streams =
                posts.stream().map(ReactionsId::of).map(ReactionsId::value).toList();
        Map<PostId, Map<Reaction, Set<UserId>>> people = new HashMap<>();
        log.all(streams, ReactionEvent.class, asOf).stream()
                .map(PastEvent::event)
                .forEach(event ->
                        take(people.computeIfAbsent(event.postId(), first -> new EnumMap<>(Reaction.class)), event));
        return new ReactionsAsOf(people);
    }

    private static void take(Map<Reaction, Set<UserId>> people, ReactionEvent event) {
        switch (event) {
            case ReactionAdded added ->
                people.computeIfAbsent(added.reaction(), first -> new HashSet<>())
                        .add(added.by());
            case ReactionTakenBack taken ->
                people.computeIfPresent(taken.reaction(), (same, those) -> without(those, taken.by()));
        }
    }

    /** {@code null} for nobody, as the map wants it. */
    private static Set<UserId> without(Set<UserId> people, UserId person) {
        people.remove(person);
        return people.isEmpty() ? null : people;
    }

    /** The post with those to it. */
    Post to(Post post) {
        return post.reactedTo(people.getOrDefault(post.id(), Map.of()));
    }
}

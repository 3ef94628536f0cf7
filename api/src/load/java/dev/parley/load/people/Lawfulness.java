package dev.parley.load.people;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.WritingPolicy;
import dev.parley.kernel.direct.WritingPolicy.Between;
import dev.parley.kernel.direct.WritingPolicy.Party;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsEvent;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsEvent.Contacted;
import dev.parley.kernel.relations.RelationsEvent.Followed;
import dev.parley.kernel.relations.RelationsEvent.Unblocked;
import dev.parley.kernel.relations.RelationsEvent.Unfollowed;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;

/** Asks the policy about every message at its own place in the log, which it is handed in order. */
final class Lawfulness {
    private final Map<UserId, Standing> standings = new HashMap<>();
    private final Map<UserId, Set<UserId>> follows = new HashMap<>();
    private final Map<UserId, Set<UserId>> blocks = new HashMap<>();
    private final Set<ConversationId> begun = new HashSet<>();

    /** What is wrong with this event, if anything is. */
    Optional<String> on(EventMessage<?> event) {
        return switch (event.getPayload()) {
            case MemberEvent change -> {
                Standing before = standings.getOrDefault(change.member(), Standing.UNKNOWN);
                standings.put(change.member(), before.after(change, event.getTimestamp()));
                yield Optional.empty();
            }
            case RelationsEvent change -> {
                relate(change);
                yield Optional.empty();
            }
            case DirectMessageSent sent -> judge(sent);
            default -> Optional.empty();
        };
    }

    Set<UserId> follows(UserId person) {
        return follows.computeIfAbsent(person, id -> new HashSet<>());
    }

    Set<UserId> blocks(UserId person) {
        return blocks.computeIfAbsent(person, id -> new HashSet<>());
    }

    private void relate(RelationsEvent change) {
        switch (change) {
            case Followed followed -> follows(followed.person()).add(followed.other());
            case Unfollowed unfollowed -> follows(unfollowed.person()).remove(unfollowed.other());
            case Blocked blocked -> blocks(blocked.person()).add(blocked.other());
            case Unblocked unblocked -> blocks(unblocked.person()).remove(unblocked.other());
            case Contacted contacted -> {}
        }
    }

    private Optional<String> judge(DirectMessageSent sent) {
        UserId sender = sent.sender();
        UserId recipient = sent.recipient();
        var between = new Between(
                !begun.add(sent.conversationId()),
                blocks(sender).contains(recipient),
                blocks(recipient).contains(sender),
                follows(recipient).contains(sender));
        Optional<Rejection> rule = WritingPolicy.refuses(party(sender), party(recipient), between);
        return rule.map(broken -> "message " + sent.number() + " of " + sent.conversationId() + " breaks " + broken);
    }

    private Party party(UserId person) {
        return Party.of(standings.getOrDefault(person, Standing.UNKNOWN), false, Instant.EPOCH);
    }
}

package dev.parley.kernel.relations;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsEvent.Contacted;
import dev.parley.kernel.relations.RelationsEvent.Followed;
import dev.parley.kernel.relations.RelationsEvent.Unblocked;
import dev.parley.kernel.relations.RelationsEvent.Unfollowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom one person follows and whom they block, as that person's own events tell it.
 *
 * @param contacts when they last began conversations, oldest first, at most 20
 */
public record Ties(Set<UserId> follows, Set<UserId> blocks, List<Instant> contacts) {
    public static final int REMEMBERED_CONTACTS = 20;
    /** Of somebody who has no relations yet. */
    public static final Ties NONE = new Ties(Set.of(), Set.of(), List.of());

    public Ties {
        follows = Set.copyOf(follows);
        blocks = Set.copyOf(blocks);
        contacts = List.copyOf(contacts);
    }

    public boolean follows(UserId other) {
        return follows.contains(other);
    }

    public boolean blocks(UserId other) {
        return blocks.contains(other);
    }

    /** @param at when the event happened */
    public Ties after(RelationsEvent event, Instant at) {
        return switch (event) {
            case Followed followed -> new Ties(with(follows, followed.other()), blocks, contacts);
            case Unfollowed unfollowed -> new Ties(without(follows, unfollowed.other()), blocks, contacts);
            case Blocked blocked -> new Ties(follows, with(blocks, blocked.other()), contacts);
            case Unblocked unblocked -> new Ties(follows, without(blocks, unblocked.other()), contacts);
            case Contacted contacted -> new Ties(follows, blocks, contactedAgain(at));
        };
    }

    private List<Instant> contactedAgain(Instant at) {
        List<Instant> now = new ArrayList<>(contacts);
        now.add(at);
        return now.subList(Math.max(0, now.size() - REMEMBERED_CONTACTS), now.size());
    }

    private static Set<UserId> with(Set<UserId> people, UserId one) {
        Set<UserId> now = new HashSet<>(people);
        now.add(one);
        return now;
    }

    private static Set<UserId> without(Set<UserId> people, UserId one) {
        Set<UserId> now = new HashSet<>(people);
        now.remove(one);
        return now;
    }
}

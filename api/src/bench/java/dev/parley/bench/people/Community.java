package dev.parley.bench.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Who follows, blocks and writes to whom: per person 19 follows, a block, two conversations begun and 20 messages on
 * average, unequally shared. It fits into the limits: at most 380 follows and 400 blocks, 4 conversations begun, and
 * those who have sent 80 messages leave the rest to others where they can. The same for the same number of people.
 */
final class Community {
    private static final int FOLLOWS_EACH = 19;
    private static final int MOST_FOLLOWS = 380;
    private static final int MOST_BLOCKS = 400;
    private static final int BEGUN_EACH = 2;
    private static final int MOST_BEGUN = 4;
    private static final int MESSAGES_EACH = 20;
    private static final int MANY_MESSAGES = 80;

    private final int people;
    private final Random random = new Random(5);
    private final Skew shares;
    /** The places of people among those who are active are not those among the popular. */
    private final List<Integer> popular = new ArrayList<>();

    private final Set<Tie> together = new HashSet<>();
    private final List<Tie> follows;
    private final List<Tie> blocks;
    private final List<Talk> talks;

    record Tie(int from, int to) {
        Tie turned() {
            return new Tie(to, from);
        }
    }

    /** @param senders of its messages, in order: whoever begins, and the other */
    record Talk(int begins, int other, List<Integer> senders) {
        Talk {
            senders = List.copyOf(senders);
        }
    }

    Community(int people) {
        this.people = people;
        shares = new Skew(people);
        for (int i = 0; i < people; i++) {
            popular.add(i);
        }
        Collections.shuffle(popular, random);
        List<Tie> begun = ties(people * BEGUN_EACH, MOST_BEGUN, true);
        begun.forEach(this::taken);
        follows = ties(people * FOLLOWS_EACH, MOST_FOLLOWS, false);
        follows.forEach(this::taken);
        blocks = ties(people, MOST_BLOCKS, true);
        blocks.forEach(this::taken);
        talks = talks(begun);
    }

    int people() {
        return people;
    }

    /** In an order in which people take turns. */
    List<Tie> follows() {
        return follows;
    }

    List<Tie> blocks() {
        return blocks;
    }

    List<Talk> talks() {
        return talks;
    }

    /** Whether nothing is between these two. */
    boolean strangers(int one, int other) {
        return one != other && !together.contains(new Tie(one, other));
    }

    private void taken(Tie tie) {
        together.add(tie);
        together.add(tie.turned());
    }

    /** @param pairs whether the tie is between both, and so is there once */
    private List<Tie> ties(int count, int mostEach, boolean pairs) {
        Set<Tie> found = new HashSet<>();
        List<Tie> ties = new ArrayList<>();
        int[] had = new int[people];
        while (ties.size() < count) {
            Tie tie = new Tie(shares.pick(random), popular.get(shares.pick(random)));
            boolean free = tie.from() != tie.to() && (pairs ? strangersOrTalking(tie, found) : true);
            if (free && had[tie.from()] < mostEach && found.add(tie)) {
                had[tie.from()]++;
                ties.add(tie);
            }
        }
        return ties;
    }

    private boolean strangersOrTalking(Tie tie, Set<Tie> found) {
        return strangers(tie.from(), tie.to()) && !found.contains(tie.turned());
    }

    private List<Talk> talks(List<Tie> begun) {
        int[] lengths = new int[begun.size()];
        Arrays.fill(lengths, 1);
        Skew longer = new Skew(begun.size());
        for (int left = people * MESSAGES_EACH - begun.size(); left > 0; left--) {
            lengths[longer.pick(random)]++;
        }
        int[] sent = new int[people];
        List<Talk> all = new ArrayList<>();
        List<Tie> shuffled = new ArrayList<>(begun);
        Collections.shuffle(shuffled, random);
        for (int i = 0; i < shuffled.size(); i++) {
            all.add(talk(shuffled.get(i), lengths[i], sent));
        }
        Collections.shuffle(all, random);
        return List.copyOf(all);
    }

    private Talk talk(Tie two, int length, int[] sent) {
        List<Integer> senders = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int one = i == 0 || random.nextBoolean() ? two.from() : two.to();
            int other = one == two.from() ? two.to() : two.from();
            boolean silent = i > 0 && sent[one] >= MANY_MESSAGES && sent[other] < sent[one];
            int sender = silent ? other : one;
            sent[sender]++;
            senders.add(sender);
        }
        return new Talk(two.from(), two.to(), senders);
    }
}

package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import dev.parley.query.RunStore;
import dev.parley.query.RunStore.StoredDocument;
import dev.parley.query.projection.Report.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Sets a fresh run against the one that is read, while both move on: first by count and digest of ranges of keys, then the
 * documents of the ranges that differ one by one. What differs because one run was a moment ahead is read again, at last
 * while both stand still at one position.
 */
final class Comparison {
    /** So many documents are read again at once. */
    private static final int STEP = 200;
    /** Where more differ than this the runs were made by different rules, and none is looked at twice. */
    private static final int MOST_SUSPECTS = 100_000;
    /** So many are read again while both runs stand still, which takes some tens of milliseconds. */
    private static final int MOST_HELD = 2_000;

    private final ProjectionRun live;
    private final ProjectionRun fresh;
    private final List<Place> places = new ArrayList<>();
    private final Map<Where, Set<String>> suspects = new HashMap<>();

    private record Where(RunStore store, String place) {}

    private Comparison(ProjectionRun live, ProjectionRun fresh) {
        this.live = live;
        this.fresh = fresh;
    }

    /**
     * Looks at all that both have, which takes seconds for a million documents.
     *
     * @throws RuntimeException if a store is away
     */
    static Comparison of(Collection<RunStore> stores, ProjectionRun live, ProjectionRun fresh) {
        var comparison = new Comparison(live, fresh);
        stores.forEach(
                store -> store.placesOf(live.projection()).forEach(place -> comparison.scan(new Where(store, place))));
        comparison.again();
        return comparison;
    }

    private void scan(Where where) {
        Buckets read = buckets(live, where);
        Buckets filled = buckets(fresh, where);
        places.add(new Place(where.place(), read.documents(), filled.documents(), read.digest(), filled.digest()));
        BitSet differing = read.differing(filled);
        if (!differing.isEmpty()) {
            suspects.put(where, suspects(where, differing));
        }
    }

    private static Buckets buckets(ProjectionRun run, Where where) {
        var buckets = new Buckets();
        where.store().scan(run, where.place(), buckets::add);
        return buckets;
    }

    private Set<String> suspects(Where where, BitSet differing) {
        Map<String, Long> read = new HashMap<>();
        Set<String> found = new HashSet<>();
        where.store().scan(live, where.place(), document -> {
            if (read.size() < MOST_SUSPECTS && Buckets.contain(differing, document)) {
                read.put(document.id(), document.digest());
            }
        });
        where.store().scan(fresh, where.place(), document -> {
            if (found.size() < MOST_SUSPECTS && Buckets.contain(differing, document)) {
                Long other = read.remove(document.id());
                if (other == null || other != document.digest()) {
                    found.add(document.id());
                }
            }
        });
        found.addAll(read.keySet());
        return found;
    }

    /** Reads what differed again, and forgets what differs no longer; nothing where that would be too much. */
    private void again() {
        if (count() <= MOST_SUSPECTS) {
            suspects.forEach((where, ids) -> ids.retainAll(differing(where, List.copyOf(ids))));
            suspects.values().removeIf(Set::isEmpty);
        }
    }

    private Set<String> differing(Where where, List<String> ids) {
        Set<String> differing = new HashSet<>();
        for (int from = 0; from < ids.size(); from += STEP) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + STEP));
            Map<String, Long> read = digests(live, where, some);
            Map<String, Long> filled = digests(fresh, where, some);
            some.stream()
                    .filter(id -> !Objects.equals(read.get(id), filled.get(id)))
                    .forEach(differing::add);
        }
        return differing;
    }

    private static Map<String, Long> digests(ProjectionRun run, Where where, List<String> ids) {
        Map<String, Long> digests = new HashMap<>();
        for (StoredDocument document : where.store().read(run, where.place(), ids)) {
            digests.put(document.id(), document.digest());
        }
        return digests;
    }

    /** Reads what differed for the last time, while both runs stand still; too much of it differs for good. */
    void settle() {
        if (count() <= MOST_HELD) {
            again();
        }
    }

    /** Takes what differs over from the fresh run, while both stand still. */
    long repair() {
        suspects.forEach((where, ids) -> {
            List<String> all = List.copyOf(ids);
            for (int from = 0; from < all.size(); from += STEP) {
                where.store().copy(fresh, live, where.place(), all.subList(from, Math.min(all.size(), from + STEP)));
            }
        });
        return count();
    }

    long count() {
        return suspects.values().stream().mapToLong(Set::size).sum();
    }

    /** The scanned places, as they were while both runs moved on. */
    List<Place> places() {
        return List.copyOf(places);
    }

    /** The first documents that differ. */
    List<String> keys() {
        return suspects.entrySet().stream()
                .flatMap(found ->
                        found.getValue().stream().map(id -> found.getKey().place() + "/" + id))
                .sorted()
                .limit(Report.MOST_KEYS)
                .toList();
    }
}

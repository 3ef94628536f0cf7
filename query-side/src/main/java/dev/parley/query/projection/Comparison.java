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
 * documents of the ranges that differ one by one, so many ranges at a time as there is memory for. What differs because one
 * run was a moment ahead is read again, at last while both stand still at one position. Every document that differs is
 * counted, and named as long as there is room for names.
 */
final class Comparison {
    /** So many documents are held in memory at once, and so many are named. */
    static final int MOST = 100_000;
    /** So many documents are read again at once. */
    private static final int STEP = 200;
    /** So many are read again while both runs stand still, which takes some tens of milliseconds. */
    private static final int MOST_HELD = 2_000;

    private final ProjectionRun live;
    private final ProjectionRun fresh;
    private final int most;
    private final List<Place> places = new ArrayList<>();
    private final Map<Where, Set<String>> named = new HashMap<>();
    private long unnamed;

    private record Where(RunStore store, String place) {}

    private Comparison(ProjectionRun live, ProjectionRun fresh, int most) {
        this.live = live;
        this.fresh = fresh;
        this.most = most;
    }

    /**
     * Looks at all that both have, which takes seconds for a million documents, and as long again for every {@code most}
     * documents in ranges that differ.
     *
     * @param most so many documents are held in memory at once, and so many are named
     * @throws RuntimeException if a store is away
     */
    static Comparison of(Collection<RunStore> stores, ProjectionRun live, ProjectionRun fresh, int most) {
        var comparison = new Comparison(live, fresh, most);
        stores.forEach(
                store -> store.placesOf(live.projection()).forEach(place -> comparison.scan(new Where(store, place))));
        return comparison;
    }

    private void scan(Where where) {
        Buckets read = buckets(live, where);
        Buckets filled = buckets(fresh, where);
        places.add(new Place(where.place(), read.documents(), filled.documents(), read.digest(), filled.digest()));
        for (BitSet slice : read.differing(filled, most)) {
            keep(where, differing(where, suspects(where, slice)));
        }
    }

    private static Buckets buckets(ProjectionRun run, Where where) {
        var buckets = new Buckets();
        where.store().scan(run, where.place(), buckets::add);
        return buckets;
    }

    private List<String> suspects(Where where, BitSet slice) {
        Map<String, Long> read = new HashMap<>();
        List<String> found = new ArrayList<>();
        where.store().scan(live, where.place(), document -> {
            if (Buckets.contain(slice, document)) {
                read.put(document.id(), document.digest());
            }
        });
        where.store().scan(fresh, where.place(), document -> {
            if (Buckets.contain(slice, document)) {
                Long other = read.remove(document.id());
                if (other == null || other != document.digest()) {
                    found.add(document.id());
                }
            }
        });
        found.addAll(read.keySet());
        return found;
    }

    private void keep(Where where, Collection<String> found) {
        long room = Math.max(0, most - named());
        if (!found.isEmpty() && room > 0) {
            Set<String> names = named.computeIfAbsent(where, first -> new HashSet<>());
            found.stream().limit(room).forEach(names::add);
        }
        unnamed += Math.max(0, found.size() - room);
    }

    private long named() {
        return named.values().stream().mapToLong(Set::size).sum();
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
            named.forEach((where, ids) -> ids.retainAll(differing(where, List.copyOf(ids))));
            named.values().removeIf(Set::isEmpty);
        }
    }

    /** Takes what differs, and is named, over from the fresh run, while both stand still. */
    long repair() {
        named.forEach((where, ids) -> {
            List<String> all = List.copyOf(ids);
            for (int from = 0; from < all.size(); from += STEP) {
                where.store().copy(fresh, live, where.place(), all.subList(from, Math.min(all.size(), from + STEP)));
            }
        });
        return named();
    }

    /** Whether all that differs is named. */
    boolean namesAll() {
        return unnamed == 0;
    }

    long count() {
        return named() + unnamed;
    }

    /** The scanned places, as they were while both runs moved on. */
    List<Place> places() {
        return List.copyOf(places);
    }

    /** The first documents that differ. */
    List<String> keys() {
        return named.entrySet().stream()
                .flatMap(found ->
                        found.getValue().stream().map(id -> found.getKey().place() + "/" + id))
                .sorted()
                .limit(Report.MOST_KEYS)
                .toList();
    }
}

package dev.parley.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.ProjectionRun;
import dev.parley.query.RunStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final ProjectionRun LIVE = new ProjectionRun("rooms", 1);
    private static final ProjectionRun FRESH = new ProjectionRun("rooms", 2);
    private static final int MOST = 10;

    private final Documents store = new Documents();

    @Test
    void namesAllThatDiffersUpToTheBound() {
        both(1_000);
        differing(MOST);

        Comparison comparison = compared();

        assertThat(comparison.namesAll()).isTrue();
        assertThat(comparison.keys()).hasSize(MOST).allMatch(key -> key.startsWith("rooms/differing-"));
    }

    @Test
    void countsOneMoreThanTheBoundWithoutNamingIt() {
        both(1_000);
        differing(MOST + 1);

        Comparison comparison = compared();

        assertThat(comparison.count()).isEqualTo(MOST + 1);
        assertThat(comparison.namesAll()).isFalse();
        assertThat(comparison.keys()).hasSize(MOST);
    }

    @Test
    void countsEachOnceWhereAllDiffersAndEachRunLacksSomeOfTheOther() {
        differing(500);
        for (int i = 0; i < 300; i++) {
            store.put(LIVE, "left-" + i, i);
            store.put(FRESH, "come-" + i, i);
        }

        assertThat(compared().count()).isEqualTo(1_100);
    }

    @Test
    void repairedOverAndOverNothingDiffers() {
        both(100);
        differing(3 * MOST);

        while (!compared().namesAll()) {
            assertThat(compared().repair()).isEqualTo(MOST);
        }
        compared().repair();

        assertThat(compared().count()).isZero();
        assertThat(store.of(LIVE)).isEqualTo(store.of(FRESH)).hasSize(100 + 3 * MOST);
    }

    private void both(int documents) {
        for (int i = 0; i < documents; i++) {
            store.put(LIVE, "same-" + i, i);
            store.put(FRESH, "same-" + i, i);
        }
    }

    private void differing(int documents) {
        for (int i = 0; i < documents; i++) {
            store.put(LIVE, "differing-" + i, i);
            store.put(FRESH, "differing-" + i, -i - 1);
        }
    }

    private Comparison compared() {
        return Comparison.of(List.of(store), LIVE, FRESH, MOST);
    }

    /** A store with one place. */
    private static final class Documents implements RunStore {
        private final Map<ProjectionRun, Map<String, Long>> runs = new HashMap<>();

        Map<String, Long> of(ProjectionRun run) {
            return runs.computeIfAbsent(run, first -> new TreeMap<>());
        }

        void put(ProjectionRun run, String id, long digest) {
            of(run).put(id, digest);
        }

        @Override
        public List<String> placesOf(String projection) {
            return List.of(projection);
        }

        @Override
        public String nameOf(ProjectionRun run, String place) {
            return run.collection(place);
        }

        @Override
        public void scan(ProjectionRun run, String place, Consumer<StoredDocument> each) {
            of(run).forEach((id, digest) -> each.accept(new StoredDocument(id, digest)));
        }

        @Override
        public List<StoredDocument> read(ProjectionRun run, String place, Collection<String> ids) {
            return ids.stream()
                    .filter(of(run)::containsKey)
                    .map(id -> new StoredDocument(id, Objects.requireNonNull(of(run).get(id))))
                    .toList();
        }

        @Override
        public void copy(ProjectionRun from, ProjectionRun to, String place, Collection<String> ids) {
            ids.forEach(id -> {
                of(to).remove(id);
                of(to).computeIfAbsent(id, of(from)::get);
            });
        }
    }
}

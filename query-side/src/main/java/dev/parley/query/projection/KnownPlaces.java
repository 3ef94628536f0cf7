package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import dev.parley.query.RunPlaces;
import dev.parley.query.RunStore;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the supervisor knows of. */
@Component
class KnownPlaces implements RunPlaces {
    private final Supervisor supervisor;
    private final ProjectionPositions positions;
    private final List<RunStore> stores;

    KnownPlaces(Supervisor supervisor, ProjectionPositions positions, List<RunStore> stores) {
        this.supervisor = supervisor;
        this.positions = positions;
        this.stores = stores;
    }

    @Override
    public List<RunPlace> all() {
        return supervisor.known().stream()
                .flatMap(registered -> registered.moving().stream())
                .flatMap(this::placesOf)
                .toList();
    }

    private Stream<RunPlace> placesOf(ProjectionRun run) {
        return stores.stream()
                .flatMap(store -> store.placesOf(run.projection()).stream()
                        .map(place -> new RunPlace(store.nameOf(run, place), positions.index(run))));
    }
}

package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import dev.parley.query.RunStore;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything that the runs of all projections have stored, as this node knows it. */
@Component
public class RunPlaces {
    private final Supervisor supervisor;
    private final ProjectionPositions positions;
    private final List<RunStore> stores;

    RunPlaces(Supervisor supervisor, ProjectionPositions positions, List<RunStore> stores) {
        this.supervisor = supervisor;
        this.positions = positions;
        this.stores = stores;
    }

    /**
     * A collection or index.
     *
     * @param name its own
     * @param position index of the last event that it holds all of; -1 before the first
     */
    public record RunPlace(String name, long position) {}

    /** In the order of the projections' names. */
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

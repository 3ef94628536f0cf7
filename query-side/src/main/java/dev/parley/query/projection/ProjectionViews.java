package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import dev.parley.query.RunStore;
import dev.parley.query.projection.ProjectionView.ReportView;
import dev.parley.query.projection.ProjectionView.StoreView;
import dev.parley.query.projection.ProjectionView.VersionView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows operators how far each run is. */
@Component
class ProjectionViews {
    private final ProjectionPositions positions;
    private final Supervisor supervisor;
    private final List<RunStore> stores;

    ProjectionViews(ProjectionPositions positions, Supervisor supervisor, List<RunStore> stores) {
        this.positions = positions;
        this.supervisor = supervisor;
        this.stores = stores;
    }

    ProjectionView of(Registered registered) {
        ProjectionRun live = registered.live();
        return new ProjectionView(
                registered.projection(),
                live.version(),
                registered.paused(),
                stores.stream()
                        .flatMap(store -> store.placesOf(registered.projection()).stream())
                        .toList(),
                positions.index(live),
                positions.head(),
                positions.lag(live),
                supervisor.perSecond(live),
                registered.deadLetters(),
                registered.fillings().stream().map(this::version).toList());
    }

    private VersionView version(Filling filling) {
        ProjectionRun run = filling.run();
        long rate = supervisor.perSecond(run);
        long lag = positions.lag(run);
        return new VersionView(
                run.version(),
                filling.stage().name().toLowerCase(Locale.ROOT),
                filling.purpose().name().toLowerCase(Locale.ROOT),
                filling.since(),
                positions.index(run),
                lag,
                rate,
                filling.is(Filling.Stage.FILLING) && rate > 0 ? lag / rate : null,
                filling.letters().count(),
                supervisor.errorOf(run).or(() -> heldBack(filling)).orElse(null),
                filling.report().map(ProjectionViews::report).orElse(null));
    }

    private static Optional<String> heldBack(Filling filling) {
        return Optional.of(filling)
                .filter(Filling::isHeldBack)
                .map(ready -> "It is not read by itself: it has put events aside. Ask for the switch, or cancel.");
    }

    private static ReportView report(Report report) {
        return new ReportView(
                report.at(),
                report.position(),
                report.letters().live(),
                report.letters().fresh(),
                report.differing(),
                report.keys(),
                report.repaired(),
                report.places().stream()
                        .map(place -> new StoreView(
                                place.name(),
                                place.liveDocuments(),
                                place.freshDocuments(),
                                place.live(),
                                place.fresh()))
                        .toList());
    }
}

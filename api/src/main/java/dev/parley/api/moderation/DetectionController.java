package dev.parley.api.moderation;

import dev.parley.api.identity.Caller;
import dev.parley.api.limit.Turns;
import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import dev.parley.command.moderation.detection.DryRun;
import dev.parley.command.moderation.detection.DryRun.Item;
import dev.parley.command.moderation.detection.DryRun.Report;
import dev.parley.kernel.InvalidValue;
import dev.parley.query.Names;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows moderators what the text policy would make of what was written. */
@RestController
class DetectionController {
    private final DryRun dryRun;
    private final Names names;
    private final Turns turns = new Turns(1);

    DetectionController(DryRun dryRun, Names names) {
        this.dryRun = dryRun;
        this.names = names;
    }

    /**
     * What the policy of this release would flag in the next 20,000 events of the log, or fewer where 100 texts are:
     * {@code next} is the value for {@code after}. Appends nothing, and of what was written in private it tells how much
     * alone. Each node does one of these at a time. Problems: forbidden (403), invalid-value (422), too-many-requests
     * (429), store-unavailable (503).
     *
     * @param after position in the log behind which it begins
     */
    @GetMapping("/api/mod/detection/dry-run")
    Mono<DryRunView> run(@RequestParam(defaultValue = "-1") long after, Caller caller) {
        if (!caller.actor().moderates()) {
            throw new ProblemException(ProblemType.FORBIDDEN, "This is for moderators.");
        }
        InvalidValue.unless(after >= -1, "after", "a position in the log");
        return turns.take(() -> CompletableFuture.supplyAsync(() -> dryRun.after(after), DetectionController::run))
                .flatMap(this::named);
    }

    /** On a thread of its own, which gives way to what people wait for. */
    private static void run(Runnable dryRun) {
        Thread.ofPlatform()
                .daemon()
                .name("dry-run")
                .priority(Thread.MIN_PRIORITY)
                .start(dryRun);
    }

    private Mono<DryRunView> named(Report report) {
        var authors = report.items().stream().map(Item::author).collect(Collectors.toUnmodifiableSet());
        return Mono.fromFuture(() -> names.people(authors)).map(people -> DryRunView.of(report, people));
    }
}

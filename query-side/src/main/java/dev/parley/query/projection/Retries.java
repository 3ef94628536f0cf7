package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has done with dead letters what operators asked for, and has the registry know how many there are. What was cut off is
 * begun again: whatever was handled by then is no letter any more.
 */
@Component
class Retries {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private final Registry registry;
    private final Steps steps;

    Retries(Registry registry, Steps steps) {
        this.registry = registry;
        this.steps = steps;
    }

    /** Takes the next step with each of the projection's runs that this node works on. */
    void moveOn(Registered registered, ProjectionProcessor processor) {
        for (Filling filling : registered.fillings()) {
            processor
                    .processor(filling.run())
                    .filter(RunProcessor::isWorking)
                    .ifPresent(run -> moveOn(registered, filling, run));
        }
    }

    private void moveOn(Registered registered, Filling filling, RunProcessor run) {
        boolean open = !filling.letters().requests().isEmpty()
                || !run.parked().interrupted().isEmpty();
        if (open && !registered.paused()) {
            steps.take(registered.projection(), () -> carryOut(filling, run));
        }
        count(filling, run);
    }

    private void carryOut(Filling filling, RunProcessor run) {
        List<LetterRequest> requests = filling.letters().requests();
        Deque<String> streams = new ArrayDeque<>(run.parked().interrupted());
        requests.forEach(request -> streams.addAll(run.begin(request)));
        while (!streams.isEmpty()) {
            run.redeliver(streams);
        }
        ProjectionRun own = filling.run();
        Registered after = registry.change(own.projection(), all -> all.change(own, same -> same.without(requests)));
        after.find(same -> same.run().equals(own)).ifPresent(same -> count(same, run));
        LOG.info("{} has {} dead letters left", own.name(), run.parked().count());
    }

    private void count(Filling filling, RunProcessor run) {
        long now = run.parked().count();
        if (filling.letters().count() != now) {
            registry.change(
                    filling.run().projection(),
                    all -> all.change(
                            filling.run(), same -> same.with(same.letters().counting(now))));
        }
    }
}

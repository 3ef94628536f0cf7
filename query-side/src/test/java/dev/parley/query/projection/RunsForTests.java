package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import org.axonframework.config.EventProcessingConfiguration;

/** Looks at the processors of the projections' runs. */
public final class RunsForTests {
    private RunsForTests() {}

    /** Whether the first run of the projection moves on. */
    public static boolean areWorked(EventProcessingConfiguration processors, String projection) {
        return processors
                .eventProcessor(projection, ProjectionProcessor.class)
                .flatMap(processor -> processor.processor(ProjectionRun.first(projection)))
                .filter(RunProcessor::isWorking)
                .isPresent();
    }
}

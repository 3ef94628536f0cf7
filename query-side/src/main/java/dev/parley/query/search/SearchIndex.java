package dev.parley.query.search;

import dev.parley.query.ProjectionRun;

/**
 * An index of Elasticsearch. It is searched under its name, an alias that it gets once it holds all that it should.
 *
 * @param projection the one that writes it
 * @param version of its definition
 * @param definition settings and mappings as JSON, in which {@value #ANALYZER} stands for how text is analyzed
 */
public record SearchIndex(String projection, String name, int version, String definition) {
    static final String ANALYZER = "<analyzer>";

    String definition(String analyzer) {
        return definition.replace(ANALYZER, analyzer);
    }

    /** What the index of a run itself is called. */
    String of(ProjectionRun run) {
        return run.index(name + "-v" + version);
    }

    /** The alias under which a run writes it, so that no write ever makes an index that is gone. */
    String writtenBy(ProjectionRun run) {
        return of(run) + "-writes";
    }

    /** The alias under which the current unit of work writes it. */
    String written() {
        return writtenBy(ProjectionRun.current(projection));
    }
}

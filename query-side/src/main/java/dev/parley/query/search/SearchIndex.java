package dev.parley.query.search;

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

    /** What the index itself is called. */
    String versioned() {
        return name + "-v" + version;
    }

    /** The alias under which it is written, so that no write ever makes an index that is gone. */
    String writes() {
        return versioned() + "-writes";
    }
}

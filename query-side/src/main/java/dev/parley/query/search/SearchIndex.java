package dev.parley.query.search;

/**
 * An index of Elasticsearch, which is made before the first write to it.
 *
 * @param projection the one that writes it
 * @param name with the version of its definition
 * @param definition settings and mappings as JSON, in which {@value #ANALYZER} stands for how text is analyzed
 */
public record SearchIndex(String projection, String name, String definition) {
    static final String ANALYZER = "<analyzer>";

    String definition(String analyzer) {
        return definition.replace(ANALYZER, analyzer);
    }
}

package dev.parley.query.direct.search;

import dev.parley.query.search.SearchIndex;

/** The index of direct messages, each under its conversation and number. It keeps no text but what finding it takes. */
final class DirectIndex {
    static final String PARTICIPANTS = "participants";
    static final String CONVERSATION = "conversation";
    static final String AT = "at";
    static final String CONTENT = "content";

    static final SearchIndex INDEX = new SearchIndex("direct-search", "direct-messages", 1, """
            {
              "settings": {"index": {"auto_expand_replicas": "0-1"}},
              "mappings": {
                "dynamic": "strict",
                "_source": {"excludes": ["content"]},
                "properties": {
                  "participants": {"type": "keyword"},
                  "conversation": {"type": "keyword"},
                  "at": {"type": "date"},
                  "content": {"type": "text", "analyzer": "<analyzer>"}
                }
              }
            }
            """);

    private DirectIndex() {}
}

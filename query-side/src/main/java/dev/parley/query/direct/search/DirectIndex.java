package dev.parley.query.direct.search;

import dev.parley.query.search.SearchIndex;

/** The index of direct messages, each under its conversation and number. */
final class DirectIndex {
    static final String PARTICIPANTS = "participants";
    static final String CONVERSATION = "conversation";
    static final String SENDER = "sender";
    static final String AT = "at";
    static final String CONTENT = "content";

    static final SearchIndex INDEX = new SearchIndex("direct-search", "direct-messages", 2, """
            {
              "settings": {"index": {"auto_expand_replicas": "0-1", "translog.durability": "request", "merge.policy.expunge_deletes_allowed": 0}},
              "mappings": {
                "dynamic": "strict",
                "properties": {
                  "participants": {"type": "keyword"},
                  "conversation": {"type": "keyword"},
                  "sender": {"type": "keyword"},
                  "at": {"type": "date"},
                  "content": {"type": "text", "analyzer": "<analyzer>"}
                }
              }
            }
            """);

    private DirectIndex() {}
}

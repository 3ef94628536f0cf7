package dev.parley.query.audit;

import dev.parley.query.search.SearchIndex;

/**
 * The index of everything done: one small document per event of the log, under the event's id, without any text but the
 * reason of a moderator. What follows from another field is not repeated: an event whose command has its id does not name
 * the command, and one that a request caused does not name the cause. It is made visible when somebody searches, and else
 * rarely: far more is written than is ever looked for.
 */
final class AuditIndex {
    static final String POSITION = "position";
    static final String AT = "at";
    static final String TYPE = "type";
    /** Type of the aggregate. */
    static final String AGGREGATE = "aggregate";

    static final String STREAM = "stream";
    static final String ACTOR = "actor";
    static final String ROLE = "role";
    static final String REASON = "reason";
    static final String COMMAND = "command";
    static final String CORRELATION = "correlation";
    static final String CAUSATION = "causation";
    /** The people whom the event names besides the one who acted. */
    static final String SUBJECTS = "subjects";
    /** Those who are not shown it, because it is about them. */
    static final String CONCERNED = "concerned";

    static final SearchIndex INDEX = new SearchIndex("audit-search", "audit", 2, """
            {
              "settings": {"index": {"auto_expand_replicas": "0-1", "translog.durability": "request"}},
              "mappings": {
                "dynamic": "strict",
                "properties": {
                  "position": {"type": "long"},
                  "at": {"type": "date", "format": "epoch_millis"},
                  "type": {"type": "keyword", "doc_values": false},
                  "aggregate": {"type": "keyword", "index": false, "doc_values": false},
                  "stream": {"type": "keyword", "index": false, "doc_values": false},
                  "actor": {"type": "keyword", "doc_values": false},
                  "role": {"type": "keyword", "index": false, "doc_values": false},
                  "reason": {"type": "text", "analyzer": "<analyzer>"},
                  "command": {"type": "keyword", "index": false, "doc_values": false},
                  "correlation": {"type": "keyword", "doc_values": false},
                  "causation": {"type": "keyword", "doc_values": false},
                  "subjects": {"type": "keyword", "doc_values": false},
                  "concerned": {"type": "keyword", "doc_values": false}
                }
              }
            }
            """);

    private AuditIndex() {}
}

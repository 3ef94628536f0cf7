package dev.parley.query.forum.search;

import dev.parley.query.search.SearchIndex;

/**
 * The index of the forum: a document per topic, under its id, and one per post, under the topic's id and the post's
 * number. A post's document repeats what its topic says, so that one condition on it suffices. One more document lists
 * the topics whose posts do not all repeat it yet.
 */
final class ForumIndex {
    static final String KIND = "kind";
    static final String KIND_TOPIC = "topic";
    static final String KIND_POST = "post";
    static final String KIND_FOLLOWING = "following";
    /** The document's own id, to sort by. */
    static final String KEY = "key";

    static final String TOPIC = "topic";
    static final String NUMBER = "number";
    static final String POST = "post";
    static final String TITLE = "title";
    /** The title's words as they were typed, whatever the analyzer makes of them. */
    static final String TITLE_PLAIN = "title.plain";

    static final String CONTENT = "content";
    static final String CATEGORY = "category";
    static final String AUTHOR = "author";
    static final String TOPIC_AUTHOR = "topic_author";
    static final String AT = "at";
    static final String REACTIONS = "reactions";
    static final String VISIBLE = "visible";
    /** Of a topic: the number of its last post. */
    static final String POSTS = "posts";
    /** Of a post: it is out of sight for good, erased by its author or removed by a moderator; not so with its topic. */
    static final String HIDDEN = "hidden";
    /** Of a topic: a moderator removed it. */
    static final String REMOVED = "removed";
    /** Place in the topic's stream of the last event that the document was changed by. */
    static final String SEQUENCE = "sequence";
    /** Place in the topic's stream of the last event that changed what posts repeat of their topic. */
    static final String PLACED = "placed";
    /** Of a post: place in the stream of its reactions of the last that was counted. */
    static final String REACTED = "reacted";

    static final SearchIndex INDEX = new SearchIndex("forum-search", "forum-posts", 2, """
            {
              "settings": {"index": {"auto_expand_replicas": "0-1", "translog.durability": "request", "refresh_interval": "200ms", "merge.policy.expunge_deletes_allowed": 0}},
              "mappings": {
                "dynamic": "strict",
                "properties": {
                  "kind": {"type": "keyword"},
                  "key": {"type": "keyword"},
                  "topic": {"type": "keyword"},
                  "number": {"type": "long"},
                  "post": {"type": "keyword", "index": false, "doc_values": false},
                  "title": {
                    "type": "text",
                    "analyzer": "<analyzer>",
                    "fields": {"plain": {"type": "text", "analyzer": "standard"}}
                  },
                  "content": {"type": "text", "analyzer": "<analyzer>"},
                  "category": {"type": "keyword"},
                  "author": {"type": "keyword"},
                  "topic_author": {"type": "keyword"},
                  "at": {"type": "date", "format": "epoch_millis"},
                  "reactions": {"type": "integer"},
                  "visible": {"type": "boolean"},
                  "posts": {"type": "long", "index": false, "doc_values": false},
                  "hidden": {"type": "boolean", "index": false, "doc_values": false},
                  "removed": {"type": "boolean", "index": false, "doc_values": false},
                  "sequence": {"type": "long", "index": false, "doc_values": false},
                  "placed": {"type": "long", "index": false, "doc_values": false},
                  "reacted": {"type": "long", "index": false, "doc_values": false}
                }
              }
            }
            """);

    private ForumIndex() {}
}

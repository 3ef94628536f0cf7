package dev.parley.query.direct;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many messages somebody has not read yet, in all of their conversations. */
public record UnreadView(@JsonProperty("unread") long unread) {}

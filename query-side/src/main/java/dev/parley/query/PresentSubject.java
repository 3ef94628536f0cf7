package dev.parley.query;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How something that people report is at present, as moderators may see it.
 *
 * @param content what it says; of a topic its title; empty once its author erased it
 */
public record PresentSubject(
        @JsonProperty("content") String content,
        @JsonProperty("is_deleted") boolean deleted) {}

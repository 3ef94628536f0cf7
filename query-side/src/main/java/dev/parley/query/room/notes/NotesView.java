package dev.parley.query.room.notes;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One person's private notes beside one game. */
public record NotesView(@JsonProperty("content") String content) {
    static final NotesView EMPTY = new NotesView("");
}

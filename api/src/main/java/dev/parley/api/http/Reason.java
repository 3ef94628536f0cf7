package dev.parley.api.http;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why somebody removes something: from the body or the query of a DELETE; empty where neither says. */
public record Reason(@JsonProperty("reason") String text) {
    static final Reason NONE = new Reason("");

    public Reason {
        text = text == null ? "" : text;
    }
}

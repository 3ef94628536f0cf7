package dev.parley.query.member;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.Milliseconds;
import java.time.Instant;

/** What everybody may know of a person. */
public record MemberView(
        @JsonProperty("id") String id,
        @JsonProperty("username") String username,
        @JsonProperty("joined_at") @Milliseconds Instant joinedAt) {}

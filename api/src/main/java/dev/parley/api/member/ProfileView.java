package dev.parley.api.member;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.member.MemberView;
import dev.parley.query.relations.RelationView;
import java.time.Instant;

/** A person, and how the caller stands to them; how they stand to the caller is not told. */
public record ProfileView(
        @JsonProperty("id") String id,
        @JsonProperty("username") String username,
        @JsonProperty("joined_at") Instant joinedAt,
        @JsonProperty("relation") RelationView relation) {
    public static ProfileView of(MemberView member, RelationView relation) {
        return new ProfileView(member.id(), member.username(), member.joinedAt(), relation);
    }
}

package dev.parley.query.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.PersonView;
import java.time.Instant;
import java.util.List;

/**
 * What has become of all that somebody wrote. What is not yet so is null or missing.
 *
 * @param requestedBy themselves, or an admin
 * @param reason of an admin; empty where it was their own wish
 * @param requestedPosition in the log
 * @param erasedAt when the key was gone with which their texts are sealed in the log, in snapshots and in read models
 * @param erasedPosition in the log
 * @param complete whether nothing is left in any store
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CertificateView(
        @JsonProperty("person") PersonView person,
        @JsonProperty("requested_at") Instant requestedAt,
        @JsonProperty("requested_by") PersonView requestedBy,
        @JsonProperty("reason") String reason,
        @JsonProperty("requested_position") long requestedPosition,
        @JsonProperty("erased_at") Instant erasedAt,
        @JsonProperty("erased_position") Long erasedPosition,
        @JsonProperty("complete") boolean complete,
        @JsonProperty("stores") List<StoreView> stores) {
    /**
     * A store of what people write.
     *
     * @param name {@code events}, {@code snapshots}, or what a collection or index is called itself
     * @param position index in the log of the last event of which it holds everything
     * @param erased whether nothing of theirs can be read in it any more
     */
    public record StoreView(
            @JsonProperty("name") String name,
            @JsonProperty("position") long position,
            @JsonProperty("erased") boolean erased) {}
}

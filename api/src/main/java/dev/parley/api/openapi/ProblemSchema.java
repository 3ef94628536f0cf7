package dev.parley.api.openapi;

import dev.parley.api.problem.Problem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;

/** How the document describes a {@link Problem}. */
final class ProblemSchema {
    static final String NAME = "Problem";

    private ProblemSchema() {}

    static Schema<?> describe() {
        var problem = new ObjectSchema();
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem.description("RFC 9457 problem")
                .addProperty("type", uri("Stable name of the rule").example(Problem.TYPES + "timed-out"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("For people; may change at any time"))
                .addProperty("instance", uri("This one occurrence, where it was unexpected"))
                .addProperty("pointer", new StringSchema().description("JSON pointer to the field at fault"))
                .addProperty("until", new DateTimeSchema().description("First instant at which this may pass"))
                .addProperty("retry_after", new IntegerSchema().description("Seconds to wait"));
    }

    static ApiResponse response(String description) {
        var content = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + NAME)));
        return new ApiResponse().description(description).content(content);
    }

    private static Schema<?> uri(String description) {
        return new StringSchema().format("uri").description(description);
    }
}

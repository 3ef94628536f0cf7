package dev.parley.api.moderation;

import dev.parley.api.member.ProfileView;
import dev.parley.query.direct.LookView;
import dev.parley.query.room.message.MessageView;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** Tells the API's document what a page as it was is asked for with, and what it is for each kind. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "as_of", in = ParameterIn.QUERY, schema = @Schema(type = "string"), example = "2026-01-02T03:04:05Z")
@Parameter(name = "before", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "after", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = "integer", defaultValue = "50"))
@Parameter(name = "case", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "reason", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@ApiResponse(
        responseCode = "200",
        content =
                @Content(
                        mediaType = "application/json",
                        schema =
                                @Schema(
                                        oneOf = {
                                            PageAsOfAnswer.RoomPage.class,
                                            PagesAsOf.TopicPage.class,
                                            LookView.class,
                                            ProfileView.class
                                        })))
@interface PageAsOfAnswer {
    /** @param next given back as {@code before} or {@code after}; null at the end */
    record RoomPage(List<MessageView> items, String next) {}
}

package dev.parley.api.room;

import dev.parley.query.room.message.MessageView;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** Tells the API's document what the ready-made bytes of a page of lines are. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        content =
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = MessagePageAnswer.MessagePage.class)))
@interface MessagePageAnswer {
    /** @param next given back as {@code before} or {@code after}; null at the end */
    record MessagePage(List<MessageView> items, String next) {}
}

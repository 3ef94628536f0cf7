package dev.parley.api.room;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells the API's document which parameters a {@link RoomSearch} takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "room_type", in = ParameterIn.QUERY, schema = @Schema(type = "string"), example = "game")
@Parameter(name = "game_id", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "tournament_id", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "team_id", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "study_id", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@interface RoomSearchParameters {}

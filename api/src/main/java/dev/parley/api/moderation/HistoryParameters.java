package dev.parley.api.moderation;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells the API's document which parameters a history takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "as_of", in = ParameterIn.QUERY, schema = @Schema(type = "string"), example = "2026-01-02T03:04:05Z")
@Parameter(name = "after", in = ParameterIn.QUERY, schema = @Schema(type = "integer", defaultValue = "-1"))
@Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = "integer", defaultValue = "50"))
@interface HistoryParameters {}

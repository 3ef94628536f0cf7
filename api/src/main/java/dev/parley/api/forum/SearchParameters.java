package dev.parley.api.forum;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells the API's document which parameters {@link SearchFields} takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "q", in = ParameterIn.QUERY, schema = @Schema(type = "string"), example = "opening -gambit user:ann")
@Parameter(name = "category", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "author", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "before", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "after", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "sort", in = ParameterIn.QUERY, schema = @Schema(type = "string"), example = "date")
@Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = "integer", defaultValue = "20"))
@interface SearchParameters {}

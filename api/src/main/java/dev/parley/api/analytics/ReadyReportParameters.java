package dev.parley.api.analytics;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells the API's document which parameters a report takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "from", in = ParameterIn.QUERY, schema = @Schema(type = "string"), example = "2026-03-01")
@Parameter(name = "to", in = ParameterIn.QUERY, schema = @Schema(type = "string"), example = "2026-04-01")
@Parameter(
        name = "format",
        in = ParameterIn.QUERY,
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"json", "csv"},
                        defaultValue = "json"))
@Parameter(name = "export_key", in = ParameterIn.QUERY, schema = @Schema(type = "string"), example = "study-2026")
@interface ReadyReportParameters {}

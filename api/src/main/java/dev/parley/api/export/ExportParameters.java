package dev.parley.api.export;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells the API's document which parameters an export of events takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "from", in = ParameterIn.QUERY, schema = @Schema(type = "string"), example = "2026-01-02")
@Parameter(name = "to", in = ParameterIn.QUERY, schema = @Schema(type = "string"), example = "2026-01-02T03:04:05Z")
@Parameter(
        name = "types",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string"),
        example = "MessagePosted,PostAdded")
@Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "export_key", in = ParameterIn.QUERY, schema = @Schema(type = "string"), example = "study-2026")
@Parameter(name = "personal", in = ParameterIn.QUERY, schema = @Schema(type = "boolean", defaultValue = "false"))
@Parameter(name = "reason", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@interface ExportParameters {}

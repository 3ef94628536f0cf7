package dev.parley.api.moderation;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells the API's document which parameters a search of the audit takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "actor", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "subject", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "type", in = ParameterIn.QUERY, schema = @Schema(type = "string"), example = "SanctionImposed")
@Parameter(name = "from", in = ParameterIn.QUERY, schema = @Schema(type = "string"), example = "2026-01-02")
@Parameter(name = "to", in = ParameterIn.QUERY, schema = @Schema(type = "string"), example = "2026-01-02T03:04:05Z")
@Parameter(name = "q", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "correlation", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "causation", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "event", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = "integer", defaultValue = "50"))
@interface AuditParameters {}

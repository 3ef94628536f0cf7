package dev.parley.api.openapi;

import dev.parley.api.http.Gate;
import dev.parley.api.identity.Caller;
import dev.parley.api.member.PersonName;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomId;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.scheduler.Schedulers;

/** The document at {@code /v3/api-docs}: what the controllers say of themselves, and what holds for all of them. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class)
                .replaceWithSchema(PersonName.class, personName())
                .replaceWithSchema(RoomId.class, new StringSchema().example("game~q7ZvsdUF"))
                .replaceWithSchema(EntityId.class, new StringSchema().example("q7ZvsdUF"))
                .replaceWithSchema(MessageId.class, new StringSchema().example("game~q7ZvsdUF~12~15"));
    }

    @Bean
    GlobalOpenApiCustomizer generalPart() {
        return OpenApiConfiguration::describe;
    }

    @Bean
    GlobalOperationCustomizer conventionsOfOperations() {
        return new OperationConventions();
    }

    /** Who asks while the document is being made waits, and holds up nobody else. */
    @Bean
    @Order(Gate.AFTER_IDENTITY)
    Gate documentOffTheEventLoop() {
        PathPattern documents = PathPatternParser.defaultInstance.parse("/v3/{*rest}");
        return (exchange, next) ->
                documents.matches(exchange.getRequest().getPath().pathWithinApplication())
                        ? next.filter(exchange).subscribeOn(Schedulers.boundedElastic())
                        : next.filter(exchange);
    }

    private static Schema<?> personName() {
        var introduction =
                new ObjectSchema().addProperty("id", new StringSchema()).addProperty("username", new StringSchema());
        return new Schema<>().oneOf(List.of(new StringSchema(), introduction)).example("ann");
    }

    private static void describe(OpenAPI document) {
        document.info(new Info()
                        .title("Parley")
                        .version("0.1.0")
                        .description("Chat of a community site: rooms, lines, timeouts, private notes, settings.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
        document.getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"))
                .addSchemas(ProblemSchema.NAME, ProblemSchema.describe());
    }
}

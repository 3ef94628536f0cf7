package dev.parley.api.openapi;

import dev.parley.command.node.OnRole;
import dev.parley.kernel.node.NodeRole;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webflux.api.OpenApiWebfluxResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Serves the document. Making it takes seconds: it is made in the background once the server is there. */
@RestController
@OnRole(NodeRole.API)
class ApiDocument extends OpenApiWebfluxResource {
    private static final Logger LOG = LoggerFactory.getLogger(ApiDocument.class);

    ApiDocument(
            ObjectFactory<OpenAPIService> documents,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        super(documents, requests, responses, operations, properties, providers, customizers);
    }

    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        Mono.fromCallable(() -> getOpenApi(null, Locale.ENGLISH))
                .subscribeOn(Schedulers.boundedElastic())
                .subscribe(made -> {}, failure -> LOG.debug("The API's document is not there yet", failure));
    }
}

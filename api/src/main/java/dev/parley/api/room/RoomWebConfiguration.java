package dev.parley.api.room;

import dev.parley.api.http.ReasonResolver;
import dev.parley.kernel.room.MessageId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** How the values of chat are read from paths and bodies, where Spring does not find out by itself. */
@Configuration(proxyBeanMethods = false)
class RoomWebConfiguration implements WebFluxConfigurer {
    private final ObjectProvider<ServerCodecConfigurer> codecs;

    /** @param codecs are there once this configuration is applied, and not before */
    RoomWebConfiguration(ObjectProvider<ServerCodecConfigurer> codecs) {
        this.codecs = codecs;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, MessageId.class, MessageId::parse);
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new ReasonResolver(codecs.getObject().getReaders()));
    }
}

package dev.parley.api.observe;

import dev.parley.kernel.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Traces, in OpenTelemetry's protocol over HTTP ({@code parley.tracing.*}).
 *
 * @param enabled whether there are any
 * @param endpoint where they are sent, such as {@code http://collector:4318/v1/traces}
 * @param share of all requests that are traced: 0 to 1
 */
@ConfigurationProperties("parley.tracing")
record TraceSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("http://localhost:4318/v1/traces") String endpoint,
        @DefaultValue("0.1") double share) {
    TraceSettings {
        require(share >= 0 && share <= 1, "parley.tracing.share must be 0 to 1.");
        require(
                endpoint.matches("https?://\\S+"),
                "parley.tracing.endpoint must be an address such as http://collector:4318/v1/traces.");
    }

    private static void require(boolean valid, String sentence) {
        if (!valid) {
            throw new CannotStart(sentence);
        }
    }
}

package dev.parley.api.http;

import dev.parley.kernel.CannotStart;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whose pages may call the API from a browser, such as {@code https://play.example}: none unless told. */
@ConfigurationProperties("parley.cors")
public record AllowedOrigins(@DefaultValue List<String> allowedOrigins) {
    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[^\\s/?#@*,]+");

    /** @throws CannotStart if one is no origin: no browser would ever come from there */
    public AllowedOrigins {
        if (!allowedOrigins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
            throw new CannotStart(
                    "parley.cors.allowed-origins must be origins such as https://play.example, without a path.");
        }
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}

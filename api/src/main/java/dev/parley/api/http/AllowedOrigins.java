package dev.parley.api.http;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whose pages may call the API from a browser, such as {@code https://play.example}: none unless told. */
@ConfigurationProperties("parley.cors")
public record AllowedOrigins(@DefaultValue List<String> allowedOrigins) {
    public AllowedOrigins {
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}

package dev.parley.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.ApiTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The web client's types are made from its copy of the API's document, which is what the server says. With
 * {@code -Dparley.openapi.write=true} it is written anew.
 */
class ClientTypesTest extends ApiTest {
    private static final Path COPY = Path.of("src/main/frontend/openapi.json");
    private static final int MAX_BYTES = 1_000_000;
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void areMadeFromWhatTheServerSays() throws IOException {
        ObjectNode document = document();
        if (Boolean.getBoolean("parley.openapi.write")) {
            Files.writeString(COPY, SORTED.writeValueAsString(SORTED.treeToValue(document, Object.class)) + "\n");
        }
        assertThat(SORTED.readTree(Files.readString(COPY)))
                .as("openapi.json; -Dparley.openapi.write=true writes it anew")
                .isEqualTo(document);
    }

    /** Without the address of the server that was asked. */
    private ObjectNode document() {
        String document = web.mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MAX_BYTES))
                .build()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        var read = (ObjectNode) SORTED.readTree(document);
        read.remove("servers");
        return read;
    }
}

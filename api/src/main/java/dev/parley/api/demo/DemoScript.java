package dev.parley.api.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The lines of {@code demo/ubuntu-irc.jsonl}: real chat, whose source and licence {@code demo/NOTICE} names. */
final class DemoScript {
    private static final String FILE = "demo/ubuntu-irc.jsonl";

    private DemoScript() {}

    static List<DemoLine> read() {
        JsonMapper json = JsonMapper.shared();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> json.readValue(line, DemoLine.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

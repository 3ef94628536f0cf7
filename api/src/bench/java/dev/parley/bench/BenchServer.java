package dev.parley.bench;

import dev.parley.load.ServerProcess.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server that is measured: embedded stack, rules against floods off. */
public final class BenchServer {
    private static final List<String> SETTINGS =
            List.of("--parley.chat.flood.enabled=false", "--parley.limits.enabled=false");

    private BenchServer() {}

    /** @param arguments {@code --data=} names the data directory: a new one, which is left there, unless told */
    public static Setup setup(Arguments arguments, String... more) throws IOException {
        List<String> settings = new ArrayList<>(SETTINGS);
        settings.addAll(List.of(more));
        Setup setup = Setup.on(directory(arguments), settings);
        System.out.printf("server on port %d, data in %s, output in %s%n", setup.port(), setup.data(), setup.log());
        return setup;
    }

    private static Path directory(Arguments arguments) throws IOException {
        if (arguments.text("data").isEmpty()) {
            return Files.createTempDirectory("parley-bench").resolve("data");
        }
        Path data = Path.of(arguments.text("data").get()).toAbsolutePath();
        Files.createDirectories(data.getParent());
        return data;
    }
}

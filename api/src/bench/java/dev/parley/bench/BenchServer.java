package dev.parley.bench;

import dev.parley.load.ServerProcess.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server that is measured: embedded stack, limits that no load reaches, rules against floods off. */
public final class BenchServer {
    private BenchServer() {}

    /** @param arguments {@code --data=} names the data directory: a new one, which is left there, unless told */
    public static Setup setup(Arguments arguments, String... more) throws IOException {
        Setup setup = Setup.on(directory(arguments), more);
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

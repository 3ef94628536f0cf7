package dev.parley.query.embedded;

import dev.parley.kernel.process.PrivateDirectory;
import dev.parley.kernel.process.Unprivileged;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Elasticsearch reads and writes, all below one directory: its settings, made anew at each start, its indexes, its
 * log and its temporary files.
 */
record ElasticsearchFiles(Path directory, int port) {
    private static final String SETTINGS = """
            cluster.name: parley
            node.name: parley
            discovery.type: single-node
            network.host: 127.0.0.1
            http.port: %d
            xpack.security.enabled: false
            path.data: '%s'
            path.logs: '%s'
            # a nearly full disk of a development machine is no reason to refuse writes, a full one is
            cluster.routing.allocation.disk.watermark.low: 500mb
            cluster.routing.allocation.disk.watermark.high: 300mb
            cluster.routing.allocation.disk.watermark.flood_stage: 200mb
            """;
    private static final String JVM_OPTIONS = """
            -Xms512m
            -Xmx512m
            -XX:+UseSerialGC
            -XX:+ExitOnOutOfMemoryError
            -Djava.io.tmpdir=${ES_TMPDIR}
            -XX:ErrorFile=%s/java-error-%%p.log
            """;
    private static final String LOGGING = """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{ISO8601} %-5p %c{1} %m%n
            rootLogger.level = info
            rootLogger.appenderRef.console.ref = console
            """;

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Path configuration() {
        return directory.resolve("configuration");
    }

    Path temporary() {
        return directory.resolve("temporary");
    }

    /** Everything that one run says; the next run begins it anew. */
    Path log() {
        return directory.resolve("elasticsearch.log");
    }

    void write() throws IOException {
        PrivateDirectory.create(directory);
        Files.createDirectories(configuration());
        Files.createDirectories(temporary());
        Path data = Files.createDirectories(directory.resolve("indexes"));
        Files.writeString(configuration().resolve("elasticsearch.yml"), SETTINGS.formatted(port, data, directory));
        Files.writeString(configuration().resolve("jvm.options"), JVM_OPTIONS.formatted(directory));
        Files.writeString(configuration().resolve("log4j2.properties"), LOGGING);
        Unprivileged.here().handOver(directory);
    }
}

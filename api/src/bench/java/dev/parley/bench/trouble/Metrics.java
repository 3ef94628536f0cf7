package dev.parley.bench.trouble;

import dev.parley.load.HttpConnection;
import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;

/** What a server tells of itself at one moment. */
record Metrics(String text) {
    static Metrics of(int port) throws IOException {
        try (HttpConnection server = new HttpConnection(port)) {
            server.send(HttpConnection.request("GET", "/actuator/prometheus", List.of(), ""));
            return new Metrics(server.text());
        }
    }

    /** Sum of all values of a metric. */
    double sum(String metric) {
        return values(metric).sum();
    }

    double max(String metric) {
        return values(metric).max().orElse(0);
    }

    private DoubleStream values(String metric) {
        return text.lines()
                .filter(line -> line.startsWith(metric + " ") || line.startsWith(metric + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
    }
}

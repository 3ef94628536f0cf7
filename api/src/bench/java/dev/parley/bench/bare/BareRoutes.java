package dev.parley.bench.bare;

import java.lang.management.ManagementFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What Parley's paths are compared with: routes that do the least that has the same effect. */
@Component
@Profile("bench")
class BareRoutes {
    private final RecordedPage page;
    private final BareRead read;
    private final BareStream stream;
    private final RawAppends appends;
    private final RawLog log;
    private final RawWrites writes;
    private final CommandedFill fill;

    BareRoutes(
            RecordedPage page,
            BareRead read,
            BareStream stream,
            RawAppends appends,
            RawLog log,
            RawWrites writes,
            CommandedFill fill) {
        this.page = page;
        this.read = read;
        this.stream = stream;
        this.appends = appends;
        this.log = log;
        this.writes = writes;
        this.fill = fill;
    }

    RouterFunction<ServerResponse> all() {
        return RouterFunctions.route()
                .PUT("/page", page::record)
                .GET("/page", page::answer)
                .GET("/read", read::answer)
                .GET("/stream", stream::open)
                .POST("/stream", stream::send)
                .POST("/appends", appends::run)
                .GET("/log", log::read)
                .POST("/writes", writes::write)
                .POST("/fill", fill::begin)
                .GET("/fill", fill::progress)
                .GET("/allocated", request -> allocated())
                .build();
    }

    private static Mono<ServerResponse> allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return ServerResponse.ok().bodyValue(new Allocated(threads.getTotalThreadAllocatedBytes()));
    }

    /** @param bytes allocated by all threads, ended ones too */
    record Allocated(long bytes) {}
}

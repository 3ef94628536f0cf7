package dev.parley.query.search;

import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import reactor.netty.resources.LoopResources;

/** Search engines by their address, as Spring would give it. */
public final class Engines {
    private Engines() {}

    public static SearchEngine at(SearchAddress address) {
        return of(Map.of("address", address));
    }

    /** Where there is no Elasticsearch. */
    public static SearchEngine nowhere() {
        return of(Map.of());
    }

    /** Has searches find all that was written up to now. */
    public static void refresh(SearchEngine engine, SearchIndex index) {
        SearchEngine.accepted(engine.send("POST", "/" + index.name() + "/_refresh", "application/json", ""));
    }

    private static SearchEngine of(Map<String, Object> beans) {
        var factory = new StaticListableBeanFactory(beans);
        return new SearchEngine(
                factory.getBeanProvider(SearchAddress.class), factory.getBeanProvider(LoopResources.class));
    }
}

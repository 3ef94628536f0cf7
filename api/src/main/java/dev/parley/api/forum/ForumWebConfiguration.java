package dev.parley.api.forum;

import dev.parley.kernel.forum.PostId;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** How the values of the forum are read from paths, where Spring does not find out by itself. */
@Configuration(proxyBeanMethods = false)
class ForumWebConfiguration implements WebFluxConfigurer {
    /** The projections that the forum is read from. */
    static final String TOPICS = "topics";

    static final String POSTS = "posts";
    static final String SEARCH = "forum-search";

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, PostId.class, PostId::parse);
    }
}

package dev.parley.api.forum;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.Reaction;
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
        registry.addConverter(String.class, Reaction.class, ForumWebConfiguration::reaction);
    }

    private static Reaction reaction(String label) {
        return Reaction.fromLabel(label)
                .orElseThrow(() -> new InvalidValue("reaction", "+1, -1, laugh, think or heart"));
    }
}

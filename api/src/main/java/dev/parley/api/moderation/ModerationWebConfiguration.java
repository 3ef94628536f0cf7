package dev.parley.api.moderation;

import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.moderation.AppealId;
import dev.parley.kernel.moderation.CaseId;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** How the values of moderation are read from paths. */
@Configuration(proxyBeanMethods = false)
class ModerationWebConfiguration implements WebFluxConfigurer {
    /** The projections that moderation is read from. */
    static final String CASES = "cases";

    static final String DISCIPLINE = "discipline";
    static final String APPEALS = "appeals";
    static final String CONVERSATIONS = "conversations";

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, CaseId.class, CaseId::parse);
        registry.addConverter(String.class, ActionId.class, ActionId::parse);
        registry.addConverter(String.class, AppealId.class, AppealId::parse);
    }
}

package dev.parley.command.forum;

import dev.parley.command.CommandRejected;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.forum.CategoryCommand.OpenCategory;
import dev.parley.kernel.Failures;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.CategoryDescription;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.CategoryName;
import dev.parley.kernel.forum.CategoryOrder;
import dev.parley.kernel.member.Actor;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens the four categories that every forum begins with; those that are there already stay as they are. */
@Component
class FirstCategories {
    private static final Logger LOG = LoggerFactory.getLogger(FirstCategories.class);
    private static final List<OpenCategory> FIRST = List.of(
            category("general", "General Chess Discussion", "Chess topics, strategies, discussions", 1),
            category("game-analysis", "Game Analysis", "Share and discuss games", 2),
            category("feedback", "Feedback", "Bug reports, feature requests", 3),
            category("off-topic", "Off-Topic", "Non-chess discussions", 4));

    private final Commands commands;

    FirstCategories(Commands commands) {
        this.commands = commands;
    }

    /** Does not wait: a forum whose categories cannot be opened now is tried again at the next start. */
    @EventListener(ApplicationReadyEvent.class)
    void open() {
        String correlation = UUID.randomUUID().toString();
        FIRST.forEach(first -> commands.send(first, Origin.of(correlation)).whenComplete((outcome, failure) -> {
            if (failure != null && !exists(failure)) {
                LOG.warn("The category {} is not opened", first.categoryId().slug(), failure);
            }
        }));
    }

    /** At an earlier start, or because another node was faster. */
    private static boolean exists(Throwable failure) {
        return Failures.told(failure) instanceof CommandRejected refusal && refusal.rule() == Rejection.CATEGORY_EXISTS;
    }

    private static OpenCategory category(String slug, String name, String description, int order) {
        return new OpenCategory(
                Actor.SYSTEM,
                new CategoryId(slug),
                new CategoryName(name),
                new CategoryDescription(description),
                new CategoryOrder(order));
    }
}

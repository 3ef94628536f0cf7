package dev.parley.api.forum;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.command.forum.CategoryCommand.ChangeCategory;
import dev.parley.command.forum.CategoryCommand.OpenCategory;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.forum.CategoryDescription;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.CategoryName;
import dev.parley.kernel.forum.CategoryOrder;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.forum.CategoryView;
import dev.parley.query.forum.TopicQuery.ListCategories;
import java.util.Optional;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The categories of the forum. */
@RestController
@RequestMapping("/api/forum/categories")
class CategoryController {
    private final Dispatch dispatch;
    private final Freshness freshness;
    private final QueryGateway queries;

    CategoryController(Dispatch dispatch, Freshness freshness, QueryGateway queries) {
        this.dispatch = dispatch;
        this.freshness = freshness;
        this.queries = queries;
    }

    /** @param order where it stands among the others, the smallest first; 0 where it is left out */
    record NewCategory(
            @JsonProperty("name") String name,
            @JsonProperty("slug") String slug,
            @JsonProperty("description") String description,
            @JsonProperty("order") Integer order) {
        OpenCategory command(Caller caller) {
            return new OpenCategory(
                    caller.actor(),
                    slug(slug),
                    new CategoryName(name),
                    new CategoryDescription(description),
                    new CategoryOrder(order == null ? 0 : order));
        }

        private static CategoryId slug(String slug) {
            try {
                return new CategoryId(slug);
            } catch (InvalidValue none) {
                throw new InvalidValue("slug", "1 to 100 lower-case letters, digits and hyphens");
            }
        }
    }

    /** What changes; what is left out stays. */
    record CategoryChange(
            @JsonProperty("name") String name,
            @JsonProperty("description") String description,
            @JsonProperty("order") Integer order) {
        ChangeCategory command(Caller caller, CategoryId category) {
            return new ChangeCategory(
                    caller.actor(),
                    category,
                    Optional.ofNullable(name).map(CategoryName::new),
                    Optional.ofNullable(description).map(CategoryDescription::new),
                    Optional.ofNullable(order).map(CategoryOrder::new));
        }
    }

    /** All of them, in their order. Problems: kid-mode (403). */
    @GetMapping
    Mono<Page<CategoryView>> list(Caller caller, ServerWebExchange exchange) {
        return freshness.read(
                exchange,
                () -> queries.query(new ListCategories(caller.actor()), PageOf.items(CategoryView.class)),
                ForumWebConfiguration.TOPICS);
    }

    /** Opens a category, by an admin. Problems: not-allowed (403), category-exists (409), invalid-value (422). */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CategoryView> open(@RequestBody NewCategory body, Caller caller, ServerWebExchange exchange) {
        OpenCategory command = body.command(caller);
        return dispatch.send(exchange, body, command)
                .thenReturn(new CategoryView(
                        command.categoryId().slug(),
                        command.name().value(),
                        command.description().value(),
                        command.order().value()));
    }

    /** Changes a category, by an admin. Problems: not-allowed (403), unknown-category (404), invalid-value (422). */
    @PatchMapping("/{slug}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> change(
            @PathVariable CategoryId slug,
            @RequestBody CategoryChange body,
            Caller caller,
            ServerWebExchange exchange) {
        return dispatch.send(exchange, body, body.command(caller, slug)).then();
    }
}

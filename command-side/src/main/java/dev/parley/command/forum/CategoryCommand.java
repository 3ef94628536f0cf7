package dev.parley.command.forum;

import dev.parley.command.Command;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.CategoryDescription;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.CategoryName;
import dev.parley.kernel.forum.CategoryOrder;
import dev.parley.kernel.member.Actor;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that can be asked of a category, by admins. Refused as {@code NOT_ALLOWED} to others. */
public sealed interface CategoryCommand extends Command {
    @TargetAggregateIdentifier
    CategoryId categoryId();

    @Override
    default Rejection whenUnknown() {
        return Rejection.UNKNOWN_CATEGORY;
    }

    /** Refused as {@code CATEGORY_EXISTS} where there is one with this slug. */
    record OpenCategory(
            Actor actor, CategoryId categoryId, CategoryName name, CategoryDescription description, CategoryOrder order)
            implements CategoryCommand {}

    /** What is left out stays; what is so already leads to no event. */
    record ChangeCategory(
            Actor actor,
            CategoryId categoryId,
            Optional<CategoryName> name,
            Optional<CategoryDescription> description,
            Optional<CategoryOrder> order)
            implements CategoryCommand {}
}

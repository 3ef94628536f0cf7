package dev.parley.kernel.forum;

/** Everything that can happen to a category of the forum. */
public sealed interface CategoryEvent {
    CategoryId categoryId();

    /** @param order where it stands among the others, the smallest first */
    record CategoryOpened(CategoryId categoryId, String name, String description, int order) implements CategoryEvent {}

    /** What it is called, is for, and where it stands from then on. */
    record CategoryChanged(CategoryId categoryId, String name, String description, int order)
            implements CategoryEvent {}
}

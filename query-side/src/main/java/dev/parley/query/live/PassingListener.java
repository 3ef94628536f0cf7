package dev.parley.query.live;

/** Is told of what passes on other nodes, one thing after the other on one thread: it must return at once. */
@FunctionalInterface
public interface PassingListener {
    /** @param passing who has come is there at no other node, and who has gone is there at none any more */
    void on(Passing passing);
}

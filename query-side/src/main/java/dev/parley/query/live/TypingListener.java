package dev.parley.query.live;

/** Is told who types at other nodes, one sign after the other on one thread: it must return at once. */
@FunctionalInterface
public interface TypingListener {
    void on(Passing.Typing sign);
}

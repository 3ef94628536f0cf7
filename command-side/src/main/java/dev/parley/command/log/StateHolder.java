package dev.parley.command.log;

/**
 * An aggregate with a state that others look at: its snapshots spare them reading all of its events.
 *
 * @param <S> that state, immutable
 */
public interface StateHolder<S> {
    S current();
}

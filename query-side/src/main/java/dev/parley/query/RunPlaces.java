package dev.parley.query;

import java.util.List;

/** Everything that the runs of all projections have stored, as this node knows it. */
public interface RunPlaces {
    /** In the order of the projections' names. */
    List<RunPlace> all();

    /**
     * A collection or index.
     *
     * @param name its own
     * @param position index of the last event that it holds all of; -1 before the first
     */
    record RunPlace(String name, long position) {}
}

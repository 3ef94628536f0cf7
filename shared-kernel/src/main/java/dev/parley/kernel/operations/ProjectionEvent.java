package dev.parley.kernel.operations;

import java.util.Optional;

/** Everything that operators can ask of a projection, with why in the envelope. What came of it, the projection tells. */
public sealed interface ProjectionEvent {
    ProjectionName projection();

    /**
     * A next version is to be filled beside the one that is read, and compared with it.
     *
     * @param manual it is read only once somebody asks for that; else as soon as it holds all
     */
    record RebuildRequested(ProjectionName projection, boolean manual) implements ProjectionEvent {}

    /** What is read is to be compared with a fresh replay, which is never read itself. */
    record VerificationRequested(ProjectionName projection) implements ProjectionEvent {}

    /** What the last verification found to differ is to be taken from its replay. */
    record RepairRequested(ProjectionName projection) implements ProjectionEvent {}

    /** The version that was filled and waits is to be read. */
    record SwitchRequested(ProjectionName projection) implements ProjectionEvent {}

    /** The version that was read before is to be read again. */
    record RollbackRequested(ProjectionName projection) implements ProjectionEvent {}

    /** The versions that are being filled, or wait, are given up. */
    record RebuildCancelled(ProjectionName projection) implements ProjectionEvent {}

    record ProjectionPaused(ProjectionName projection) implements ProjectionEvent {}

    record ProjectionResumed(ProjectionName projection) implements ProjectionEvent {}

    /**
     * Events that could not be handled are to be handled again, in their order.
     *
     * @param letter those of the stream of this one; empty for all that the projection has
     */
    record RetryRequested(ProjectionName projection, Optional<LetterId> letter) implements ProjectionEvent {}

    /** An event that could not be handled never will be, and what waits behind it in its stream is to be handled. */
    record SkipRequested(ProjectionName projection, LetterId letter) implements ProjectionEvent {}
}

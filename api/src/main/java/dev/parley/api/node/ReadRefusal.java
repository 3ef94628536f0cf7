package dev.parley.api.node;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.node.RemoteFailure;
import dev.parley.query.ReadRefused;

/** A rule kept the one who asked from reading this. */
record ReadRefusal(Rejection rule, String detail) implements RemoteFailure {
    @Override
    public RuntimeException received() {
        return new ReadRefused(rule, detail);
    }
}

package dev.parley.query;

import dev.parley.kernel.Rejection;
import org.axonframework.queryhandling.QueryExecutionException;

/** A rule keeps the one who asks from reading this. The rule travels between nodes as details. */
public final class ReadRefused extends QueryExecutionException {
    private static final long serialVersionUID = 1L;

    private final Rejection rule;

    public ReadRefused(Rejection rule, String detail) {
        super(detail, null, rule, false);
        this.rule = rule;
    }

    public Rejection rule() {
        return rule;
    }
}

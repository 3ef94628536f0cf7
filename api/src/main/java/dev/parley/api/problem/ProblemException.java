package dev.parley.api.problem;

import dev.parley.kernel.Rejection;
import org.springframework.http.HttpStatus;

/** A request that the API itself turns away, with what it answers. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(ProblemType type, String detail) {
        this(Problem.of(type, detail));
    }

    /** The address itself names what this rule finds unknown: a 404, whatever the rule answers to a body. */
    public static ProblemException nothingThere(Rejection rule, String detail) {
        return new ProblemException(Problem.of(rule, HttpStatus.NOT_FOUND.value(), detail));
    }

    public Problem problem() {
        return problem;
    }
}

package dev.parley.api.problem;

import dev.parley.kernel.InvalidValue;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Bodies that are no JSON, or JSON of another shape than the route takes. Jackson's own words name classes. */
final class JsonProblems {
    private JsonProblems() {}

    static Problem problem(JacksonException failure) {
        return switch (failure) {
            case InputCoercionException outOfRange -> invalid(outOfRange);
            case StreamReadException unreadable -> malformed(unreadable);
            case StreamConstraintsException tooLarge -> malformed(tooLarge);
            case UnrecognizedPropertyException unknown ->
                Problem.of(ProblemType.UNKNOWN_FIELD, "There is no field of this name here.")
                        .at(pointer(unknown));
            default ->
                failure.getPath().isEmpty()
                        ? Problem.of(ProblemType.MALFORMED_JSON, "One JSON object is expected, and nothing after it.")
                        : invalid(failure);
        };
    }

    private static Problem malformed(JacksonException failure) {
        var place = failure.getLocation();
        String where = place == null ? "" : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
        return Problem.of(ProblemType.MALFORMED_JSON, "The body is not valid JSON" + where + ".");
    }

    private static Problem invalid(JacksonException failure) {
        String detail = failure.getCause() instanceof InvalidValue invalid
                ? invalid.getMessage()
                : "a value of another type is expected";
        return Problem.of(ProblemType.INVALID_VALUE, detail).at(pointer(failure));
    }

    private static String pointer(JacksonException failure) {
        return failure.getPath().stream().map(JsonProblems::step).collect(Collectors.joining());
    }

    private static String step(Reference reference) {
        String name = reference.getPropertyName();
        return "/"
                + (name == null ? reference.getIndex() : name.replace("~", "~0").replace("/", "~1"));
    }
}

package dev.parley.api.problem;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomId;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** Requests that never became a command or a query: no such route, another method, a body that cannot be read. */
final class RequestProblems {
    private RequestProblems() {}

    static Problem problem(ErrorResponse failure) {
        return switch (failure) {
            case MissingRequestValueException missing ->
                Problem.invalid(missing.getName(), missing.getName() + ": is missing");
            case ServerWebInputException input -> input(input);
            default -> byStatus(failure.getStatusCode().value());
        };
    }

    private static Problem input(ServerWebInputException failure) {
        Optional<JacksonException> json = cause(failure, JacksonException.class);
        if (json.isPresent()) {
            return JsonProblems.problem(json.get());
        }
        if (cause(failure, DecodingException.class).isPresent()) {
            return Problem.of(ProblemType.MALFORMED_JSON, "A body is required: one JSON object.");
        }
        return parameter(failure);
    }

    private static Problem parameter(ServerWebInputException failure) {
        MethodParameter parameter = failure.getMethodParameter();
        if (parameter != null && parameter.hasParameterAnnotation(PathVariable.class)) {
            return unknown(parameter.getParameterType());
        }
        return cause(failure, InvalidValue.class)
                .map(ProblemAdvice::problem)
                .orElseGet(() -> parameter == null || parameter.getParameterName() == null
                        ? byStatus(HttpStatus.BAD_REQUEST.value())
                        : Problem.invalid(parameter.getParameterName(), "a value of another type is expected"));
    }

    /** An id of the wrong shape is the id of nothing. */
    private static Problem unknown(Class<?> id) {
        if (id == RoomId.class) {
            return unknown(Rejection.UNKNOWN_ROOM, "There is no such room.");
        }
        if (id == MessageId.class) {
            return unknown(Rejection.UNKNOWN_MESSAGE, "There is no such message.");
        }
        return byStatus(HttpStatus.NOT_FOUND.value());
    }

    private static Problem unknown(Rejection rule, String detail) {
        return Problem.of(rule, ProblemAdvice.status(rule).value(), detail);
    }

    static Problem byStatus(int status) {
        return switch (status) {
            case 401 -> Problem.of(ProblemType.UNAUTHENTICATED, "This needs a bearer token.");
            case 403 -> Problem.of(ProblemType.FORBIDDEN, "This is for other roles.");
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "There is nothing here.");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This address takes other methods: see Allow.");
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, "The answer exists in other media types only.");
            case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE, "The body is larger than is taken here.");
            case 414 -> Problem.of(ProblemType.ADDRESS_TOO_LONG, "The address is longer than is taken here.");
            case 415 ->
                Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body is of another media type: see Accept.");
            case 431 -> Problem.of(ProblemType.HEADERS_TOO_LARGE, "The headers are larger than is taken here.");
            case 503 ->
                Problem.of(ProblemType.STORE_UNAVAILABLE, "A store is away; try again.")
                        .retryAfter(2);
            default ->
                status < 500
                        ? Problem.of(ProblemType.MALFORMED_REQUEST, "The request cannot be understood.")
                        : Problem.of(ProblemType.INTERNAL_ERROR, "Something went wrong here. It has been noted.");
        };
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}

package dev.parley.api.live;

import dev.parley.api.http.Json;
import dev.parley.api.problem.Problem;
import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import dev.parley.kernel.InvalidValue;
import java.util.List;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One text frame of a client: {@code {"type":…,"ref":…, …}}.
 *
 * @param ref by which the client knows the answer, at most 64 characters; empty for none
 */
record Received(String ref, ClientFrame frame) {
    private static final int MAX_REF = 64;
    private static final JsonMapper JSON = Json.mapper();

    /** @throws Unreadable if the text is no frame */
    static Received parse(String text) {
        ObjectNode fields = object(text);
        String ref = ref(fields);
        try {
            String type = fields.path("type").asString("");
            fields.remove(List.of("type", "ref"));
            return new Received(ref, JSON.treeToValue(fields, ClientFrame.named(type)));
        } catch (JacksonException e) {
            throw new Unreadable(ref, problem(e));
        } catch (ProblemException e) {
            throw new Unreadable(ref, e.problem());
        }
    }

    private static ObjectNode object(String text) {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new Unreadable("", problem(e));
        }
        throw new Unreadable("", Problem.of(ProblemType.MALFORMED_JSON, "A frame is one JSON object."));
    }

    private static String ref(ObjectNode fields) {
        JsonNode ref = fields.path("ref");
        if (ref.isMissingNode()) {
            return "";
        }
        if (!ref.isString() || ref.stringValue().length() > MAX_REF) {
            throw new Unreadable("", Problem.of(new InvalidValue("ref", "text of at most 64 characters")));
        }
        return ref.stringValue();
    }

    private static Problem problem(JacksonException failure) {
        if (failure.getPath().isEmpty() && failure.getCause() instanceof InvalidValue invalid) {
            return Problem.of(invalid);
        }
        return Problem.of(new ServerWebInputException("A frame cannot be read", null, failure));
    }

    /** The text is no frame that could be acted upon. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String ref;
        private final transient Problem problem;

        Unreadable(String ref, Problem problem) {
            super(problem.title(), null, false, false);
            this.ref = ref;
            this.problem = problem;
        }

        String ref() {
            return ref;
        }

        Problem problem() {
            return problem;
        }
    }
}

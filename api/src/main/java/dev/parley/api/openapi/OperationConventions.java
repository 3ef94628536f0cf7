package dev.parley.api.openapi;

import dev.parley.api.http.Dispatch;
import dev.parley.api.http.Freshness;
import dev.parley.api.http.IdempotencyKey;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** What every operation has: the headers it takes and gives, and the problems that any of them may answer with. */
class OperationConventions implements GlobalOperationCustomizer {
    private static final Map<String, String> EVERYWHERE = Map.of(
            "400", "The request cannot be understood",
            "401", "No token, or one that is not good",
            "403", "A rule refuses: the type names it",
            "404", "Unknown, or not visible to the caller",
            "429", "Too much at once: see Retry-After",
            "503", "A store is away, or a read model is not yet where it should be: see Retry-After");
    private static final Map<String, String> WITH_BODY = Map.of(
            "409", "Something else is so already",
            "413", "The body is too large",
            "415", "The body is no JSON",
            "422", "A field is missing or out of its bounds: see pointer");

    /** They are as new as the log itself. */
    private static final Set<String> STREAMS =
            Set.of(MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.APPLICATION_NDJSON_VALUE);

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        operation.setTags(List.of(feature(handler)));
        ApiResponses responses = operation.getResponses();
        addProblems(responses, EVERYWHERE);
        switch (mapping.method()[0]) {
            case GET -> describeRead(operation, mapping);
            case POST -> {
                describeWrite(responses);
                operation.addParametersItem(parameter(
                        IdempotencyKey.HEADER, "Sent again, the same request has no further effect", "b7f3a2c4"));
            }
            default -> describeWrite(responses);
        }
        return operation;
    }

    private static void describeRead(Operation operation, RequestMapping mapping) {
        addProblems(operation.getResponses(), Map.of("422", "A parameter is out of its bounds"));
        if (Arrays.stream(mapping.produces()).noneMatch(STREAMS::contains)) {
            operation.addParametersItem(parameter(
                    Freshness.MIN_POSITION, "Wait, 2 s at most, until the read model is as new as this", "4711"));
        }
    }

    private static void describeWrite(ApiResponses responses) {
        addProblems(responses, WITH_BODY);
        responses.forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeaderObject(Dispatch.POSITION, header("For Parley-Min-Position of a later GET", "4711"));
            }
        });
    }

    private static void addProblems(ApiResponses responses, Map<String, String> problems) {
        problems.forEach((status, text) -> responses.addApiResponse(status, ProblemSchema.response(text)));
    }

    /** The last part of the package: what the operation is about. */
    private static String feature(HandlerMethod handler) {
        String packageName = handler.getBeanType().getPackageName();
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    private static HeaderParameter parameter(String name, String description, String example) {
        var parameter = new HeaderParameter();
        parameter.name(name).description(description).required(false).schema(new StringSchema().example(example));
        return parameter;
    }

    private static Header header(String description, String example) {
        return new Header().description(description).schema(new StringSchema().example(example));
    }
}

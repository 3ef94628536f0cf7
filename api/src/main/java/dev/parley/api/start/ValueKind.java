package dev.parley.api.start;

import dev.parley.kernel.CannotStart;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.util.unit.DataSize;

/** What the values of settings look like, in words. The values themselves are never told: some are secrets. */
final class ValueKind {
    private static final String OTHER = "of another form: see docs/settings.md";
    private static final Map<String, String> WORDS = Map.of(
            "int", "a whole number",
            "Integer", "a whole number",
            "long", "a whole number",
            "boolean", "true or false",
            "Boolean", "true or false",
            "Duration", "a length of time, such as 30s",
            "DataSize", "a size, such as 128KB",
            "Budget", "a number of requests and a length of time, such as 200/4s");

    private ValueKind() {}

    /** What is wrong with a setting that could not be read. */
    static String sentence(BindException failure) {
        Class<?> type = failure.getTarget().getType().resolve(Object.class);
        return sentence(failure.getName().toString(), type);
    }

    /** @param least 1, or 0 where nothing has a meaning, too */
    static void require(String setting, Class<?> type, int least, Supplier<?> value) {
        try {
            Object given = value.get();
            if (given != null && sign(given) < least) {
                throw new CannotStart(
                        setting + (least > 0 ? " must be more than nothing." : " must not be less than nothing."));
            }
        } catch (BindException e) {
            throw new CannotStart(sentence(setting, type), e);
        }
    }

    private static int sign(Object value) {
        return switch (value) {
            case Duration time -> time.compareTo(Duration.ZERO);
            case DataSize size -> Long.signum(size.toBytes());
            case Integer number -> Integer.signum(number);
            default -> 1;
        };
    }

    private static String sentence(String setting, Class<?> type) {
        return setting + " must be " + WORDS.getOrDefault(type.getSimpleName(), OTHER) + ".";
    }
}

package dev.parley.command;

import dev.parley.command.CommandRejected.Refusal;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;

/** How tests name what a command is refused with. */
public final class Expected {
    private Expected() {}

    /** The details of a refusal that time alone does not end. */
    public static Refusal refused(Rejection rule) {
        return new Refusal(rule, null);
    }

    /** A value out of its bounds, in this field of the API. */
    public static Matcher<Throwable> invalid(String field) {
        return new FeatureMatcher<>(Matchers.is(field), "an invalid value in", "field") {
            @Override
            protected String featureValueOf(Throwable actual) {
                return actual instanceof InvalidValue invalid ? invalid.field() : actual.toString();
            }
        };
    }
}

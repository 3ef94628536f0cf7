package dev.parley.kernel;

/** A value out of its bounds: names the field as the API spells it, and what is allowed there. Answered with 422. */
public final class InvalidValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String expected;

    public InvalidValue(String field, String expected) {
        super(field + ": " + expected, null, false, false);
        this.field = field;
        this.expected = expected;
    }

    /** @throws InvalidValue naming {@code field} unless {@code valid} */
    public static void unless(boolean valid, String field, String expected) {
        if (!valid) {
            throw new InvalidValue(field, expected);
        }
    }

    /** The field's name in the API, {@code snake_case}. */
    public String field() {
        return field;
    }

    /** What is allowed there. */
    public String expected() {
        return expected;
    }
}

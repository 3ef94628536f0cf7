package dev.parley.query.moderation.discipline;

import dev.parley.query.MongoForTests;

/** The reader of what was done about people, for tests of other packages. */
public final class DisciplinesForTests {
    private DisciplinesForTests() {}

    /** Over a database in which nothing was done about anybody yet. */
    public static Disciplines none(MongoForTests mongo) {
        return new Disciplines(mongo.readModels());
    }
}

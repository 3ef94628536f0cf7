package dev.parley.query.activity;

import dev.parley.kernel.member.UserId;
import java.time.LocalDate;

/**
 * How activities are stored: a document per person and day, with the first {@value #MOST_A_DAY} reports and the first
 * {@value #MOST_A_DAY} posts of the day, one per person with the days on which there are any, and one per topic with the numbers of its posts that are gone.
 */
final class ActivityDocument {
    static final String COLLECTION = "activities";
    static final int MOST_A_DAY = 100;
    static final String DAYS = "days";
    static final String PERSON = "person";
    static final String DAY = "day";
    static final String REPORTS = "entries";
    static final String POSTS = "posts";
    static final String POSITION = "position";
    static final String AT = "at";
    static final String KIND = "kind";
    static final String TITLE = "title";
    static final String URL = "url";

    static final String TOPIC = "topic";
    static final String NUMBER = "number";
    static final String GONE = "gone";

    private ActivityDocument() {}

    static String id(UserId person, LocalDate day) {
        return person.value() + "~" + day;
    }
}

package dev.parley.bench.forum;

import dev.parley.load.Person;
import java.util.Random;

/** What is measured: each is one request of somebody at random, for something at random. */
enum Look {
    /** First page of a category. */
    LIST,
    /** First page of a topic by a person, whose look is counted beside it. */
    TOPIC,
    /** The same by a service, whose look is not counted. */
    TOPIC_UNCOUNTED,
    HUNDREDTH_PAGE,
    ONE_WORD,
    TWO_WORDS,
    PHRASE,
    /** A word, two letters of which changed places. */
    TYPO,
    WORD_BY_AUTHOR,
    WORD_IN_CATEGORY,
    SUGGEST;

    Person viewer(Forum forum, Random random) {
        return this == TOPIC_UNCOUNTED || this == HUNDREDTH_PAGE ? forum.service() : forum.someone(random);
    }

    String path(Forum forum, Random random) {
        Vocabulary words = forum.vocabulary();
        return switch (this) {
            case LIST -> "/api/forum/topics?category=" + forum.topic(random).category();
            case TOPIC, TOPIC_UNCOUNTED ->
                "/api/forum/topics/" + forum.topic(random).id();
            case HUNDREDTH_PAGE ->
                "/api/forum/topics/" + forum.longTopic(random).id() + "?after=4950";
            case ONE_WORD -> search(words.word(random));
            case TWO_WORDS -> search(words.twoWords(random));
            case PHRASE -> search(words.phrase(random));
            case TYPO -> search(words.typo(random));
            case WORD_BY_AUTHOR ->
                search(words.word(random)) + "&author=" + forum.someone(random).username();
            case WORD_IN_CATEGORY ->
                search(words.word(random)) + "&category=" + forum.topic(random).category();
            case SUGGEST -> "/api/forum/suggest?q=" + TopicLists.encoded(words.beginning(random));
        };
    }

    private static String search(String query) {
        return "/api/forum/search?q=" + TopicLists.encoded(query);
    }
}

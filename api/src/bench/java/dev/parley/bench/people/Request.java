package dev.parley.bench.people;

import dev.parley.bench.people.Community.Talk;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.Random;

/** What is measured: each is one request of somebody at random. What it changes is taken back, outside the measure. */
enum Request {
    INBOX {
        @Override
        long nanos(ApiClient api, Community community, Crowd crowd, Random random) throws IOException {
            return get(api, someone(community, crowd, random), "/api/messages");
        }
    },
    UNREAD {
        @Override
        long nanos(ApiClient api, Community community, Crowd crowd, Random random) throws IOException {
            return get(api, someone(community, crowd, random), "/api/messages/unread");
        }
    },
    CONVERSATION {
        @Override
        long nanos(ApiClient api, Community community, Crowd crowd, Random random) throws IOException {
            Talk talk = community.talks().get(random.nextInt(community.talks().size()));
            Person reader = crowd.person(random.nextBoolean() ? talk.begins() : talk.other());
            var id = ConversationId.of(
                    new UserId(crowd.person(talk.begins()).id()),
                    new UserId(crowd.person(talk.other()).id()));
            return get(api, reader, "/api/messages/" + id);
        }
    },
    FOLLOW {
        @Override
        long nanos(ApiClient api, Community community, Crowd crowd, Random random) throws IOException {
            return change(api, community, crowd, random, "follow");
        }
    },
    BLOCK {
        @Override
        long nanos(ApiClient api, Community community, Crowd crowd, Random random) throws IOException {
            return change(api, community, crowd, random, "block");
        }
    };

    /** For how long the answer was waited for. */
    abstract long nanos(ApiClient api, Community community, Crowd crowd, Random random) throws IOException;

    private static Person someone(Community community, Crowd crowd, Random random) {
        return crowd.person(random.nextInt(community.people()));
    }

    private static long get(ApiClient api, Person person, String path) throws IOException {
        long begin = System.nanoTime();
        Answer answer = api.get(person.headers(), path);
        long nanos = System.nanoTime() - begin;
        answer.orFail(path);
        return nanos;
    }

    private static long change(ApiClient api, Community community, Crowd crowd, Random random, String what)
            throws IOException {
        int one = random.nextInt(community.people());
        int other = random.nextInt(community.people());
        while (!community.strangers(one, other)) {
            other = random.nextInt(community.people());
        }
        String path = "/api/users/" + crowd.person(other).username() + "/" + what;
        long begin = System.nanoTime();
        Answer answer = api.send("POST", path, crowd.person(one), "");
        long nanos = System.nanoTime() - begin;
        answer.orFail(path);
        api.send("DELETE", path, crowd.person(one), "").orFail(path);
        return nanos;
    }
}

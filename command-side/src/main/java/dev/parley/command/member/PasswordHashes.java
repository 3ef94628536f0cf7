package dev.parley.command.member;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with bcrypt, each with a salt of its own: one at a time, so that many people who do so at once leave
 * the processors to everybody else.
 */
@Component
class PasswordHashes {
    private final PasswordEncoder bcrypt;
    private final Lock turn = new ReentrantLock(true);

    /** @param strength each one more doubles the time: 4 to 31; with 10, hashing takes about 0.1 s */
    PasswordHashes(@Value("${parley.kid-mode.hash-strength:10}") int strength) {
        bcrypt = new BCryptPasswordEncoder(strength);
    }

    String hash(Password password) {
        return inTurn(() -> bcrypt.encode(password.text()));
    }

    boolean match(Password password, String hash) {
        return inTurn(() -> bcrypt.matches(password.text(), hash));
    }

    private <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }
}

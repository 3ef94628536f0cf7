package dev.parley.command.member;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with bcrypt, each with a salt of its own. */
@Component
class PasswordHashes {
    private final PasswordEncoder bcrypt;

    /** @param strength each one more doubles the time: 4 to 31; with 10, hashing takes about 0.1 s */
    PasswordHashes(@Value("${parley.kid-mode.hash-strength:10}") int strength) {
        bcrypt = new BCryptPasswordEncoder(strength);
    }

    String hash(Password password) {
        return bcrypt.encode(password.text());
    }

    boolean match(Password password, String hash) {
        return bcrypt.matches(password.text(), hash);
    }
}

package dev.parley.query;

import com.mongodb.ConnectionString;
import com.mongodb.MongoCredential;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import dev.parley.kernel.CannotStart;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where MongoDB is, and how one gets in ({@code parley.mongodb.*}). Whatever the address says of concerns and of whom to
 * read from, Parley writes to a majority's journals, and reads from the primary what a majority has: what was written
 * before is seen, and is not taken back.
 *
 * @param uri one of MongoDB's, with all members of the replica set, and {@code tls=true} where it is wanted
 * @param database in which all collections are
 * @param username whose password is {@code password}; empty where the address has both, or none is asked for
 * @param authenticationDatabase that knows the user
 * @param certificate file, in PEM, of who issued the server's certificate; empty for those that Java trusts
 */
@ConfigurationProperties("parley.mongodb")
record MongoSettings(
        @DefaultValue("") String uri,
        @DefaultValue("parley") String database,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("admin") String authenticationDatabase,
        @DefaultValue("") String certificate) {
    static final WriteConcern WRITES = WriteConcern.MAJORITY.withJournal(true);
    static final ReadConcern READS = ReadConcern.MAJORITY;
    static final ReadPreference READ_FROM = ReadPreference.primary();

    MongoSettings {
        if (username.isBlank() != password.isBlank()) {
            throw new CannotStart("Set parley.mongodb.username and parley.mongodb.password, or neither.");
        }
        if (database.isBlank() || database.matches(".*[/\\\\. \"$].*")) {
            throw new CannotStart("parley.mongodb.database must be a name without / \\ . \" $ and spaces.");
        }
    }

    /** @throws CannotStart if it is no address; it is not told, as a password may stand in it */
    ConnectionString address() {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException e) {
            throw new CannotStart(
                    "parley.mongodb.uri must be an address such as mongodb://one,two,three/?replicaSet=parley.");
        }
    }

    Optional<MongoCredential> credential() {
        return username.isBlank()
                ? Optional.empty()
                : Optional.of(
                        MongoCredential.createCredential(username, authenticationDatabase, password.toCharArray()));
    }

    Optional<TrustedCertificates> trusted() {
        return certificate.isBlank()
                ? Optional.empty()
                : Optional.of(TrustedCertificates.in(certificate, "parley.mongodb.certificate"));
    }

    /** Without a secret. */
    @Override
    public String toString() {
        return "MongoSettings[database=" + database + "]";
    }
}

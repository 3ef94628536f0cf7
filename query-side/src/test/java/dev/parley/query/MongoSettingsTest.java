package dev.parley.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import dev.parley.kernel.CannotStart;
import org.junit.jupiter.api.Test;

class MongoSettingsTest {
    private static final String WEAK =
            "mongodb://one,two/?w=1&readPreference=secondary&readConcernLevel=local&tls=true";

    @Test
    void keepReadYourWritesWhateverTheAddressSays() {
        MongoClientSettings settings = settings(WEAK, "", "");

        assertThat(settings.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
        assertThat(settings.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
        assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
        assertThat(settings.getSslSettings().isEnabled()).isTrue();
    }

    @Test
    void giveTheUserApartFromTheAddress() {
        assertThat(settings("mongodb://one", "parley", "s3cret").getCredential().getUserName())
                .isEqualTo("parley");
    }

    @Test
    void refuseHalfOfACredential() {
        assertThatThrownBy(() -> settings("mongodb://one", "parley", "")).isInstanceOf(CannotStart.class);
    }

    @Test
    void tellNoSecret() {
        assertThat(configured("mongodb://ann:pw@one", "parley", "s3cret").toString())
                .doesNotContain("pw", "s3cret");
        assertThatThrownBy(() -> configured("ann:pw@one", "", "").address())
                .isInstanceOf(CannotStart.class)
                .hasMessageNotContaining("pw")
                .hasNoCause();
    }

    private static MongoClientSettings settings(String uri, String username, String password) {
        return ReadModelConfiguration.settings(
                new ConnectionString(uri), configured(uri, username, password), new SealForTests());
    }

    private static MongoSettings configured(String uri, String username, String password) {
        return new MongoSettings(uri, "parley", username, password, "admin", "");
    }
}

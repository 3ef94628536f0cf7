package dev.parley.api.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.command.log.AxonServerSettings;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

/** What is wrong with a setting is told in one sentence, which names the setting and not its value. */
@ExtendWith(OutputCaptureExtension.class)
class SettingsSentencesTest {
    private final PlainSentences sentences = new PlainSentences();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            api.http.AllowedOrigins                      | parley.cors.allowed-origins      | *        | parley.cors.allowed-origins must be origins such as https://play.example, without a path.
            api.http.AllowedOrigins                      | parley.cors.allowed-origins      | https://play.example/ | parley.cors.allowed-origins must be origins such as https://play.example, without a path.
            api.limit.Limits                             | parley.limits.person.reads       | lots     | parley.limits.person.reads must be a number of requests and a length of time, such as 200/4s.
            api.limit.Limits                             | parley.limits.person.connections | 0        | parley.limits.person.connections must be 1 or more.
            query.live.LiveSettings                      | parley.live.buffer               | some     | parley.live.buffer must be a whole number.
            query.live.LiveSettings                      | parley.live.heartbeat            | quickly  | parley.live.heartbeat must be a length of time, such as 30s.
            query.live.LiveSettings                      | parley.live.ring                 | 0        | parley.live.buffer and parley.live.ring must be 1 or more.
            command.room.FloodRule                       | parley.chat.flood.enabled        | perhaps  | parley.chat.flood.enabled must be true or false.
            command.room.FloodRule                       | parley.chat.flood.lines          | 11       | parley.chat.flood.lines must be 1 to 10.
            command.forum.ForumPace                      | parley.forum.pace.window         | 2h       | parley.forum.pace.window must be more than nothing, and at most 1 hour.
            command.moderation.detection.DetectionSettings | parley.detection.window        | -1s      | parley.detection.window must be longer than nothing.
            command.log.AxonServerSettings               | parley.axon-server.addresses      | ''       | parley.axon-server.addresses must be addresses such as axonserver.example:8124, separated by commas.
            command.log.AxonServerSettings               | parley.axon-server.addresses      | axonserver | parley.axon-server.addresses must be addresses such as axonserver.example:8124, separated by commas.
            command.log.AxonServerSettings               | parley.axon-server.addresses      | :8124    | parley.axon-server.addresses must be addresses such as axonserver.example:8124, separated by commas.
            command.log.AxonServerSettings               | parley.axon-server.addresses      | axonserver:0 | parley.axon-server.addresses must be addresses such as axonserver.example:8124, separated by commas.
            command.log.AxonServerSettings               | parley.axon-server.addresses      | axonserver:65536 | parley.axon-server.addresses must be addresses such as axonserver.example:8124, separated by commas.
            command.log.AxonServerSettings               | parley.axon-server.addresses      | http://axonserver:8124 | parley.axon-server.addresses must be addresses such as axonserver.example:8124, separated by commas.
            command.log.AxonServerSettings               | parley.axon-server.addresses      | 'one:8124, ,two:8124' | parley.axon-server.addresses must be addresses such as axonserver.example:8124, separated by commas.
            command.log.AxonServerSettings               | parley.axon-server.token          | s3cret s3cret | parley.axon-server.token must be visible ASCII characters, without spaces.
            command.log.AxonServerSettings               | parley.axon-server.tls            | maybe    | parley.axon-server.tls must be true or false.
            command.log.AxonServerSettings               | parley.axon-server.certificate    | /none/ca.pem | parley.axon-server.certificate is for a connection over TLS: set parley.axon-server.tls to true.
            command.log.AxonServerSettings               | parley.axon-server.context        | ' '      | parley.axon-server.context must be the name of a context, such as default.
            command.log.AxonServerSettings               | parley.axon-server.answer-within  | 0s       | parley.axon-server.answer-within must be more than nothing, and at most 1 hour.
            command.log.AxonServerSettings               | parley.axon-server.answer-within  | 30d      | parley.axon-server.answer-within must be more than nothing, and at most 1 hour.
            command.log.AxonServerSettings               | parley.axon-server.answer-within  | soon     | parley.axon-server.answer-within must be a length of time, such as 30s.
            query.MongoSettings                          | parley.mongodb.username          | ann      | Set parley.mongodb.username and parley.mongodb.password, or neither.
            query.search.ElasticsearchSettings           | parley.elasticsearch.uri         | one:9200 | parley.elasticsearch.uri must be addresses such as https://search.example:9200, without a user's name in them.
            """)
    void ofSettingsThatBelongTogether(String type, String setting, String value, String sentence, CapturedOutput output)
            throws Exception {
        Class<?> settings = Class.forName("dev.parley." + type);
        var binder = new Binder(new MapConfigurationPropertySource(Map.of(setting, value)));
        Throwable failure = catchThrowable(() -> binder.bindOrCreate(
                settings.getAnnotation(ConfigurationProperties.class).value(), Bindable.of(settings)));

        assertThat(sentences.reportException(failure)).isTrue();
        assertThat(output.getErr()).isEqualToIgnoringNewLines(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /none/ca.pem | parley.axon-server.certificate names /none/ca.pem, which is no readable file of certificates in PEM.
            pom.xml      | parley.axon-server.certificate names pom.xml, which is no readable file of certificates in PEM.
            """)
    void ofAFileThatHoldsNoCertificate(String file, String sentence) {
        var binder = new Binder(new MapConfigurationPropertySource(
                Map.of("parley.axon-server.tls", "true", "parley.axon-server.certificate", file)));

        assertThat(catchThrowable(
                        () -> binder.bindOrCreate("parley.axon-server", Bindable.of(AxonServerSettings.class))))
                .rootCause()
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            parley.limits.body       | much | parley.limits.body must be a size, such as 128KB.
            parley.moderation.lease  | -1m  | parley.moderation.lease must be more than nothing.
            parley.commands.deadline | soon | parley.commands.deadline must be a length of time, such as 30s.
            parley.commands.max-waiting | 0 | parley.commands.max-waiting must be more than nothing.
            parley.projections.dead-letters | 0 | parley.projections.dead-letters must be more than nothing.
            server.port              | http | server.port must be a whole number.
            server.port              | -1   | server.port must not be less than nothing.
            """)
    void ofSettingsThatStandAlone(String setting, String value, String sentence) {
        var environment = new MockEnvironment().withProperty(setting, value);
        environment.setConversionService(new ApplicationConversionService());

        assertThat(catchThrowable(() -> SingleSetting.requireReadable(environment)))
                .hasMessage(sentence);
    }
}

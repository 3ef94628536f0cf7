package dev.parley.deploy;

import static dev.parley.deploy.Yaml.at;
import static dev.parley.deploy.Yaml.list;
import static dev.parley.deploy.Yaml.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files for Docker, by the parts of the Compose Specification that they use; no Docker is needed for it. */
class ComposeTest {
    private static final String ONE = "docker-compose.yml";
    private static final String THREE = "docker-compose.three.yml";
    private static final Set<String> PARTS = Set.of("name", "services", "volumes", "secrets");
    private static final Set<String> OF_SERVICE = Set.of(
            "image",
            "build",
            "hostname",
            "user",
            "restart",
            "stop_grace_period",
            "read_only",
            "tmpfs",
            "cap_drop",
            "security_opt",
            "depends_on",
            "environment",
            "entrypoint",
            "command",
            "ports",
            "secrets",
            "volumes",
            "ulimits",
            "healthcheck",
            "deploy");
    private static final Set<String> OF_HEALTH = Set.of("test", "interval", "timeout", "retries", "start_period");
    private static final Set<String> CONDITIONS =
            Set.of("service_started", "service_healthy", "service_completed_successfully");

    /** Where the images keep what must outlive a container. */
    private static final Map<String, Set<String>> STORED = Map.of(
            "axonserver:", Set.of("/axonserver/data", "/axonserver/events", "/axonserver/log"),
            "postgres:", Set.of("/var/lib/postgresql"),
            "mongo:", Set.of("/data/db"),
            "elasticsearch:", Set.of("/usr/share/elasticsearch/data"));

    /** Connections that PostgreSQL keeps free for its superuser. */
    private static final int FOR_ITS_OWNER = 3;

    private Map<String, Map<String, Object>> three;
    private Map<String, ?> one;

    @BeforeEach
    void read() throws IOException {
        one = Yaml.all(ONE).getFirst();
        three = Merge.services(one, Yaml.all(THREE).getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {ONE, THREE})
    void useWhatTheSpecificationKnows(String file) throws IOException {
        Map<String, ?> parts = Yaml.all(file).getFirst();
        assertThat(parts.keySet().stream().filter(part -> !part.startsWith("x-")))
                .isSubsetOf(PARTS);
        at(parts, "services")
                .forEach((name, service) ->
                        assertThat(map(service).keySet()).as(name).isSubsetOf(OF_SERVICE));
        at(parts, "secrets")
                .forEach((name, secret) ->
                        assertThat(map(secret).keySet()).as(name).containsExactly("file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ONE, THREE})
    void setNothingThatIsNotDocumentedAndTellNoSecret(String file) throws IOException {
        Known known = Known.settings();
        at(Yaml.all(file).getFirst(), "services")
                .forEach((name, service) -> map(map(service), "environment").forEach((variable, value) -> {
                    assertThat(known.has(variable)).as(name + ": " + variable).isTrue();
                    assertThat(Known.tellsSecret(variable, value))
                            .as(name + ": " + variable)
                            .isFalse();
                }));
    }

    @Test
    void pinEveryImage() {
        services()
                .forEach(service -> assertThat((String) service.getValue().get("image"))
                        .as(service.getKey())
                        .matches(Known.PINNED));
    }

    @Test
    void boundWhatEachServiceTakes() {
        services()
                .forEach(service -> assertThat(at(service.getValue(), "deploy", "resources", "limits"))
                        .as(service.getKey())
                        .containsKeys("cpus", "memory"));
    }

    @Test
    void startInOrderAndWaitForHealth() {
        services()
                .forEach(service -> map(service.getValue(), "depends_on").forEach((other, how) -> {
                    Object condition = map(how).get("condition");
                    Map<String, ?> waitedFor = three.get(other);
                    assertThat(condition).isIn(CONDITIONS);
                    assertThat(waitedFor).as(other).isNotNull();
                    if ("service_healthy".equals(condition)) {
                        assertThat(waitedFor).as(other).containsKey("healthcheck");
                    }
                    if ("service_completed_successfully".equals(condition)) {
                        assertThat(waitedFor.get("restart")).as(other).isEqualTo("no");
                    }
                }));
    }

    @Test
    void askEachServiceThatStaysHowItIs() {
        services()
                .filter(service -> staysUp(service.getValue()))
                .filter(service -> !service.getValue().containsKey("build")) // its image asks
                .forEach(service -> assertThat(at(service.getValue(), "healthcheck"))
                        .as(service.getKey())
                        .containsKey("test")
                        .satisfies(health -> assertThat(health.keySet()).isSubsetOf(OF_HEALTH)));
    }

    @Test
    void nameOnlySecretsAndVolumesThatThereAre() throws IOException {
        Map<String, ?> more = Yaml.all(THREE).getFirst();
        services().forEach(service -> {
            assertThat(list(service.getValue(), "secrets"))
                    .as(service.getKey())
                    .allMatch(secret -> isDeclared("secrets", source(secret), one, more));
            assertThat(list(service.getValue(), "volumes").stream()
                            .map(volume -> volume.toString().split(":")[0]))
                    .as(service.getKey())
                    .allMatch(volume -> volume.startsWith("./") || isDeclared("volumes", volume, one, more));
        });
    }

    @Test
    void keepWhatIsStored() {
        STORED.forEach((image, directories) -> assertThat(three.values())
                .filteredOn(service -> ((String) service.get("image")).contains(image) && staysUp(service))
                .isNotEmpty()
                .allSatisfy(service -> assertThat(list(service, "volumes").stream()
                                .map(volume -> volume.toString().split(":")[1]))
                        .containsAll(directories)));
    }

    @Test
    void letNodesOfElasticsearchKnowEachOtherByTheirCertificateWhateverTheirAddress() {
        assertThat(three.values())
                .map(service -> map(service, "environment"))
                .filteredOn(settings -> settings.containsKey("node.name"))
                .hasSize(3)
                .allSatisfy(settings -> assertThat(settings.get("xpack.security.transport.ssl.verification_mode"))
                        .isEqualTo("certificate"));
    }

    @Test
    void letOneNodeOfElasticsearchAloneBeginACluster() {
        assertThat(three.values().stream()
                        .<Object>map(service -> map(service, "environment").get("cluster.initial_master_nodes"))
                        .filter(Objects::nonNull))
                .containsExactly("elasticsearch1");
    }

    @Test
    void listenOnThisMachineAlone() {
        services()
                .forEach(service -> assertThat(list(service.getValue(), "ports"))
                        .as(service.getKey())
                        .allMatch(port -> port.toString().startsWith("127.0.0.1:")));
    }

    @Test
    void giveEachNodeThatServesClientsItsShareOfTheLimits() {
        for (Map<String, ?> services : List.of(at(one, "services"), three)) {
            assertThat(services.values())
                    .map(Yaml::map)
                    .filteredOn(service -> Known.servesClients(map(service, "environment")))
                    .isNotEmpty()
                    .allSatisfy(
                            service -> assertThat(map(service, "environment").get("PARLEY_LIMITS_NODES"))
                                    .isEqualTo(at(service, "deploy").get("replicas")));
        }
    }

    @Test
    void letPostgresTakeAllConnectionsThatAllNodesMayOpen() throws IOException {
        String command = list(three.get("postgres"), "command").getLast().toString();
        int taken = Integer.parseInt(command.replaceFirst("max_connections=", "")) - FOR_ITS_OWNER;
        int nodes = three.values().stream()
                .filter(service -> service.containsKey("build"))
                .mapToInt(service -> (int) at(service, "deploy").get("replicas"))
                .sum();
        assertThat(nodes).isEqualTo(9);
        assertThat(taken).isGreaterThanOrEqualTo(nodes * connectionsOfANode());
    }

    /** Outside the profile {@code embedded}. */
    private static int connectionsOfANode() throws IOException {
        return Yaml.all("api/src/main/resources/application.yml").stream()
                .map(document -> map(map(map(document, "spring"), "datasource"), "hikari"))
                .filter(pool -> pool.containsKey("maximum-pool-size"))
                .map(pool -> (int) pool.get("maximum-pool-size"))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Map.Entry<String, Map<String, Object>>> services() {
        return three.entrySet().stream();
    }

    private static boolean staysUp(Map<String, ?> service) {
        return !"no".equals(service.get("restart"));
    }

    private static String source(Object secret) {
        return secret instanceof Map<?, ?> detailed ? (String) detailed.get("source") : (String) secret;
    }

    private static boolean isDeclared(String part, String name, Map<String, ?> one, Map<String, ?> more) {
        return map(one, part).containsKey(name) || map(more, part).containsKey(name);
    }
}

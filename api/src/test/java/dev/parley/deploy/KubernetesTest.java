package dev.parley.deploy;

import static dev.parley.deploy.Yaml.at;
import static dev.parley.deploy.Yaml.list;
import static dev.parley.deploy.Yaml.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manifests for Kubernetes, by the parts of its API that they use; no cluster is needed for it. */
class KubernetesTest {
    private static final Map<String, String> VERSIONS = Map.of(
            "Namespace", "v1",
            "ConfigMap", "v1",
            "Service", "v1",
            "Deployment", "apps/v1",
            "PodDisruptionBudget", "policy/v1");

    /** Of the stores' certificates. */
    private static final String AUTHORITY = "/secrets/ca.crt";

    private List<Map<String, ?>> all;

    @BeforeEach
    void read() throws IOException {
        all = Yaml.all("deploy/kubernetes/parley.yaml");
    }

    @Test
    void areOfKindsThatAreKnownAndHaveNames() {
        assertThat(all).allSatisfy(one -> {
            assertThat(VERSIONS).containsEntry((String) one.get("kind"), (String) one.get("apiVersion"));
            assertThat((String) at(one, "metadata").get("name")).matches("[a-z0-9-]+");
        });
    }

    @Test
    void selectWhatThereIs() {
        List<Map<String, ?>> pods = deployments()
                .<Map<String, ?>>map(one -> at(one, "spec", "template", "metadata", "labels"))
                .toList();
        Stream.concat(
                        of("Service").map(one -> at(one, "spec", "selector")),
                        Stream.of("Deployment", "PodDisruptionBudget")
                                .flatMap(this::of)
                                .map(one -> at(one, "spec", "selector", "matchLabels")))
                .forEach(selector ->
                        assertThat(pods).anyMatch(labels -> labels.entrySet().containsAll(selector.entrySet())));
    }

    @Test
    void letContainersDoNoMoreThanTheyMust() {
        assertThat(deployments()).isNotEmpty().allSatisfy(one -> {
            assertThat(at(one, "spec", "template", "spec", "securityContext").get("runAsNonRoot"))
                    .isEqualTo(true);
            assertThat(at(container(one), "securityContext").get("readOnlyRootFilesystem"))
                    .isEqualTo(true);
            assertThat(at(container(one), "securityContext").get("allowPrivilegeEscalation"))
                    .isEqualTo(false);
        });
    }

    @Test
    void pinImagesBoundThemAndAskHowTheyAre() {
        assertThat(deployments()).allSatisfy(one -> {
            assertThat((String) container(one).get("image")).matches(Known.PINNED);
            assertThat(at(container(one), "resources", "limits")).containsKeys("cpu", "memory");
            for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                assertThat((String) at(container(one), probe, "httpGet").get("path"))
                        .startsWith("/actuator/health/");
            }
        });
    }

    @Test
    void setNothingThatIsNotDocumentedAndTellNoSecret() throws IOException {
        Known known = Known.settings();
        assertThat(of("ConfigMap"))
                .allSatisfy(one -> at(one, "data").forEach((variable, value) -> {
                    assertThat(known.has(variable)).as(variable).isTrue();
                    assertThat(Known.tellsSecret(variable, value)).as(variable).isFalse();
                }));
        assertThat(deployments())
                .allSatisfy(one -> list(container(one), "env")
                        .forEach(variable -> assertThat(
                                        known.has((String) map(variable).get("name")))
                                .isTrue()));
    }

    @Test
    void giveEachNodeThatServesClientsItsShareOfTheLimits() {
        assertThat(deployments().filter(one -> Known.servesClients(environment(one))))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(environment(one).get("PARLEY_LIMITS_NODES"))
                        .isEqualTo(at(one, "spec").get("replicas").toString()));
    }

    @Test
    void encryptWhatLeavesANodeAndTrustWhomTheSecretSays() {
        Map<String, ?> settings = at(of("ConfigMap").findFirst().orElseThrow(), "data");

        assertThat((String) settings.get("SPRING_DATASOURCE_URL"))
                .contains("sslmode=verify-full")
                .contains("sslrootcert=" + AUTHORITY); // the driver looks nowhere else but in a home that is not there
        assertThat((String) settings.get("PARLEY_MONGODB_URI")).contains("tls=true");
        assertThat((String) settings.get("PARLEY_ELASTICSEARCH_URI")).startsWith("https://");
        assertThat(settings.get("PARLEY_AXONSERVER_TLS")).isEqualTo("true");
        for (String store : List.of("MONGODB", "ELASTICSEARCH", "AXONSERVER")) {
            assertThat(settings.get("PARLEY_" + store + "_CERTIFICATE"))
                    .as(store)
                    .isEqualTo(AUTHORITY);
        }
        assertThat(deployments())
                .allSatisfy(one -> assertThat(list(container(one), "volumeMounts"))
                        .anyMatch(mount -> AUTHORITY.startsWith(map(mount).get("mountPath") + "/")));
    }

    @Test
    void anImageIsBuiltOfPinnedOnesAndRunsAsNobodySpecial() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../Dockerfile"));

        assertThat(lines.stream().filter(line -> line.startsWith("FROM ")).map(line -> line.split(" ")[1]))
                .isNotEmpty()
                .allMatch(image -> Known.PINNED.matcher(image).matches());
        assertThat(lines).anyMatch(line -> line.matches("USER \\d{4,}:\\d{4,}"));
        assertThat(lines).anyMatch(line -> line.startsWith("HEALTHCHECK "));
    }

    private static Map<String, ?> container(Map<String, ?> deployment) {
        return map(
                list(at(deployment, "spec", "template", "spec"), "containers").getFirst());
    }

    private static Map<String, Object> environment(Map<String, ?> deployment) {
        return list(container(deployment), "env").stream()
                .map(Yaml::map)
                .collect(
                        Collectors.toMap(variable -> (String) variable.get("name"), variable -> variable.get("value")));
    }

    private Stream<Map<String, ?>> deployments() {
        return of("Deployment");
    }

    private Stream<Map<String, ?>> of(String kind) {
        return all.stream().filter(one -> kind.equals(one.get("kind")));
    }
}

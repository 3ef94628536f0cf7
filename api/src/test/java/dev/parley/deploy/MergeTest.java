package dev.parley.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergeTest {
    @Test
    void addsToListsAndJoinsMaps() {
        assertThat(merged(
                        Map.of("ports", List.of("80:80"), "environment", Map.of("A", "1", "B", "1")),
                        Map.of("ports", List.of("81:80"), "environment", Map.of("B", "2"))))
                .containsEntry("ports", List.of("80:80", "81:80"))
                .containsEntry("environment", Map.of("A", "1", "B", "2"));
    }

    @Test
    void putsAVolumeInPlaceOfTheOneAtTheSameTarget() {
        assertThat(merged(
                        Map.of("volumes", List.of("events:/events", "data:/data:ro")),
                        Map.of("volumes", List.of("other:/data", "log:/log"))))
                .containsEntry("volumes", List.of("events:/events", "other:/data", "log:/log"));
    }

    @Test
    void replacesCommandsAsAWhole() {
        assertThat(merged(Map.of("command", List.of("one", "two")), Map.of("command", List.of("three"))))
                .containsEntry("command", List.of("three"));
    }

    private static Map<String, Object> merged(Map<String, ?> one, Map<String, ?> over) {
        return Merge.services(Map.of("services", Map.of("it", one)), Map.of("services", Map.of("it", over)))
                .get("it");
    }
}

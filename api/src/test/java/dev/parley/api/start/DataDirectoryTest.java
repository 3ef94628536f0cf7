package dev.parley.api.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class DataDirectoryTest {
    private static final DataSize LITTLE = DataSize.ofMegabytes(1);

    @TempDir
    Path parent;

    @Test
    void isMadeWhereItIsMissing() throws IOException {
        Path data = parent.resolve("some/data");

        DataDirectory.take(data, LITTLE).close();

        assertThat(data).isDirectory();
    }

    @Test
    void isRefusedToASecondServerAndFreeAgainAfterTheFirst() throws IOException {
        DataDirectory first = DataDirectory.take(parent, LITTLE);
        assertThatThrownBy(() -> DataDirectory.take(parent, LITTLE))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("in use by another Parley, process "
                        + ProcessHandle.current().pid());
        first.close();

        DataDirectory.take(parent, LITTLE).close();
    }

    @Test
    void isRefusedWhereNothingCanBeWritten() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");

        assertThatThrownBy(() -> DataDirectory.take(file, LITTLE))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be written to (there is a file of that name)");
    }

    @Test
    void isRefusedOnADiskThatIsNearlyFull() {
        assertThatThrownBy(() -> DataDirectory.take(parent, DataSize.ofTerabytes(100_000)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MB are free")
                .hasMessageContaining("parley.minimum-free-disk");
    }
}

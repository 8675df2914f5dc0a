package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
class LargeTargetsTest {
    @Test
    void whatIsLargeIsBroughtNearOne() {
        assertThat(LargeTargets.of(new float[] {50_000, 612_000})).contains(new LargeTargets(50_000, 612_000, 100_000));
        assertThat(LargeTargets.of(new float[] {-250, 3})).contains(new LargeTargets(-250, 3, 100));
        assertThat(LargeTargets.of(new float[] {-99, 42})).isEmpty();
        assertThat(LargeTargets.of(new float[0])).isEmpty();
    }

    @Test
    void theWindowSaysSoOfATable(@TempDir Path home) throws Exception {
        Path table = Files.writeString(home.resolve("houses.csv"), "size,price\n50,99000.5\n100,250000\n70,120000\n80,140000\n");
        try (WindowBench app = new WindowBench(home, table.toString())) {
            app.await("a sentence", () -> !app.line().isEmpty());
            assertThat(app.line()).startsWith("The target goes from ").endsWith("divide that column, say by 100,000.");
        }
    }
}

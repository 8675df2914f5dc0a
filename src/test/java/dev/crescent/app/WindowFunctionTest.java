package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxExtension;
import java.nio.file.Path;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The test functions within the whole window.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowFunctionTest {
    @TempDir
    private Path folder = Path.of("");
    private WindowBench app;

    @AfterEach
    void close() {
        app.close();
    }

    private String runText() {
        return ((Button) app.find("function.run")).getText();
    }

    @Test
    void itsKeysAreTheRacesAndElsewhereTheTrainings() {
        app = new WindowBench(folder.resolve("home"));
        app.click("rail.descent");
        app.click("descent.part.2");
        app.press("S");
        app.press("Space");
        assertThat(runText()).isEqualTo("Pause");
        app.settle();
        assertThat(app.latest().step()).as("training has not moved").isZero();
        app.click("rail.playground");
        app.press("S");
        app.awaitSnapshot("a step of training", snapshot -> snapshot.step() == 1);
        app.click("rail.descent");
        assertThat(runText()).as("nobody saw it").isEqualTo("Race");
    }
}

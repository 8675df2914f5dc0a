package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Language;
import dev.crescent.ui.ShownTexts;
import dev.crescent.ui.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowGermanTest {
    @TempDir
    private Path folder = Path.of("");
    private WindowBench app;

    @BeforeEach
    void german() {
        Texts.use(Language.GERMAN);
        app = new WindowBench(folder.resolve("home"));
    }

    @AfterEach
    void english() {
        app.close();
        Texts.use(Language.ENGLISH);
    }

    @Test
    void explore() {
        for (double[] size : new double[][] {{1280, 780}, {1920, 1060}}) {
            app.stage.setWidth(size[0]);
            app.stage.setHeight(size[1]);
            frames();
            System.out.println("== " + size[0]);
            look("playground");
            app.press("Shift+S");
            app.settle();
            frames();
            look("epoch");
            app.press("L");
            frames();
            look("lens");
            app.press("L");
            app.click("rail.digits");
            frames();
            look("digits");
            app.click("rail.descent");
            frames();
            look("descent");
            app.click("rail.playground");
            frames();
        }
    }

    private void frames() {
        for (int i = 0; i < 30; i++) {
            FxExtension.pulse(app.scene());
        }
    }

    private void look(String what) {
        System.out.println(what + " cut: " + ShownTexts.cut(app.scene().getRoot()));
        System.out.println(what + " all: " + ShownTexts.in(app.scene().getRoot()).stream().distinct().toList());
    }
}

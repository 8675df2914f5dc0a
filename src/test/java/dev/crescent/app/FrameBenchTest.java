package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.cli.Measurement;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;

class FrameBenchTest {
    /// Who clicks on its window, or closes it, would change what is measured.
    @Test
    void itsWindowIsNotOperated() throws Throwable {
        FxExtension.start();
        List<String> happened = new ArrayList<>();
        FxExtension.onFx(() -> {
            Stage stage = FrameBench.untouched();
            Button button = new Button("Run");
            button.setOnAction(e -> happened.add("run"));
            button.setOnKeyPressed(e -> happened.add("key"));
            stage.setScene(new Scene(button));
            stage.show();
            FxEvents.click(button, 5, 5);
            Event.fireEvent(button, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            if (!stage.isShowing()) {
                happened.add("closed");
            }
            stage.hide();
        });
        assertThat(happened).isEmpty();
    }

    @Test
    void framesAndSamplesAreCounted() throws Exception {
        FxExtension.start();

        List<Measurement> measured = FrameBench.measure(new FrameBench.Lengths(1, 0.3, 0.2));

        assertThat(measured).extracting(Measurement::unit)
                .containsExactly("frames/s", "frames/s", "samples/s", "samples/s", "%");
        assertThat(measured.subList(0, 2)).allSatisfy(m -> assertThat(m.value()).isBetween(0.5, 1000.0));
        assertThat(measured.subList(2, 4)).allSatisfy(m -> assertThat(m.value()).isGreaterThan(100));
        double cost = 100 * (1 - measured.get(2).value() / measured.get(3).value());
        assertThat(measured.get(4).value()).isEqualTo(cost);
    }
}

package dev.crescent.app;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.engine.nd4j.Nd4jEngine;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.train.Command;
import dev.crescent.train.Engines;
import dev.crescent.ui.FxDrops;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/// The help's pictures of the playground, and of what can be opened from it.
final class HelpPlayground {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private HelpPlayground() {}

    static void take(HelpCamera camera) throws Exception {
        WindowBench app = trained(camera, "moons", 60);
        Node output = app.picture();
        FxEvents.click(output, 208, 167); // within the lower moon's left end
        camera.rest(app, 3);
        camera.take("data", style(app, ".data-panel"), 12, 36, 232, 141);
        camera.take("network", style(app, ".network-view"), 22, 97, 572);
        camera.take("output", output, 0, 96, 336);
        camera.take("curves", style(app, ".curves-view"), 8, 36, 272);
        camera.takeMenu("training", menu(app, "Adam"), -190, -12, 480, 300);
        MenuButton file = (MenuButton) style(app, ".file-menu");
        camera.takeMenu("work", file, -16, -8, 362, 226);
        camera.takeMenu("export", file, -16, 158, 362, 226);
        pictures(app, file);
        camera.takeOver("save", app, ".picture-choices", Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        scrub(camera, app);
        lens(camera, app);
        app.click("rail.settings");
        camera.takeOver("settings", app, ".settings-sheet", 355, 222);
        FxDrops.file(app.scene().getRoot(), DragEvent.DRAG_OVER, new File("points.csv"));
        camera.rest(app, 0.5);
        camera.take("bring", app.scene().getRoot(), 0, 0, WIDTH, HEIGHT);
        HelpCamera.close(app);
        hidden(camera);
        engines(camera);
    }

    /// A window with an experiment that has been trained for some epochs, one after the other.
    static WindowBench trained(HelpCamera camera, String name, int epochs) throws Exception {
        Experiment experiment = Builtins.read(name);
        WindowBench app = WindowBench.on(camera.home(), experiment);
        train(app, epochs);
        camera.size(app, WIDTH, HEIGHT);
        return app;
    }

    static void train(WindowBench app, int epochs) {
        for (int i = 1; i <= epochs; i++) {
            int epoch = i;
            app.send(new Command.Epoch());
            app.awaitSnapshot("epoch " + i, snapshot -> !snapshot.running() && snapshot.epoch() >= epoch);
        }
    }

    /// Asks for a picture of the output.
    private static void pictures(WindowBench app, MenuButton file) {
        file.show();
        file.getItems().stream().filter(item -> "file.savePicture".equals(item.getId())).findFirst().map(Menu.class::cast)
                .orElseThrow().getItems().getFirst().fire();
        file.hide();
        FxExtension.pulse(app.scene());
    }

    private static void scrub(HelpCamera camera, WindowBench app) throws IOException {
        Node slider = app.find("timeline.slider");
        double width = slider.getLayoutBounds().getWidth();
        FxEvents.drag(slider, MouseButton.PRIMARY, width - 8, 20, 8 + 0.4 * (width - 16), 20);
        camera.rest(app, 2);
        camera.take("timeline", app.find("timeline"), 260, -148, 300);
        FxEvents.press(slider, KeyCode.END);
        camera.rest(app, 1);
    }

    private static void lens(HelpCamera camera, WindowBench app) throws IOException {
        app.press("L");
        Node strip = app.find("step");
        app.await("the lens", () -> strip.isVisible() && app.scene().getFocusOwner() == strip);
        camera.rest(app, 1);
        for (int i = 0; i < 3; i++) {
            app.press("Right");
        }
        camera.rest(app, 2);
        camera.take("lens", style(app, ".network-view"), 240, 142, 366);
        app.press("L");
    }

    private static void hidden(HelpCamera camera) throws Exception {
        WindowBench app = trained(camera, "circle", 60);
        app.click("output.mode.hidden");
        app.await("a hidden space", () -> !((Label) app.find("hidden.place")).getText().isEmpty());
        camera.rest(app, 3);
        camera.take("hidden", app.find("hidden.space"), 4, 34, 328, 372);
        HelpCamera.close(app);
    }

    private static void engines(HelpCamera camera) throws Exception {
        Path home = camera.home();
        WindowBench.keep(new UserFolder(home).autosave(1), Document.recovered(Builtins.read("moons")));
        WindowBench app = new WindowBench(home, new Engines(List.of(new CpuEngine(), new Nd4jEngine())));
        camera.size(app, 960, 640);
        menuOf(app, "settings.engine").getItems().stream().filter(item -> "engine.race".equals(item.getId())).findFirst()
                .orElseThrow().fire();
        app.await("both are measured", () -> !((Label) app.find("engines.verdict")).getText().isEmpty());
        camera.rest(app, 4);
        camera.take("engine", style(app, ".engines-view"), 8, 0, 640, 210);
        HelpCamera.close(app);
    }

    static MenuButton menuOf(WindowBench app, String id) {
        return (MenuButton) app.find(id);
    }

    /// The menu in whose button a text is.
    private static MenuButton menu(WindowBench app, String text) {
        return app.scene().getRoot().lookupAll(".menu-button").stream().filter(MenuButton.class::isInstance).map(MenuButton.class::cast)
                .filter(button -> button.lookupAll(".label").stream().anyMatch(label -> ((Label) label).getText().equals(text))
                        || text.equals(button.getText()))
                .findFirst().orElseThrow(() -> new AssertionError("No menu " + text));
    }

    static Node style(WindowBench app, String name) {
        return Objects.requireNonNull(app.scene().lookup(name), name);
    }
}

package dev.crescent.app;

import dev.crescent.ui.FxEvents;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;

/// The help's pictures of the start screen and of a talk.
final class HelpStage {
    private static final double STAGE_WIDTH = 1600;
    private static final double STAGE_HEIGHT = 1000;

    private HelpStage() {}

    static void take(HelpCamera camera) throws Exception {
        start(camera);
        WindowBench app = HelpPlayground.trained(camera, "spiral", 40);
        Scene window = app.scene();
        app.press("Shift+F5");
        app.await("the stage", () -> app.scene() != window);
        stage(camera, app);
        camera.rest(app, 3);
        camera.takeWhole("stage-own", app.scene());
        app.press("Esc");
        camera.rest(app, 1);
        app.press("F5");
        app.await("the stage", () -> app.scene() != window);
        stage(camera, app);
        app.press("3");
        camera.rest(app, 12);
        camera.takeWhole("tour", app.scene());
        app.press("L");
        FxEvents.move(app.scene().getRoot(), app.scene().getWidth() / 2, 0.4 * app.scene().getHeight());
        camera.rest(app, 1);
        camera.takeWhole("spotlight", app.scene());
        app.press("L");
        app.press("F1");
        camera.rest(app, 1);
        Node keys = app.find("stage.keyList");
        camera.take("stage-keys", keys, 0, 0, keys.getLayoutBounds().getWidth(), keys.getLayoutBounds().getHeight());
        app.press("Esc");
        HelpCamera.close(app);
    }

    private static void stage(HelpCamera camera, WindowBench app) {
        app.stage.setFullScreen(false); // the headless screen is a square
        app.stage.setWidth(STAGE_WIDTH);
        app.stage.setHeight(STAGE_HEIGHT);
        camera.rest(app, 1);
    }

    private static void start(HelpCamera camera) throws Exception {
        WindowBench app = WindowBench.opened(camera.home());
        camera.size(app, 1280, 800);
        camera.rest(app, 15);
        Node view = Objects.requireNonNull(app.scene().lookup(".start-view"));
        camera.take("home", view, 34, 20, 790, 570);
        camera.take("lessons", app.find("start.lesson.0"), -8, -284, 796, 385);
        HelpCamera.close(app);
    }
}

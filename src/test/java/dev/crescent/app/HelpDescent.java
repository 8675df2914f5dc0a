package dev.crescent.app;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;

/// The help's pictures of the descent room.
final class HelpDescent {
    private static final int FUNCTION_STEPS = 46;

    private HelpDescent() {}

    static void take(HelpCamera camera) throws Exception {
        WindowBench app = HelpPlayground.trained(camera, "moons", 60);
        app.click("rail.descent");
        whole(camera, app);
        Node map = HelpPlayground.style(app, ".map-picture");
        camera.take("path", map, 0, 63, 336);
        camera.take("landscape", HelpPlayground.style(app, ".surface-view"), 93, 6, 355, 336);
        camera.take("trust", app.find("descent.trust"), 0, 0, 296, 170);
        camera.takeMenu("loss", HelpPlayground.menuOf(app, "descent.loss"), -150, -8, 336, 210);
        FxEvents.click(Objects.requireNonNull(app.find("descent.gradients").lookup(".thumb-area")), 5, 5);
        whole(camera, app);
        camera.take("gradients", map, 160, 95, 176);
        FxEvents.click(Objects.requireNonNull(app.find("descent.gradients").lookup(".thumb-area")), 5, 5);
        choose(app, "descent.plane", Texts.get("descent.plane.1"));
        whole(camera, app);
        camera.take("plane", map, 0, 63, 336);
        race(camera, app);
        function(camera, app);
        HelpCamera.close(app);
    }

    private static void whole(HelpCamera camera, WindowBench app) {
        camera.rest(app, 1);
        app.await("the whole landscape", () -> ((Label) app.find("trust.measured")).getText().matches("(?s).*51[\u00a0 ]?\u00d7[\u00a0 ]?51.*"));
        camera.rest(app, 2);
    }

    private static void race(HelpCamera camera, WindowBench app) throws Exception {
        app.click("descent.part.1");
        camera.rest(app, 1);
        app.click("networkRace.run");
        app.await("someone has arrived", () -> app.scene().getRoot().lookupAll(".lane-row .label").stream()
                .anyMatch(label -> ((Label) label).getText().matches("1\\. .*")));
        app.click("networkRace.run");
        camera.rest(app, 3);
        Node map = app.scene().getRoot().lookupAll(".map-picture").stream().filter(RoomHands::isShown).findFirst().orElseThrow();
        camera.take("race", map, -8, -8, 376, 376);
    }

    private static void function(HelpCamera camera, WindowBench app) throws Exception {
        app.click("descent.part.2");
        choose(app, "function.choice", "Himmelblau");
        FxEvents.click(Objects.requireNonNull(app.find("function.basins").lookup(".thumb-area")), 5, 5);
        camera.rest(app, 2);
        for (int i = 0; i < FUNCTION_STEPS; i++) {
            app.press("S");
        }
        camera.rest(app, 2);
        Node map = app.scene().getRoot().lookupAll(".map-picture").stream().filter(RoomHands::isShown).findFirst().orElseThrow();
        camera.take("function", map, 0, 137, 362);
    }

    private static void choose(WindowBench app, String menu, String item) {
        MenuButton button = (MenuButton) app.find(menu);
        button.getItems().stream().filter(i -> item.equals(i.getText())).findFirst()
                .orElseThrow(() -> new AssertionError(menu + " has no " + item)).fire();
        FxExtension.pulse(app.scene());
    }
}

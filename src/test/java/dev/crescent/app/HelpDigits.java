package dev.crescent.app;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// The help's pictures of the digit room.
final class HelpDigits {
    /// An open 4 in two lines.
    private static final double[][] FOUR = {
        {0.42, 0.17, 0.36, 0.30, 0.31, 0.42, 0.27, 0.53, 0.26, 0.58, 0.30, 0.60, 0.42, 0.60, 0.55, 0.58, 0.70, 0.56},
        {0.60, 0.24, 0.60, 0.40, 0.59, 0.55, 0.57, 0.70, 0.56, 0.84}};

    private HelpDigits() {}

    static void take(HelpCamera camera) throws Exception {
        Experiment digits = Builtins.read("digits");
        WindowBench app = WindowBench.on(camera.home(), digits);
        RoomHands room = new RoomHands(app);
        app.await("the digit room", room::inDigits);
        app.await("the weights", () -> Arrays.equals(app.latest().parameters(), ShippedWeights.of(digits)));
        camera.size(app, 1280, 800);
        room.drawOnly(FOUR);
        camera.rest(app, 12);
        Node pad = app.find("pad");
        camera.take("pad", pad, -4, -4, 294, 294);
        camera.take("preparation", pad, -2, 294, 296, 96);
        camera.take("prediction", HelpPlayground.style(app, ".prediction-view"), -12, 32, 500, 178);
        camera.take("why", HelpPlayground.style(app, ".prediction-view"), -12, 214, 500, 250);
        camera.take("inside", app.find("inside-strip"), -8, -4, 590, 117);
        camera.take("confusion", app.find("digits.confusion"), -14, -3, 382);
        room.type(KeyCode.DIGIT4);
        camera.rest(app, 1);
        camera.take("teach", app.find("teach-title"), -10, -175, 340, 212);
        HelpCamera.close(app);
    }
}

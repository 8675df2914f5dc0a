package dev.crescent.app;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.digits.PadView;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;

/// What a user does and sees in the digit room of a whole window.
///
/// @param app its window
record RoomHands(WindowBench app) {
    /// Lines from place to place, in parts of the pad.
    static final double[][] ZERO = {ellipse(0.5, 0.5, 0.19, 0.3)};
    static final double[][] ONE = {{0.52, 0.2, 0.48, 0.8}};
    static final double[][] FOUR = {{0.35, 0.2, 0.25, 0.55, 0.75, 0.55}, {0.62, 0.2, 0.6, 0.85}};
    /// No digit at all.
    static final double[][] STAR = {{0.5, 0.15, 0.62, 0.4, 0.88, 0.4, 0.68, 0.58, 0.75, 0.85, 0.5, 0.7, 0.25, 0.85,
        0.32, 0.58, 0.12, 0.4, 0.38, 0.4, 0.5, 0.15}};

    /// A face.
    static final double[][] SMILEY = {ellipse(0.5, 0.5, 0.32, 0.32), ellipse(0.38, 0.4, 0.01, 0.01), ellipse(0.62, 0.4, 0.01, 0.01),
        {0.36, 0.6, 0.42, 0.66, 0.5, 0.68, 0.58, 0.66, 0.64, 0.6}};

    /// The experiment that the room begins with, with few samples, so that it is there at once.
    static Experiment few() throws ExperimentFileException {
        Experiment digits = Builtins.read("digits");
        return digits.withData(new Data(new Source.Digits(600), 1, 0.4, Scaling.UNIT));
    }

    private static double[] ellipse(double x, double y, double wide, double high) {
        double[] points = new double[2 * 33];
        for (int i = 0; i <= 32; i++) {
            points[2 * i] = x + wide * Math.cos(i * Math.PI / 16);
            points[2 * i + 1] = y + high * Math.sin(i * Math.PI / 16);
        }
        return points;
    }

    PadView pad() {
        return (PadView) Objects.requireNonNull(app.scene().lookup(".pad-view"));
    }

    /// Draws with the mouse; nothing is painted meanwhile.
    void draw(double[][] lines) {
        Node paper = app.find("pad");
        double side = paper.getLayoutBounds().getWidth();
        for (double[] line : lines) {
            for (int i = 0; i + 3 < line.length; i += 2) {
                FxEvents.drag(paper, MouseButton.PRIMARY, side * line[i], side * line[i + 1], side * line[i + 2],
                        side * line[i + 3]);
            }
        }
    }

    void frame() {
        FxExtension.pulse(app.scene());
    }

    /// Takes everything off the pad and draws anew.
    void drawOnly(double[][] lines) {
        pad().clear();
        frame();
        draw(lines);
        frame();
    }

    /// What the bars say, as a screen reader tells it.
    String said() {
        Node bars = app.scene().lookup(".prediction-view").lookupAll("*").stream()
                .filter(node -> node.getClass().getSimpleName().equals("PredictionBars")).findFirst().orElseThrow();
        return String.valueOf(bars.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    /// What they say first, whether or not they are sure of it: how sure a network may be is found out in the background.
    String best() {
        return said().replaceFirst("^not sure[^:]*: ", "");
    }

    /// The key of a digit.
    void type(KeyCode key) {
        FxEvents.press(Objects.requireNonNull(app.scene().getFocusOwner()), key);
    }

    boolean inDigits() {
        return app.scene().lookup(".digits-room") != null;
    }

    /// A node in the window or in what lies over it.
    Stream<Node> everywhere() {
        return Stream.concat(Stream.of(app.scene().getRoot()), Window.getWindows().stream()
                .filter(window -> window != app.stage && window.isShowing()).map(window -> window.getScene().getRoot()))
                .flatMap(root -> root.lookupAll("*").stream());
    }

    String text(String id) {
        return everywhere().filter(node -> id.equals(node.getId())).map(node -> ((Label) node).getText()).findFirst()
                .orElse("");
    }

    List<String> texts(String style) {
        return everywhere().filter(node -> node instanceof Label && node.getStyleClass().contains(style) && isShown(node))
                .map(node -> ((Label) node).getText()).toList();
    }

    static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    /// The picture that a screen reader calls so; null while there is none.
    static boolean isFilled(Node frame) {
        return frame.lookupAll("*").stream().anyMatch(node -> node instanceof ImageView view && view.getImage() != null);
    }

    Node called(String accessible) {
        return everywhere().filter(node -> accessible.equals(node.getAccessibleText())).findFirst().orElseThrow();
    }
}

package dev.crescent.ui.bars;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar on top: the document's menu, run controls, speed, counters, undo, theme and help. What runs a race takes the
/// place of what runs training.
public final class TopBar extends HBox {
    /// Above the data panel, so that the run controls stand above the network and stay there when the title changes.
    private static final double DOCUMENT_WIDTH = 248;
    /// Where the window is narrow.
    private static final double LEAST_DOCUMENT_WIDTH = 150;
    /// With less, something is left out.
    private static final double WHOLE_WIDTH = 1060;

    private final FileMenu files = new FileMenu();
    private final Label status = new Label();
    private final HBox document;
    private final Button run = new Button();
    private final FontIcon runIcon = new FontIcon(Feather.PLAY);
    private final Slider speed = new Slider(0, 1, 1);
    private final Label speedText = new Label();
    private final Label epochs = counter(84);
    private final Label epochsName = muted(Texts.get("top.epochs"));
    private final Label samples = counter(60);
    private final Button undo = icon(Feather.CORNER_UP_LEFT, "top.undo");
    private final Button redo = icon(Feather.CORNER_UP_RIGHT, "top.redo");
    private final Button theme = icon(Feather.MOON, "top.theme");
    private final List<Node> training;
    private final List<Node> lesser; // of those, what goes first where there is too little room
    private List<Node> transport;
    private Listener listener = new Listener() {};
    private boolean running;

    public TopBar() {
        getStyleClass().add("top-bar");
        status.getStyleClass().addAll("caption", "muted");
        status.setMinWidth(Region.USE_PREF_SIZE);
        run.getStyleClass().addAll("primary", "run-button");
        run.setGraphic(runIcon);
        run.setMinWidth(96);
        run.setTooltip(new Tooltip(Texts.get("top.runHint")));
        run.setOnAction(e -> listener.runPressed());
        setUpSpeed();
        Button reset = framed(Feather.ROTATE_CCW, "top.reset");
        reset.setOnAction(e -> listener.resetPressed());
        Button anew = framed(Feather.SHUFFLE, "top.newStart");
        anew.setOnAction(e -> listener.newStartPressed());
        Button step = framed(Feather.SKIP_FORWARD, "top.step");
        step.setOnAction(e -> listener.stepPressed());
        Button epoch = framed(Feather.FAST_FORWARD, "top.epoch");
        epoch.setOnAction(e -> listener.epochPressed());
        undo.setOnAction(e -> listener.undoPressed());
        redo.setOnAction(e -> listener.redoPressed());
        theme.setOnAction(e -> listener.themePressed());
        Button help = icon(Feather.HELP_CIRCLE, "top.help");
        help.setOnAction(e -> listener.helpPressed());
        document = new HBox(8, files, status) {
            @Override
            protected double computePrefWidth(double height) {
                return Math.max(DOCUMENT_WIDTH, wholeDocument());
            }
        };
        document.setAlignment(Pos.CENTER_LEFT);
        document.setMinWidth(LEAST_DOCUMENT_WIDTH);
        document.widthProperty().subscribe(this::fitDocument);
        Label speedName = muted(Texts.get("top.speed"));
        Label rate = muted(Texts.get("top.rate"));
        training = List.of(reset, anew, step, epoch, run, line(), speedName, speed, speedText, line(),
                epochs, epochsName, samples, rate);
        lesser = List.of(samples, rate, speedName);
        transport = training;
        getChildren().add(document);
        getChildren().addAll(training);
        getChildren().addAll(space(), undo, redo, line(), theme, help);
        show(false, 0, 1, 0);
    }

    @Override
    protected void setWidth(double value) {
        super.setWidth(value);
        boolean room = value >= WHOLE_WIDTH;
        for (Node node : lesser) {
            node.setVisible(room);
            node.setManaged(room);
        }
    }

    /// A shipped experiment.
    ///
    /// @param name without a prefix
    public record Example(String name, String title) {}

    /// What the user presses; every method may be left out.
    public interface Listener {
        default void runPressed() {}

        default void stepPressed() {}

        default void epochPressed() {}

        default void resetPressed() {}

        default void newStartPressed() {}

        /// @param stepsPerSecond 1 or more; infinite for as fast as it can
        default void speedChanged(double stepsPerSecond) {}

        default void undoPressed() {}

        default void redoPressed() {}

        default void themePressed() {}

        default void helpPressed() {}

        default void newPressed() {}

        default void openPressed() {}

        /// A file opened before.
        default void recentChosen(Path file) {}

        /// A shipped experiment.
        ///
        /// @param name its name without a prefix
        default void exampleChosen(String name) {}

        default void savePressed() {}

        default void saveAsPressed() {}

        /// The network as it is shown.
        default void exportPressed() {}

        /// The names of the pictures that there are of what is shown, in groups, asked for when they are to be offered.
        default List<List<String>> picturesOffered() {
            return List.of();
        }

        /// One of those, as counted through all groups, is to be written to a file.
        default void pictureSaved(int number) {}

        /// One of those is to be put on the clipboard.
        default void pictureCopied(int number) {}

        /// The curves are to be written to a file.
        default void curvesSaved() {}

        /// The link on the clipboard is to be opened.
        default void linkPasted() {}

        /// The experiment's link is to be put on the clipboard.
        default void linkCopied() {}

        /// The lesson that comes with the program is to be presented.
        default void tourPresented() {}

        /// What is shown is to be presented.
        default void benchPresented() {}
    }

    public void setListener(Listener next) {
        listener = next;
        files.setListener(next);
    }

    /// The document's name and whether its file has all of it.
    ///
    /// @param state such as "Saved", "Edited"
    public void showDocument(String title, String state, boolean canUndo, boolean canRedo) {
        files.setTitle(title);
        status.setText(state);
        fitDocument();
        undo.setDisable(!canUndo);
        redo.setDisable(!canRedo);
    }

    /// Where title and state have no room beside each other, the title is worth more.
    private void fitDocument() {
        boolean room = document.getWidth() >= wholeDocument();
        status.setVisible(room);
        status.setManaged(room);
    }

    private double wholeDocument() {
        Insets title = HBox.getMargin(files);
        return snapSizeX(Math.min(files.getMaxWidth(), files.prefWidth(-1)) + title.getLeft() + document.getSpacing() + status.prefWidth(-1));
    }

    /// The files and examples that the document's menu offers.
    public void showFiles(List<Path> recent, List<Example> examples) {
        files.show(recent, examples);
    }

    /// Where training stands.
    ///
    /// @param epoch epochs done
    /// @param stepsPerEpoch at least 1
    /// @param samplesPerSecond 0 while paused
    public void show(boolean isRunning, double epoch, long stepsPerEpoch, double samplesPerSecond) {
        if (running != isRunning || run.getText().isEmpty()) {
            running = isRunning;
            run.setText(Texts.get(running ? "top.pause" : "top.run"));
            runIcon.setIconCode(running ? Feather.PAUSE : Feather.PLAY);
        }
        epochs.setText(Counts.epochs(epoch, stepsPerEpoch, !isRunning));
        epochsName.setText(Texts.get(epochs.getText().equals("1") ? "top.oneEpoch" : "top.epochs"));
        samples.setText(samplesPerSecond > 0 ? Counts.rate(samplesPerSecond) : "\u2013");
    }

    /// Whether the run button first goes back to the newest moment, from an earlier one that is shown.
    public void showEarlier(boolean earlier) {
        String hint = Texts.get(earlier ? "top.runEarlierHint" : "top.runHint");
        if (!run.getTooltip().getText().equals(hint)) {
            run.getTooltip().setText(hint);
        }
    }

    /// Puts what runs something else in the place of training's own controls and counters.
    ///
    /// @param nodes from left to right; empty for training's own
    public void setTransport(List<Node> nodes) {
        List<Node> next = nodes.isEmpty() ? training : nodes;
        if (next != transport) {
            getChildren().removeAll(transport);
            getChildren().addAll(1, next);
            transport = next;
        }
    }

    /// The speed slider's place: 0 is 1 step a second, 1 is no limit.
    public DoubleProperty speedProperty() {
        return speed.valueProperty();
    }

    public void setTheme(Theme now) {
        ((FontIcon) theme.getGraphic()).setIconCode(now.isDark() ? Feather.SUN : Feather.MOON);
    }

    private void setUpSpeed() {
        speed.setPrefWidth(88);
        speed.setMinWidth(48);
        speed.getStyleClass().add("progress-slider");
        speed.setBlockIncrement(0.05);
        Hint.give(speed, Texts.get("top.speedHint"));
        speed.setAccessibleText(Texts.get("top.speed"));
        speedText.getStyleClass().addAll("caption", "muted");
        speedText.setMinWidth(52);
        speed.valueProperty().subscribe(position -> {
            double wanted = SpeedScale.stepsPerSecond(position.doubleValue());
            speedText.setText(Double.isInfinite(wanted) ? Texts.get("top.unlimited")
                    : Texts.get("top.perSecond", Counts.steps(wanted)));
            listener.speedChanged(wanted);
        });
    }

    private static Label counter(double width) {
        Label label = new Label();
        label.getStyleClass().add("counter");
        label.setMinWidth(width);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Button icon(Feather icon, String key) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(Texts.get(key));
        Hint.give(button, Texts.get(key + "Hint"));
        return button;
    }

    private static Button framed(Feather icon, String key) {
        Button button = icon(icon, key);
        button.getStyleClass().setAll("button", "framed");
        return button;
    }

    static Region line() {
        Region line = new Region();
        line.getStyleClass().add("bar-line");
        return line;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}

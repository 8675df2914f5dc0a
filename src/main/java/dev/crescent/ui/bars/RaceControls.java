package dev.crescent.ui.bars;

import dev.crescent.experiment.Optimizer;
import dev.crescent.ui.Hint;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Fonts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What every race is run with: restart, step, run and pause, the speed, and one more optimizer. Its nodes are laid out by
/// the bar that they are in.
public final class RaceControls {
    /// Steps a second at the left end of the slider.
    private static final double SLOWEST = 1;
    private static final double SPEED = 88;
    /// Of two buttons that training has more, so that the one that runs stays where it is.
    private static final double ROOM = 72;
    /// Of the button that runs: the usual word's, and what a longer one needs beside itself.
    private static final double LEAST_RUN = 96;
    private static final double BESIDE_RUN = 64;

    private final double fastest;
    private final boolean limited;
    private final Button restart;
    private final Button step;
    private final Button run = new Button();
    private final FontIcon runIcon = new FontIcon(Feather.PLAY);
    private final Slider speed;
    private final Label speedName = muted(Texts.get("top.speed"));
    private final Label speedText = muted("");
    private final MenuButton add = new MenuButton(Texts.get("race.add"), new FontIcon(Feather.PLUS));
    private Listener listener = new Listener() {};

    /// @param id what ids and the keys of tooltips begin with
    /// @param usual steps a second at first
    /// @param fastest steps a second at the right end of the slider
    /// @param limited whether there they are no more than that; else as many as can be computed
    RaceControls(String id, double usual, double fastest, boolean limited) {
        this.fastest = fastest;
        this.limited = limited;
        restart = framed(Feather.ROTATE_CCW, id + ".restart");
        restart.setOnAction(e -> listener.restartPressed());
        step = framed(Feather.SKIP_FORWARD, id + ".step");
        step.setOnAction(e -> listener.stepPressed());
        run.setId(id + ".run");
        run.setGraphic(runIcon);
        run.getStyleClass().addAll("primary", "run-button");
        run.setMinWidth(Math.max(LEAST_RUN, TextFit.width(Texts.get("race.run"), Fonts.bold(14)) + BESIDE_RUN));
        Hint.give(run, Texts.get(id + ".runHint"));
        run.setOnAction(e -> listener.runPressed());
        speed = new Slider(0, 1, Math.log(usual / SLOWEST) / Math.log(fastest / SLOWEST));
        setUpSpeed(id);
        setUpAdd(id);
        showRunning(false);
    }

    /// What the user wants; every method may be left out.
    public interface Listener {
        default void restartPressed() {}

        default void stepPressed() {}

        default void runPressed() {}

        default void optimizerAdded(Optimizer kind) {}
    }

    void setListener(Listener next) {
        listener = next;
    }

    /// What takes the place of training's own controls in the bar on top, from left to right.
    ///
    /// @param more what comes behind the button that runs it
    List<Node> transport(Node... more) {
        Region space = new Region();
        space.setMinWidth(ROOM);
        List<Node> nodes = new ArrayList<>(List.of(space, restart, step, run));
        nodes.addAll(List.of(more));
        nodes.addAll(List.of(TopBar.line(), speedName, speed, speedText));
        return List.copyOf(nodes);
    }

    MenuButton add() {
        return add;
    }

    /// Steps a second; infinite for no limit.
    double stepsPerSecond() {
        return !limited && speed.getValue() >= 1 ? Double.POSITIVE_INFINITY
                : SLOWEST * Math.pow(fastest / SLOWEST, speed.getValue());
    }

    void showRunning(boolean running) {
        run.setText(Texts.get(running ? "top.pause" : "race.run"));
        runIcon.setIconCode(running ? Feather.PAUSE : Feather.PLAY);
    }

    /// Whether one more optimizer may join.
    void showRoom(boolean room) {
        add.setDisable(!room);
    }

    private void setUpSpeed(String id) {
        speed.setId(id + ".speed");
        speed.setPrefWidth(SPEED);
        speed.setMinWidth(48);
        speed.getStyleClass().add("progress-slider");
        speed.setBlockIncrement(0.05);
        Hint.give(speed, Texts.get(id + ".speedHint"));
        speed.setAccessibleText(Texts.get("top.speed"));
        speedText.getStyleClass().add("caption");
        speedText.setMinWidth(46);
        speed.valueProperty().subscribe(place -> speedText.setText(Double.isInfinite(stepsPerSecond())
                ? Texts.get("top.unlimited") : Texts.get("top.perSecond", Counts.steps(Math.rint(stepsPerSecond())))));
    }

    private void setUpAdd(String id) {
        add.setId(id + ".add");
        add.setMinWidth(Region.USE_PREF_SIZE);
        Hint.give(add, Texts.get("race.addHint"));
        for (Optimizer kind : Choices.optimizers(1)) {
            MenuItem item = new MenuItem(Choices.name(kind));
            item.setOnAction(e -> listener.optimizerAdded(kind));
            add.getItems().add(item);
        }
    }

    static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static Button framed(Feather icon, String key) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(key);
        button.getStyleClass().setAll("button", "framed");
        button.setAccessibleText(Texts.get(key));
        Hint.give(button, Texts.get(key + "Hint"));
        return button;
    }
}

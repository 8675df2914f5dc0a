package dev.crescent.ui.bars;

import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.descent.TestFunction;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.controlsfx.control.ToggleSwitch;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The settings of a race down a function of two variables: the function, chosen or typed, the race's own run controls,
/// its speed, its basins, and one more optimizer.
public final class FunctionBar extends HBox {
    /// Steps a second at the ends of the slider.
    private static final double SLOWEST = 1;
    private static final double FASTEST = 500;
    private static final double USUAL = 30;
    private static final double FIELD = 210;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final SettingButton function = new SettingButton(Texts.get("function.name"), Texts.get("function.hint"));
    private final TextField field = new TextField();
    private final Label problem = new Label();
    private final Popup problemCard = new Popup();
    private final Button run = new Button();
    private final FontIcon runIcon = new FontIcon(Feather.PLAY);
    private final Slider speed = new Slider(0, 1, position(USUAL));
    private final Label speedName = muted(Texts.get("top.speed"));
    private final Label speedText = muted("");
    private final ToggleSwitch basins = new ToggleSwitch();
    private final MenuButton add = new MenuButton(Texts.get("race.add"), new FontIcon(Feather.PLUS));
    private Listener listener = new Listener() {};

    public FunctionBar() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        Button restart = framed(Feather.ROTATE_CCW, "function.restart");
        restart.setOnAction(e -> listener.restartPressed());
        Button step = framed(Feather.SKIP_FORWARD, "function.step");
        step.setOnAction(e -> listener.stepPressed());
        run.setId("function.run");
        run.setGraphic(runIcon);
        run.setMinWidth(92);
        run.setTooltip(new Tooltip(Texts.get("function.runHint")));
        run.setOnAction(e -> listener.runPressed());
        setUpField();
        setUpSpeed();
        setUpBasins();
        setUpAdd();
        Label basinsName = muted(Texts.get("function.basins"));
        basinsName.setLabelFor(basins);
        Region space = new Region();
        HBox.setHgrow(space, Priority.SOMETIMES);
        getChildren().setAll(function, field, restart, step, run, speedName, speed, speedText, space, basins, basinsName, add);
        showRunning(false);
        showFunction(TestFunction.HIMMELBLAU);
    }

    /// What the user wants; every method may be left out.
    public interface Listener {
        default void functionChosen(TestFunction chosen) {}

        /// A formula was typed.
        ///
        /// @return what is wrong with it, one sentence; empty if it is taken
        default Optional<String> formulaTyped(String text) {
            return Optional.empty();
        }

        default void restartPressed() {}

        default void stepPressed() {}

        default void runPressed() {}

        default void basinsSwitched(boolean shown) {}

        default void optimizerAdded(Optimizer kind) {}
    }

    public void setListener(Listener next) {
        listener = next;
    }

    /// Steps a second.
    public double stepsPerSecond() {
        return SLOWEST * Math.pow(FASTEST / SLOWEST, speed.getValue());
    }

    public void showRunning(boolean running) {
        run.setText(Texts.get(running ? "top.pause" : "top.run"));
        runIcon.setIconCode(running ? Feather.PAUSE : Feather.PLAY);
    }

    /// Whether one more optimizer may join.
    public void showRoom(boolean room) {
        add.setDisable(!room);
    }

    /// Shows which function is in force.
    public void showFunction(TestFunction chosen) {
        fieldShown(false);
        offer(Texts.get("function." + chosen.id()));
    }

    /// Shows the field for a formula, with this one in it.
    public void showFormula(String formula) {
        fieldShown(true);
        field.setText(formula);
        say("");
        offer(Texts.get("function.own"));
    }

    /// Takes back what floats over the window.
    public void leave() {
        problemCard.hide();
    }

    private void offer(String now) {
        List<SettingButton.Choice> choices = new ArrayList<>();
        for (TestFunction each : TestFunction.values()) {
            choices.add(new SettingButton.Choice(Texts.get("function." + each.id()), () -> listener.functionChosen(each)));
        }
        choices.add(new SettingButton.Choice(Texts.get("function.own"), this::beginFormula));
        function.show(now, now, choices);
        function.setId("function.choice");
    }

    private void beginFormula() {
        fieldShown(true);
        offer(Texts.get("function.own"));
        take();
        field.requestFocus();
        field.selectAll();
    }

    private void fieldShown(boolean shown) {
        field.setVisible(shown);
        field.setManaged(shown);
        function.setNamed(!shown);
        speedName.setVisible(!shown); // makes room
        speedName.setManaged(!shown);
        if (!shown) {
            say("");
        }
    }

    private void setUpField() {
        field.setId("function.field");
        field.setText("sin(2*x)*cos(y) + (x^2 + y^2)/8");
        field.setPrefWidth(FIELD);
        field.setMinWidth(120);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMaxWidth(2 * FIELD);
        field.setAccessibleText(Texts.get("function.field"));
        field.setTooltip(new Tooltip(Texts.get("function.fieldHint")));
        field.setOnAction(e -> take());
        // What was wrong is taken back as soon as it is mended, but nobody is scolded in the middle of a word.
        field.textProperty().subscribe(() -> {
            if (!problem.getText().isEmpty()) {
                take();
            }
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !problem.getText().isEmpty()) {
                problemCard.hide();
                e.consume();
            }
        });
        field.accessibleHelpProperty().bind(problem.textProperty());
        problem.setId("function.problem");
        problem.getStyleClass().addAll("field-problem", "caption", "danger-text");
        problem.setWrapText(true);
        problem.setMaxWidth(2 * FIELD);
        problemCard.getContent().add(problem);
    }

    private void take() {
        say(listener.formulaTyped(field.getText().strip()).orElse(""));
    }

    private void say(String sentence) {
        problem.setText(sentence);
        field.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
        if (sentence.isEmpty() || field.getScene() == null || field.getScene().getWindow() == null) {
            problemCard.hide();
            return;
        }
        problem.getStylesheets().setAll(field.getScene().getStylesheets());
        Bounds at = field.localToScreen(field.getLayoutBounds());
        problemCard.show(field, at.getMinX(), at.getMaxY() + 6);
    }

    private void setUpSpeed() {
        speed.setId("function.speed");
        speed.setPrefWidth(88);
        speed.setMinWidth(48);
        speed.getStyleClass().add("progress-slider");
        speed.setBlockIncrement(0.05);
        speed.setTooltip(new Tooltip(Texts.get("function.speedHint")));
        speed.setAccessibleText(Texts.get("top.speed"));
        speedText.getStyleClass().add("caption");
        speedText.setMinWidth(46);
        speed.valueProperty().subscribe(place ->
                speedText.setText(Texts.get("top.perSecond", Counts.steps(Math.rint(stepsPerSecond())))));
    }

    private static double position(double stepsPerSecond) {
        return Math.log(stepsPerSecond / SLOWEST) / Math.log(FASTEST / SLOWEST);
    }

    private void setUpBasins() {
        basins.setId("function.basins");
        basins.setAccessibleText(Texts.get("function.basins"));
        basins.setTooltip(new Tooltip(Texts.get("function.basinsHint")));
        basins.selectedProperty().subscribe((was, is) -> listener.basinsSwitched(is));
    }

    private void setUpAdd() {
        add.setId("function.add");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setTooltip(new Tooltip(Texts.get("race.addHint")));
        for (Optimizer kind : Choices.optimizers(1)) {
            MenuItem item = new MenuItem(Choices.name(kind));
            item.setOnAction(e -> listener.optimizerAdded(kind));
            add.getItems().add(item);
        }
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Button framed(Feather icon, String key) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(key);
        button.getStyleClass().setAll("button", "framed");
        button.setAccessibleText(Texts.get(key));
        button.setTooltip(new Tooltip(Texts.get(key + "Hint")));
        return button;
    }
}

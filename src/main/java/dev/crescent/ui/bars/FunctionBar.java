package dev.crescent.ui.bars;

import dev.crescent.insight.descent.TestFunction;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Switch;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;

/// The settings of a race down a function of two variables: the function, chosen or typed, its basins, and one more
/// optimizer; and what runs it.
public final class FunctionBar extends HBox {
    /// Steps a second.
    private static final double USUAL = 30;
    private static final double FASTEST = 500;
    private static final double FIELD = 210;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final SettingButton function = new SettingButton(Texts.get("function.name"), Texts.get("function.hint"));
    private final TextField field = new TextField();
    private final Label problem = new Label();
    private final Popup problemCard = new Popup();
    private final RaceControls controls = new RaceControls("function", USUAL, FASTEST, true);
    private final List<Node> transport = controls.transport();
    private final Switch basins = new Switch();
    private Listener listener = new Listener() {};

    public FunctionBar() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        setUpField();
        setUpBasins();
        Label basinsName = RaceControls.muted(Texts.get("function.basins"));
        basinsName.setLabelFor(basins);
        Region space = new Region();
        HBox.setHgrow(space, Priority.SOMETIMES);
        getChildren().setAll(function, field, space, basins, basinsName, controls.add());
        showFunction(TestFunction.HIMMELBLAU);
    }

    /// What the user wants; every method may be left out.
    public interface Listener extends RaceControls.Listener {
        default void functionChosen(TestFunction chosen) {}

        /// A formula was typed.
        ///
        /// @return what is wrong with it, one sentence; empty if it is taken
        default Optional<String> formulaTyped(String text) {
            return Optional.empty();
        }

        default void basinsSwitched(boolean shown) {}
    }

    public void setListener(Listener next) {
        listener = next;
        controls.setListener(next);
    }

    /// What runs the race, for the bar on top.
    public List<Node> transport() {
        return transport;
    }

    /// Steps a second.
    public double stepsPerSecond() {
        return controls.stepsPerSecond();
    }

    public void showRunning(boolean running) {
        controls.showRunning(running);
    }

    /// Whether one more optimizer may join.
    public void showRoom(boolean room) {
        controls.showRoom(room);
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
        Hint.give(field, Texts.get("function.fieldHint"));
        field.setOnAction(e -> take());
        // Nobody is scolded in the middle of a word, and half a formula is not taken.
        field.textProperty().subscribe(() -> say(""));
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
        String refused = listener.formulaTyped(field.getText().strip()).orElse("");
        say(refused);
        if (refused.isEmpty()) {
            requestFocus(); // the keys run it now
        }
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

    private void setUpBasins() {
        basins.setId("function.basins");
        basins.setAccessibleText(Texts.get("function.basins"));
        Hint.give(basins, Texts.get("function.basinsHint"));
        basins.selectedProperty().subscribe((was, is) -> listener.basinsSwitched(is));
    }
}

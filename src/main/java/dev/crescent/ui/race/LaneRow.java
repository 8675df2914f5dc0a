package dev.crescent.ui.race;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One lane of a race: the optimizer as a button, its way, its value and what has become of it.
final class LaneRow extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double HEAD = 146;
    private static final double VALUE = 76;
    private static final double STATE = 150;
    private static final double MOST = 51;
    private static final double MOST_TOLD = 320;
    /// Between the name and the rate, so that six lanes have room.
    private static final double TIGHT = -2;

    private final BallBadge ball = new BallBadge(10);
    private final Label name = new Label();
    private final Label rate = new Label();
    private final Button head = new Button();
    private final LaneField field = new LaneField();
    private final LaneBar bar = new LaneBar();
    private final Label value = new Label();
    private final Label state = new Label();
    private final Tooltip why = new Tooltip();

    LaneRow(Runnable settings, Runnable select) {
        super(12);
        getStyleClass().add("lane-row");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(0);
        setMaxHeight(MOST);
        VBox words = new VBox(TIGHT, name, rate);
        words.setAlignment(Pos.CENTER_LEFT);
        rate.getStyleClass().add("caption");
        name.getStyleClass().add("value");
        HBox graphic = new HBox(10, ball, words);
        graphic.setAlignment(Pos.CENTER_LEFT);
        head.setGraphic(graphic);
        head.getStyleClass().setAll("button", "race-head");
        head.setMinWidth(HEAD);
        head.setPrefWidth(HEAD);
        Hint.give(head, Texts.get("race.settingsHint"));
        head.setOnAction(e -> {
            select.run();
            settings.run();
        });
        value.getStyleClass().add("value");
        value.setMinWidth(VALUE);
        value.setAlignment(Pos.CENTER_RIGHT);
        state.setMinWidth(STATE);
        state.setPrefWidth(STATE);
        state.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(bar, Priority.ALWAYS);
        why.setWrapText(true);
        why.setMaxWidth(MOST_TOLD);
        setOnMousePressed(e -> select.run());
        getChildren().setAll(head, field, bar, value, state);
        showField(null, null);
    }

    Button head() {
        return head;
    }

    void setTheme(Palette palette) {
        bar.setTheme(palette);
    }

    void show(Lane lane, boolean chosen, Palette palette) {
        ball.show(lane.letter(), lane.color(), palette);
        name.setText(lane.name());
        rate.setText(Texts.get("race.rate", lane.rate()));
        head.setAccessibleText(lane.letter() + ", " + lane.name() + ", " + rate.getText());
        showField(lane.field(), palette);
        bar.show(lane.progress(), lane.ticks(), lane.color(), palette);
        value.setText(lane.value());
        state.setText(lane.state());
        if (!lane.why().equals(why.getText())) {
            why.setText(lane.why());
            state.setTooltip(lane.why().isEmpty() ? null : why);
        }
        state.getStyleClass().setAll("label", lane.failed() ? "danger-text" : lane.finished() ? "value" : "muted");
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    private void showField(Lane.@Nullable Field of, @Nullable Palette palette) {
        field.setVisible(of != null);
        field.setManaged(of != null);
        if (of != null && palette != null) {
            field.show(of.output(), of.range(), palette);
        }
    }
}

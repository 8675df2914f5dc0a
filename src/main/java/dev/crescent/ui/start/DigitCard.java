package dev.crescent.ui.start;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import dev.crescent.ui.digits.PadView;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A pad without its tools, and below it what is read.
final class DigitCard extends VBox {
    private static final double GAP = 12;
    private static final PseudoClass UNSURE = PseudoClass.getPseudoClass("unsure");
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");
    private static final String NOTHING = "\u2013";

    private final PadView pad = new PadView();
    private final Label winner = new Label();
    private final Label says = new Label();
    private final Button clear = new Button("", new FontIcon(Feather.TRASH_2));

    /// @param go called when the user wants to see more of what is read
    DigitCard(Runnable go) {
        super(GAP);
        getStyleClass().add("digit-card");
        pad.showPaperOnly();
        pad.setMinHeight(0);
        winner.setId("start.winner");
        winner.getStyleClass().add("start-winner");
        winner.setMinWidth(Region.USE_PREF_SIZE);
        says.setId("start.says");
        says.getStyleClass().add("caption");
        says.setWrapText(true);
        says.setMinWidth(0);
        HBox.setHgrow(says, Priority.ALWAYS);
        says.setMaxWidth(Double.MAX_VALUE);
        clear.setId("start.clear");
        clear.getStyleClass().add("icon-button");
        Hint.give(clear, Texts.get("pad.clear.hint"));
        clear.setAccessibleText(Texts.get("pad.clear"));
        clear.setOnAction(e -> pad.clear());
        Button arrow = new Button("", new FontIcon(Feather.ARROW_RIGHT));
        arrow.setId("start.digits");
        arrow.getStyleClass().addAll("icon-button", "framed");
        Hint.give(arrow, Texts.get("start.digitsHint"));
        arrow.setAccessibleText(Texts.get("start.digitsHint"));
        arrow.setOnAction(e -> go.run());
        HBox below = new HBox(GAP, winner, says, clear, arrow);
        below.setAlignment(Pos.CENTER_LEFT);
        below.setMinHeight(44);
        getChildren().setAll(pad, below);
        show("", "", true);
    }

    PadView pad() {
        return pad;
    }

    /// Shows what is read.
    ///
    /// @param answer empty for none
    /// @param words about it
    /// @param sure whether the answer is a digit
    void show(String answer, String words, boolean sure) {
        winner.setText(answer.isEmpty() ? NOTHING : answer);
        winner.setAccessibleText(answer.isEmpty() ? Texts.get("digits.nothing") : answer);
        winner.pseudoClassStateChanged(UNSURE, !sure);
        winner.pseudoClassStateChanged(NONE, answer.isEmpty());
        says.setText(words);
        clear.setDisable(pad.drawing().isEmpty());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}

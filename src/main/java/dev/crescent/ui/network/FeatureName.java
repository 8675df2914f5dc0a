package dev.crescent.ui.network;

import dev.crescent.ui.FormulaLabel;
import dev.crescent.ui.theme.Fonts;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The name beside an input: a formula as the data panel writes it, a column's name as a word, or both. Says all of it
/// to the mouse where there is no room.
final class FeatureName extends HBox {
    private static final double GAP = 5;

    /// @param room in pixels
    FeatureName(InputName name, double room) {
        super(GAP);
        setAlignment(Pos.CENTER_RIGHT);
        setMouseTransparent(true);
        boolean cut = !name.word().isEmpty() && width(name) > room;
        if (!name.formula().isEmpty()) {
            FormulaLabel formula = new FormulaLabel(name.formula(), room);
            cut |= formula.isCut();
            getChildren().add(new Group(formula)); // a group keeps its width: where room is scarce the word is cut
        }
        if (!name.word().isEmpty()) {
            Label word = new Label(name.word());
            word.getStyleClass().add("muted");
            word.setPrefWidth(wordWidth(name));
            word.setMaxWidth(USE_PREF_SIZE); // known before the label has a skin
            word.setMinWidth(0);
            HBox.setHgrow(word, Priority.SOMETIMES);
            getChildren().add(word);
        }
        if (cut) {
            NetworkLabels.tell(this, name.text());
        }
    }

    /// How much room all of a name asks for.
    static double width(InputName name) {
        double formula = name.formula().isEmpty() ? 0 : new FormulaLabel(name.formula()).getPrefWidth();
        return formula + wordWidth(name) + (name.formula().isEmpty() || name.word().isEmpty() ? 0 : GAP);
    }

    private static double wordWidth(InputName name) {
        return name.word().isEmpty() ? 0 : NetworkLabels.measure(name.word(), Fonts.sans(13));
    }
}

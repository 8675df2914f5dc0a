package dev.crescent.ui.digits;

import dev.crescent.ui.Numbers;
import dev.crescent.ui.ShapeText;
import dev.crescent.ui.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The line below a layer: its name, its shape, and how many of its units are not shown.
final class LayerCaption extends HBox {
    /// @param shown how many of the layer's units are
    LayerCaption(LayerImage layer, int shown) {
        super(8);
        Label name = new Label(layer.name());
        name.getStyleClass().add("layer-caption");
        Label shape = new Label(shape(layer));
        shape.getStyleClass().add("caption");
        getChildren().setAll(name, shape);
        if (!more(layer, shown).isEmpty()) {
            Label more = new Label(more(layer, shown));
            more.getStyleClass().add("caption");
            getChildren().add(more);
        }
        getChildren().forEach(each -> ((Label) each).setMinWidth(USE_PREF_SIZE));
    }

    /// Leaves out the words that are not wholly between two places of the strip.
    void showWithin(double left, double right) {
        for (Node each : getChildren()) {
            double x = getLayoutX() + each.getLayoutX();
            each.setVisible(x >= left && x + each.prefWidth(-1) <= right);
        }
    }

    static String shape(LayerImage layer) {
        return switch (layer.kind()) {
            case IMAGE, MAPS -> layer.kind() == LayerImage.Kind.MAPS && layer.units() == 1
                    ? "1 × " + ShapeText.of(List.of(layer.rows(), layer.columns()))
                    : ShapeText.of(List.of(layer.units(), layer.rows(), layer.columns()));
            case UNITS, CLASSES -> Numbers.fixed(layer.units(), 0);
        };
    }

    static String more(LayerImage layer, int shown) {
        int hidden = layer.units() - shown;
        return hidden == 0 ? "" : Texts.get("digits.more", hidden);
    }
}

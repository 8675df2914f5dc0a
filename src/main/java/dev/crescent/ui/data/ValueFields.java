package dev.crescent.ui.data;

import dev.crescent.ui.theme.Fonts;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/// The width of fields that look like labels.
final class ValueFields {
    private ValueFields() {}

    /// Makes a field as wide as its text in bold, within limits.
    static void fit(TextField field, double narrowest, double widest) {
        Text measure = new Text(field.getText());
        measure.setFont(Fonts.bold(13));
        double width = Math.clamp(Math.ceil(measure.getLayoutBounds().getWidth()) + 4, narrowest, widest);
        field.setMinWidth(width);
        field.setPrefWidth(width);
        field.setMaxWidth(width);
    }
}

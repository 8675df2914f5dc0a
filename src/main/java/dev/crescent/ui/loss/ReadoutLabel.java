package dev.crescent.ui.loss;

import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/// The card beside the vertical line: the epoch, every curve's value there, and what was changed there.
final class ReadoutLabel extends VBox {
    private static final double GAP = 8;

    private final Label title = new Label();
    private final Label marks = new Label();
    private final GridPane rows = new GridPane(8, 2);

    ReadoutLabel() {
        super(2);
        getStyleClass().add("tooltip-label");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        getChildren().setAll(title, rows, marks);
        title.getStyleClass().add("muted");
        marks.getStyleClass().add("muted");
    }

    /// @param pointed the ghost that the mouse points at, whose name stands out
    void show(Chart chart, double epoch, @Nullable Series pointed) {
        title.setText(Texts.get("curves.at", chart.epochText(epoch)));
        List<String> changes = chart.markTexts(epoch);
        marks.setText(String.join("\n", changes));
        marks.setVisible(!changes.isEmpty());
        marks.setManaged(!changes.isEmpty());
        rows.getChildren().clear();
        List<Series> curves = chart.curves().reversed();
        int row = 0;
        for (Series series : curves) {
            int at = series.near(epoch);
            double value = at < 0 ? Double.NaN : series.measured()[at];
            if (Double.isFinite(value)) {
                Label name = new Label(series.title(), new Circle(4, series.color()));
                if (series == pointed) {
                    name.getStyleClass().add("value");
                }
                Label number = new Label(chart.measure() == Measure.ACCURACY
                        ? Numbers.percent(value, 1) : Numbers.loss(value));
                number.getStyleClass().add("value");
                rows.addRow(row++, name, number);
            }
        }
    }

    String text() {
        StringBuilder text = new StringBuilder(title.getText());
        rows.getChildren().forEach(node -> text.append(' ').append(((Label) node).getText()));
        return marks.isVisible() ? text.append(' ').append(marks.getText()).toString() : text.toString();
    }

    /// Lies to the right of the line, or to its left where there is no room.
    void place(double x, double y, double width) {
        // This runs in a layout pass, too late for one of its own.
        applyCss();
        autosize();
        layout();
        double left = x + GAP + getWidth() <= width - 4 ? x + GAP : x - GAP - getWidth();
        relocate(Math.max(4, left), y);
    }
}

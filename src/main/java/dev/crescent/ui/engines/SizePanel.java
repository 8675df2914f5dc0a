package dev.crescent.ui.engines;

import dev.crescent.insight.engines.Size;
import dev.crescent.insight.engines.SizeChart;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The chart of one size, its title, and what it comes to.
final class SizePanel extends VBox {
    private static final double SENTENCE = 36;

    private final SizeChartView view;
    private final Label sentence = new Label();

    SizePanel(Size size) {
        super(4);
        String key = "engines." + size.name().toLowerCase(Locale.ROOT);
        Label title = new Label(Texts.get(key));
        title.getStyleClass().add("value");
        Label fixed = new Label(Texts.get(key + ".fixed", Size.OTHER));
        fixed.getStyleClass().add("muted");
        fixed.setMinWidth(0);
        view = new SizeChartView(new SizeChart(size, List.of(), false), Texts.get(key + ".unit"));
        view.setId(key);
        sentence.setId(key + ".words");
        sentence.setWrapText(true);
        sentence.setMinHeight(SENTENCE);
        sentence.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().setAll(new HBox(8, title, fixed), view, sentence);
    }

    void setTheme(Palette colors) {
        view.setTheme(colors);
    }

    void show(SizeChart chart) {
        sentence.setText(SizeWords.of(chart));
        view.show(chart, sentence.getText());
    }
}

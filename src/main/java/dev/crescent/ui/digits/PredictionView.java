package dev.crescent.ui.digits;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the network reads: its answer in large type, and a bar a class with a tick where the same drawing would be
/// without centering.
public final class PredictionView extends VBox {
    /// In a picture: the drawing, its corners, and the answer beside it.
    private static final double DRAWING = 200;
    private static final double CORNER = 8;
    private static final double GAP = 32;
    private static final double ANSWER = 320;

    private final Label subject = new Label();
    private final PredictionBars bars = new PredictionBars();
    private final Tooltip hint = new Tooltip(Texts.get("digits.temperatureHint"));
    private final Label legend = new Label(Texts.get("digits.asDrawn"));

    public PredictionView() {
        getStyleClass().add("prediction-view");
        Label title = new Label(Texts.get("digits.prediction"));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(USE_PREF_SIZE);
        subject.getStyleClass().add("muted");
        subject.setId("prediction-subject");
        subject.setMinWidth(0);
        hint.setWrapText(true);
        hint.setMaxWidth(300);
        Region tick = new Region();
        tick.getStyleClass().add("as-drawn-tick");
        legend.setGraphic(tick);
        legend.getStyleClass().addAll("group-title", "as-drawn");
        legend.setMinWidth(USE_PREF_SIZE);
        Hint.give(legend, Texts.get("digits.asDrawnHint"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(title, subject, space, legend);
        header.getStyleClass().add("panel-header");
        VBox.setVgrow(bars, Priority.ALWAYS);
        getChildren().setAll(header, bars);
    }

    /// Leaves only the answer and the bars: on a stage.
    public void setBare() {
        getChildren().setAll(bars);
    }

    /// Another one that shows the same, with the drawing beside it, for a picture.
    ///
    /// @param ink of the drawing as the network sees it, `[side * side]` from 0 (paper) to 1
    public Region again(Palette colors, float[] ink, int side) {
        PixelFrame drawing = new PixelFrame(DRAWING, CORNER, false);
        drawing.getStyleClass().add("large");
        drawing.showInk(colors, ink, 0, side, side);
        PredictionView other = new PredictionView();
        other.setTheme(colors);
        Prediction now = bars.shown();
        other.show(now);
        HBox below = new HBox(other.legend);
        below.setAlignment(Pos.CENTER_RIGHT);
        VBox answer = new VBox(other.bars, below);
        answer.setMaxHeight(ANSWER);
        VBox.setVgrow(other.bars, Priority.ALWAYS);
        HBox.setHgrow(answer, Priority.ALWAYS);
        HBox both = new HBox(GAP, drawing, answer);
        both.setAlignment(Pos.CENTER);
        return both;
    }

    /// The network and how its answer was softened, a few words.
    public String subject() {
        return subject.getText();
    }

    /// Names the network.
    ///
    /// @param temperature that its probabilities were fitted with; 1, or what is not a number, is not mentioned
    public void setSubject(String network, double temperature) {
        boolean softened = Double.isFinite(temperature) && temperature != 1;
        subject.setTooltip(softened ? hint : null);
        subject.setText(softened ? Texts.get("digits.subject", network, Numbers.fixed(temperature, 1)) : network);
    }

    /// Shows an answer; as often as wanted, painted once a frame.
    public void show(Prediction prediction) {
        legend.setVisible(prediction.asDrawn() != null);
        bars.show(prediction);
    }

    public void setTheme(Palette palette) {
        bars.setTheme(palette);
    }
}

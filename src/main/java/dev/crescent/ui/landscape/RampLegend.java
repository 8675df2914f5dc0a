package dev.crescent.ui.landscape;

import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;

/// What a landscape's colors mean: the lowest loss, the ramp, the highest loss, and how the scale runs between them. Where it is
/// narrow, the ramp gets shorter, then the words go, and at last all of it: half a number would be another one.
public final class RampLegend extends HBox {
    private static final double BAR = 132;
    private static final double SHORTEST = 24;
    private static final double GAP = 8;
    private static final double THICK = 10;
    private static final int STOPS = 32;
    private static final MathContext SHORT = new MathContext(2);

    private final Label name = caption(Measured.LOSS.word());
    private final Label low = caption("");
    private final Rectangle bar = new Rectangle(BAR, THICK);
    private final Label high = caption("");
    private final Label kind = caption("");

    public RampLegend() {
        super(GAP);
        getStyleClass().add("ramp-legend");
        setAlignment(Pos.CENTER_RIGHT);
        low.getStyleClass().add("value");
        high.getStyleClass().add("value");
        bar.setArcWidth(THICK);
        bar.setArcHeight(THICK);
        getChildren().setAll(name, low, bar, high, kind);
        setTheme(Palette.of(Theme.LIGHT));
        clear();
    }

    private double width(boolean named, boolean kindSaid, double ramp) {
        return wide(low) + ramp + wide(high) + 2 * GAP + (named ? wide(name) + GAP : 0) + (kindSaid ? wide(kind) + GAP : 0);
    }

    /// In whole pixels, as it is laid out.
    private static double wide(Label label) {
        return Math.ceil(label.prefWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return width(true, true, BAR);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        boolean named = width(true, true, SHORTEST) <= getWidth();
        boolean kindSaid = width(named, true, SHORTEST) <= getWidth();
        name.setManaged(named);
        name.setVisible(named);
        kind.setManaged(kindSaid);
        kind.setVisible(kindSaid);
        boolean any = width(false, false, SHORTEST) <= getWidth();
        List.of(low, bar, high).forEach(part -> part.setVisible(any));
        bar.setWidth(Math.clamp(Math.floor(getWidth() - width(named, kindSaid, 0)), SHORTEST, BAR));
        super.layoutChildren();
    }

    /// Explains a scale.
    public void show(LossScale scale) {
        low.setText((scale.clipped() ? "\u2264\u00a0" : "") + number(scale.low()));
        high.setText(number(scale.high()));
        kind.setText(Texts.get(scale.logarithmic() ? "landscape.log" : "landscape.linear"));
        setAccessibleText(Texts.get("landscape.legend", low.getText(), high.getText(), kind.getText()));
        setVisible(true);
    }

    /// Says what the colors show.
    public void setMeasured(Measured what) {
        name.setText(what.word());
    }

    /// Explains nothing, as where no loss is known.
    public void clear() {
        setVisible(false);
    }

    public void setTheme(Palette palette) {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i <= STOPS; i++) {
            double at = i / (double) STOPS;
            stops.add(new Stop(at, Palette.color(palette.landscapeArgb(at))));
        }
        bar.setFill(new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops));
    }

    /// Two digits: a scale's ends are no readings.
    private static String number(double loss) {
        return Numbers.tick(new BigDecimal(loss).round(SHORT).doubleValue());
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}

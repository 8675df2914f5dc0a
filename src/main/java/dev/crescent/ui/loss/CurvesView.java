package dev.crescent.ui.loss;

import dev.crescent.insight.CurveData;
import dev.crescent.ui.PaintPane;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The bottom panel: a header, and one or two charts over the epochs.
///
/// Shows the newest curves it is given, painted at most once a frame. All methods run on the JavaFX thread.
public final class CurvesView extends Pane {
    private static final double SIDE = 16;
    private static final double HEADER = 40;
    private static final double GAP = 24;

    private final ObjectProperty<CurvesMode> mode = new SimpleObjectProperty<>(this, "mode", CurvesMode.BOTH);
    private final CurvesHeader header = new CurvesHeader(mode);
    private final Canvas curveCanvas = new Canvas();
    private final Canvas readoutCanvas = new Canvas();
    private final ReadoutLabel readout = new ReadoutLabel();
    private final PaintPane charts = new PaintPane(this::paint, curveCanvas, readoutCanvas);
    private Palette palette = Palette.of(Theme.LIGHT);
    private CurveData data = CurveData.EMPTY;
    private List<Chart> painted = List.of();
    private double cursor = Double.NaN;
    private double hoverX = Double.NaN;
    private boolean curvesDirty = true;
    private @Nullable Runnable onPin;

    public CurvesView() {
        getStyleClass().add("curves-view");
        header.log.setSelected(true);
        header.pin.setOnAction(e -> Optional.ofNullable(onPin).ifPresent(Runnable::run));
        getChildren().setAll(header, charts, readout);
        mode.subscribe(this::refresh);
        logProperty().subscribe(this::refresh);
        smoothProperty().subscribe(this::refresh);
        charts.addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(e.getX()));
        charts.addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> hover(e.getX()));
        charts.addEventHandler(MouseEvent.MOUSE_EXITED, e -> hover(Double.NaN));
        header.setColors(palette);
    }

    /// Shows curves; call as often as they change.
    public void show(CurveData newest) {
        data = newest;
        refresh();
    }

    public void setTheme(Palette colors) {
        palette = colors;
        header.setColors(colors);
        refresh();
    }

    /// Draws a line at an epoch, as while an older state is shown; NaN takes it away.
    public void showCursor(double epoch) {
        cursor = epoch;
        charts.repaint();
    }

    /// What the Pin button does: keep the present run for comparison.
    public void setOnPin(Runnable action) {
        onPin = action;
    }

    public ObjectProperty<CurvesMode> modeProperty() {
        return mode;
    }

    /// Whether the loss axis is logarithmic.
    public BooleanProperty logProperty() {
        return header.log.selectedProperty();
    }

    public BooleanProperty smoothProperty() {
        return header.smooth.selectedProperty();
    }

    /// Whether the row above the charts is there; a picture has no use for its buttons.
    public void showHeader(boolean shown) {
        header.setVisible(shown);
        requestLayout();
    }

    private double headerHeight() {
        return header.isVisible() ? HEADER : 0;
    }

    private void refresh() {
        header.show(data, mode.get());
        header.pin.setDisable(data.count() == 0);
        curvesDirty = true;
        charts.repaint();
    }

    private void hover(double x) {
        hoverX = x;
        charts.repaint();
    }

    private void paint() {
        if (curveCanvas.getWidth() < 1 || curveCanvas.getHeight() < 1) {
            return;
        }
        if (curvesDirty) {
            curvesDirty = false;
            painted = layOut();
            GraphicsContext g = cleared(curveCanvas);
            painted.forEach(chart -> chart.paint(g));
        }
        paintReadout();
    }

    private List<Chart> layOut() {
        List<Measure> measures = mode.get().measures();
        int count = measures.size();
        double width = (curveCanvas.getWidth() - 2 * SIDE - (count - 1) * GAP) / count;
        List<Chart> laidOut = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            laidOut.add(new Chart(measures.get(i), data, logProperty().get(), smoothProperty().get(), i == 0,
                    palette, SIDE + i * (width + GAP), 0, width, curveCanvas.getHeight()));
        }
        return List.copyOf(laidOut);
    }

    private void paintReadout() {
        GraphicsContext g = cleared(readoutCanvas);
        Optional<Chart> under = painted.stream().filter(chart -> chart.covers(hoverX)).findFirst();
        double epoch = under.map(chart -> chart.epochNear(hoverX)).orElse(Double.NaN);
        double line = Double.isFinite(epoch) ? epoch : cursor;
        painted.forEach(chart -> chart.paintReadout(g, line));
        readout.setVisible(Double.isFinite(epoch));
        under.filter(chart -> Double.isFinite(epoch)).ifPresent(chart -> {
            readout.show(chart, epoch);
            readout.place(chart.pixelOf(epoch), headerHeight() + chart.top(), getWidth());
        });
    }

    private static GraphicsContext cleared(Canvas canvas) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        return g;
    }

    /// The readout's words while it is shown, else nothing.
    Optional<String> readoutText() {
        return readout.isVisible() ? Optional.of(readout.text()) : Optional.empty();
    }

    String headerText() {
        return header.values();
    }

    List<Chart> charts() {
        return painted;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 208;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 200;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEADER + 80;
    }

    @Override
    protected void layoutChildren() {
        header.resizeRelocate(SIDE, 0, Math.max(0, getWidth() - 2 * SIDE), HEADER);
        double height = Math.max(0, getHeight() - headerHeight());
        charts.resizeRelocate(0, headerHeight(), getWidth(), height);
        if (curveCanvas.getWidth() != getWidth() || curveCanvas.getHeight() != height) {
            for (Canvas canvas : new Canvas[] {curveCanvas, readoutCanvas}) {
                canvas.setWidth(getWidth());
                canvas.setHeight(height);
            }
            refresh();
        }
    }
}

package dev.crescent.ui.loss;

import dev.crescent.insight.CurveData;
import dev.crescent.ui.PaintPane;
import dev.crescent.ui.Texts;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.SharpCanvas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
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
    /// Between the charts where losses stand at the curves' ends.
    private static final double CLOSE_GAP = 6;
    /// Charts less wide lie one below the other, where they are then this high; else only the first is there.
    private static final double LEAST_WIDTH = 176;
    private static final double LEAST_HEIGHT = 96;

    private final ObjectProperty<CurvesMode> mode = new SimpleObjectProperty<>(this, "mode", CurvesMode.BOTH);
    private final CurvesHeader header = new CurvesHeader(mode);
    private final SharpCanvas curveCanvas = new SharpCanvas();
    private final SharpCanvas readoutCanvas = new SharpCanvas();
    private final ReadoutLabel readout = new ReadoutLabel();
    private final PaintPane charts = new PaintPane(this::paint, curveCanvas, readoutCanvas);
    private Palette palette = Palette.of(Theme.LIGHT);
    private CurveData data = CurveData.EMPTY;
    private List<Chart> painted = List.of();
    private double cursor = Double.NaN;
    private double hoverX = Double.NaN;
    private double hoverY = Double.NaN;
    private boolean accuracies = true;
    private boolean told; // whether the newest losses stand at the curves' ends
    private boolean curvesDirty = true;
    private @Nullable Runnable onPin;
    private @Nullable Runnable onUnpin;

    public CurvesView() {
        getStyleClass().add("curves-view");
        header.log.setSelected(true);
        header.pin.setOnAction(e -> Optional.ofNullable(onPin).ifPresent(Runnable::run));
        header.unpin.setOnAction(e -> Optional.ofNullable(onUnpin).ifPresent(Runnable::run));
        getChildren().setAll(header, charts, readout);
        mode.subscribe(this::refresh);
        logProperty().subscribe(this::refresh);
        smoothProperty().subscribe(this::refresh);
        charts.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        charts.setAccessibleText(Texts.get("curves.picture"));
        charts.setSays(() -> Texts.get("curves.picture") + ". " + CurveWords.of(data));
        charts.addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(e.getX(), e.getY()));
        charts.addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> hover(e.getX(), e.getY()));
        charts.addEventHandler(MouseEvent.MOUSE_EXITED, e -> hover(Double.NaN, Double.NaN));
        header.setColors(palette);
    }

    /// Shows curves; call as often as they change.
    public void show(CurveData newest) {
        boolean same = data.isSameBut(newest);
        data = newest;
        if (same) {
            header.show(data, shownMode(), accuracies);
            return;
        }
        accuracies = hasAccuracies(newest, accuracies);
        refresh();
    }

    /// Whether a run tells accuracies, which a regression does not; `otherwise` where nothing is measured yet.
    private static boolean hasAccuracies(CurveData curves, boolean otherwise) {
        int last = curves.count() - 1;
        if (last < 0) {
            return otherwise;
        }
        if (Double.isFinite(curves.trainAccuracy()[last]) || Double.isFinite(curves.testAccuracy()[last])) {
            return true;
        }
        boolean measured = Double.isFinite(curves.trainLoss()[last]) || Double.isFinite(curves.testLoss()[last]);
        return !measured && otherwise;
    }

    /// Says of how many samples of each part the curves are, where they are not of all.
    ///
    /// @param samples 0 for all
    public void showSamples(int samples) {
        header.showNote(samples == 0 ? "" : Texts.get("curves.samples", samples),
                samples == 0 ? "" : Texts.get("curves.samplesHint", samples));
        requestLayout();
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

    /// What the button beside Pin does: forget the runs kept for comparison. It is there while there are some.
    public void setOnUnpin(Runnable action) {
        onUnpin = action;
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

    /// Leaves of the row above the charts only a title and which chart, for a panel among others. Not to be taken back.
    public void simplify(String title) {
        header.simplify(title);
        mode.set(CurvesMode.ACCURACY);
    }

    /// Says what simple curves are of.
    public void setSubject(String text) {
        header.setSubject(text);
    }

    /// Whether the row above the charts is there; a picture has no use for its buttons.
    public void showHeader(boolean shown) {
        header.setVisible(shown);
        requestLayout();
    }

    /// Whether the charts are there, or only the row above them; while there are no samples, there is nothing to chart.
    public void showCharts(boolean shown) {
        charts.setVisible(shown);
    }

    private double headerHeight() {
        return header.isVisible() ? HEADER : 0;
    }

    private void refresh() {
        header.show(data, shownMode(), accuracies);
        header.pin.setDisable(data.count() == 0);
        curvesDirty = true;
        charts.repaint();
    }

    /// What was chosen, as far as there is such a thing.
    public CurvesMode shownMode() {
        return accuracies ? mode.get() : CurvesMode.LOSS;
    }

    /// The curves that are shown.
    public CurveData shown() {
        return data;
    }

    /// The epoch at which a line is drawn; NaN for none.
    public double cursor() {
        return cursor;
    }

    /// What the letters of the runs kept for comparison stand for, in their order.
    public List<String> ghostTitles() {
        return IntStream.range(0, data.ghosts().size()).mapToObj(i -> Series.titled(Series.letter(i), data.ghosts().get(i).name()))
                .toList();
    }

    /// Whether they are shown as at first and alone, without runs to compare with.
    public boolean isPlain() {
        return mode.get() == CurvesMode.BOTH && logProperty().get() && !smoothProperty().get() && data.ghosts().isEmpty();
    }

    private void hover(double x, double y) {
        hoverX = x;
        hoverY = y;
        charts.repaint();
    }

    private void paint() {
        if (curveCanvas.getWidth() < 1 || curveCanvas.getHeight() < 1) {
            return;
        }
        if (curvesDirty) {
            curvesDirty = false;
            painted = layOut();
            Pen g = curveCanvas.clearedPen();
            painted.forEach(chart -> chart.paint(g));
        }
        paintReadout();
    }

    private List<Chart> layOut() {
        List<Measure> measures = shownMode().measures();
        double all = curveCanvas.getWidth() - 2 * SIDE;
        double high = curveCanvas.getHeight();
        int count = measures.size();
        double gap = told ? CLOSE_GAP : GAP;
        boolean beside = (all - (count - 1) * GAP) / count >= LEAST_WIDTH;
        if (!beside && high / count < LEAST_HEIGHT) {
            count = 1;
        }
        double equal = beside ? (all - (count - 1) * gap) / count : all;
        double height = beside ? high : high / count;
        List<Chart> laidOut = new ArrayList<>();
        double x = SIDE;
        for (int i = 0; i < count; i++) {
            double width = beside ? equal + share(measures, i, count, equal) : all;
            laidOut.add(new Chart(measures.get(i), data, logProperty().get(), smoothProperty().get(), i == 0, told, palette,
                    x, beside ? 0 : i * height, width, height));
            x += beside ? width + gap : 0;
        }
        return List.copyOf(laidOut);
    }

    /// How much wider than the others a chart is, so that all curves are as wide whatever is written at their ends.
    private double share(List<Measure> measures, int index, int count, double equal) {
        double mean = measures.subList(0, count).stream().mapToDouble(m -> Chart.labelsRight(m, equal, told)).average().orElseThrow();
        return Math.round(Chart.labelsRight(measures.get(index), equal, told) - mean);
    }

    private void paintReadout() {
        Pen g = readoutCanvas.clearedPen();
        Optional<Chart> under = painted.stream().filter(chart -> chart.covers(hoverX, hoverY)).findFirst();
        double epoch = under.map(chart -> chart.epochNear(hoverX)).orElse(Double.NaN);
        double line = Double.isFinite(epoch) ? epoch : cursor;
        for (Chart chart : painted) {
            chart.paintReadout(g, line, under.filter(chart::equals).map(c -> c.ghostNear(hoverX, hoverY)).orElse(null));
        }
        readout.setVisible(Double.isFinite(epoch));
        under.filter(chart -> Double.isFinite(epoch)).ifPresent(chart -> {
            readout.show(chart, epoch, chart.ghostNear(hoverX, hoverY));
            readout.place(chart.pixelOf(epoch), headerHeight() + chart.top(), getWidth());
        });
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
        return header.least() + 2 * SIDE;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEADER + 80;
    }

    @Override
    protected void layoutChildren() {
        double across = Math.max(0, getWidth() - 2 * SIDE);
        header.fit(across);
        header.resizeRelocate(SIDE, 0, across, HEADER);
        boolean telling = header.isVisible() && !header.hasValues();
        if (telling != told) {
            told = telling;
            refresh();
        }
        double height = Math.max(0, getHeight() - headerHeight());
        charts.resizeRelocate(0, headerHeight(), getWidth(), height);
        if (curveCanvas.getWidth() != getWidth() || curveCanvas.getHeight() != height) {
            curveCanvas.setSize(getWidth(), height);
            readoutCanvas.setSize(getWidth(), height);
            refresh();
        }
    }
}

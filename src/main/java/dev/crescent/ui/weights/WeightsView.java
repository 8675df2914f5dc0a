package dev.crescent.ui.weights;

import dev.crescent.ui.PaintPane;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;

/// All weights and biases of a network: one heat map a layer, all on one color scale.
///
/// Shows the newest tables it is given, painted at most once a frame. All methods run on the JavaFX thread.
public final class WeightsView extends Pane {
    private final Canvas canvas = new Canvas();
    private final PaintPane pane = new PaintPane(this::paint, canvas);
    private Palette palette = Palette.of(Theme.LIGHT);
    private List<WeightMatrix> layers = List.of();

    public WeightsView() {
        getStyleClass().add("weights-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Texts.get("weights.picture"));
        getChildren().setAll(pane);
    }

    /// Shows layers, in their order.
    public void show(List<WeightMatrix> newest) {
        layers = List.copyOf(newest);
        pane.repaint();
    }

    public void setTheme(Palette colors) {
        palette = colors;
        pane.repaint();
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (canvas.getWidth() < 1 || canvas.getHeight() < 1) {
            return;
        }
        WeightScale scale = new WeightScale(palette, layers);
        double height = canvas.getHeight() - WeightScale.HEIGHT;
        List<Slot> slots = Slot.of(layers, canvas.getWidth(), height);
        boolean numbers = slots.stream().allMatch(HeatMap::hasNumbers);
        for (Slot slot : slots) {
            new HeatMap(g, palette, scale, slot, numbers).paint();
        }
        double bottom = slots.stream().mapToDouble(Slot::bottom).max().orElse(height);
        scale.paintLegend(g, slots.stream().mapToDouble(Slot::x).min().orElse(0), Math.min(height, bottom));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 360;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 160;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 120;
    }

    @Override
    protected void layoutChildren() {
        pane.resizeRelocate(0, 0, getWidth(), getHeight());
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            pane.repaint();
        }
    }
}

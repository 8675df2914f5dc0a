package dev.crescent.ui.hidden;

import dev.crescent.ui.PaintPane;
import dev.crescent.ui.Texts;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;

/// The samples along the two directions in which a hidden layer's outputs vary most.
///
/// Shows the newest places it is given, painted at most once a frame. All methods run on the JavaFX thread.
public final class HiddenView extends Pane {
    private static final double LEGEND = 24;

    private final Canvas canvas = new Canvas();
    private final PaintPane scatter = new PaintPane(this::paint, canvas);
    private final SampleLegend legend = new SampleLegend();
    private Palette palette = Palette.of(Theme.LIGHT);
    private PointsModel points = PointsModel.none();
    private double[] shares = {0, 0};

    public HiddenView() {
        getStyleClass().add("hidden-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Texts.get("hidden.picture"));
        getChildren().setAll(scatter, legend);
    }

    /// Shows samples.
    ///
    /// @param places the samples at their places along the two components; one that is not finite is left out
    /// @param variance the two components' shares of the variance, 0 to 1
    public void show(PointsModel places, double[] variance) {
        points = places;
        shares = variance.clone();
        legend.show(points, palette);
        scatter.repaint();
    }

    public void setTheme(Palette colors) {
        palette = colors;
        legend.show(points, palette);
        scatter.repaint();
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (canvas.getWidth() >= 1 && canvas.getHeight() >= 1) {
            new Scatter(g, palette, points, canvas.getWidth(), canvas.getHeight()).paint(shares);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 480;
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
        double width = getWidth();
        legend.resizeRelocate(Scatter.LEFT, getHeight() - LEGEND, Math.max(0, width - Scatter.LEFT), LEGEND);
        double height = Math.max(0, getHeight() - LEGEND - 8);
        scatter.resizeRelocate(0, 0, width, height);
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            scatter.repaint();
        }
    }
}

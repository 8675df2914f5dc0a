package dev.crescent.ui.hidden;

import dev.crescent.ui.PaintedView;
import dev.crescent.ui.Texts;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import javafx.scene.canvas.GraphicsContext;

/// The samples along the two directions in which a hidden layer's outputs vary most.
///
/// Shows the newest places it is given, painted at most once a frame. All methods run on the JavaFX thread.
public final class HiddenView extends PaintedView {
    private static final double LEGEND = 24;
    private static final double GAP = 8;

    private final SampleLegend legend = new SampleLegend();
    private Palette palette = Palette.of(Theme.LIGHT);
    private PointsModel points = PointsModel.none();
    private double[] shares = {0, 0};

    public HiddenView() {
        super(480, 360, Texts.get("hidden.picture"));
        getStyleClass().add("hidden-view");
        getChildren().add(legend);
    }

    /// Shows samples.
    ///
    /// @param places the samples at their places along the two components; one that is not finite is left out
    /// @param variance the two components' shares of the variance, 0 to 1; NaN where it is not known
    public void show(PointsModel places, double[] variance) {
        points = places;
        shares = variance.clone();
        legend.show(points, palette);
        repaint();
    }

    public void setTheme(Palette colors) {
        palette = colors;
        legend.show(points, palette);
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        new Scatter(g, palette, points, width, height).paint(shares);
    }

    @Override
    protected double below() {
        return LEGEND + GAP;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        legend.resizeRelocate(Scatter.LEFT, getHeight() - LEGEND, Math.max(0, getWidth() - Scatter.LEFT), LEGEND);
    }
}

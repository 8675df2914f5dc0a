package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.data.PlaneFeatures;
import dev.crescent.engine.Evaluator;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Task;
import dev.crescent.insight.OutputField;
import dev.crescent.insight.PlaneNetwork;
import dev.crescent.ui.Texts;
import dev.crescent.ui.points.Axes;
import dev.crescent.ui.points.OutputView;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.points.ScaleLegend;
import dev.crescent.ui.points.UprightLegend;
import dev.crescent.ui.theme.Palette;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The output over the plane with the points of both parts, and what the colors mean, together in the middle: the legend
/// is a column beside the square where the picture is wide, else it lies below, whatever the data are.
final class BoundaryPicture extends Pane implements Picture {
    private static final int LEAST_CELLS = 64;
    private static final int MOST_CELLS = 512;
    private static final double GAP = 20;
    /// Room for the words of a legend in a column, and of one that lies.
    private static final double COLUMN = 116;
    private static final double LEGEND = 320;
    /// Of the square's height: the color bar's; and what the rest of its column takes.
    private static final double BAR = 0.5;
    private static final double REST = 156;
    private static final double AXIS = 24;
    private static final double BELOW = 8;
    /// The same for all data, so that the arrangement is.
    private static final double LEGEND_BELOW = 72;

    private final OutputView view = new OutputView();
    private final ScaleLegend legend = new ScaleLegend();
    private final UprightLegend column = new UprightLegend();
    private final PointsModel points;
    private final Palette palette;
    private double barHeight;
    private final PlaneNetwork network;
    private final Task task;

    BoundaryPicture(Experiment experiment, Dataset data, Evaluator evaluator, Palette palette) {
        task = data.task();
        PlaneFeatures plane = Objects.requireNonNull(data.plane(), "the data do not lie in a plane");
        network = new PlaneNetwork(experiment, task, data.classNames().size(), plane, evaluator);
        points = PointsModel.of(data);
        this.palette = palette;
        view.setTheme(palette);
        view.showZoom(false);
        view.setHome(dev.crescent.insight.Region.around(data));
        view.showAxes(Axes.of(data));
        view.showPoints(points);
        legend.setTheme(palette);
        legend.show(points);
        getChildren().setAll(view, legend, column);
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String subject() {
        return Texts.get(task == Task.REGRESSION ? "output.regression" : "output.probability");
    }

    @Override
    public void show(Moment moment) {
        ready(moment).run();
    }

    @Override
    public Runnable ready(Moment moment) {
        int cells = Math.clamp((int) Math.min(getWidth(), getHeight()), LEAST_CELLS, MOST_CELLS);
        OutputField field = network.output(moment.parameters(), view.region(), cells, cells);
        return () -> view.show(field);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double below = BELOW + legend.prefHeight(width);
        double beside = Math.max(0, Math.min(height - AXIS, width - GAP - COLUMN));
        double under = Math.max(0, Math.min(width, height - AXIS - LEGEND_BELOW));
        showColumn(Math.max(1, Math.round(Math.min(BAR * beside, height - REST))));
        boolean fits = beside >= under && column.prefHeight(COLUMN) <= height; // not a column of very many classes
        legend.setVisible(!fits);
        column.setVisible(fits);
        if (fits) {
            double x = Math.floor((width - beside - GAP - COLUMN) / 2);
            double y = Math.floor((height - AXIS - beside) / 2);
            view.resizeRelocate(x, y, beside, beside + AXIS);
            column.resizeRelocate(x + beside + GAP, y, COLUMN, height - y);
        } else {
            double x = Math.floor((width - under) / 2);
            double y = Math.floor(Math.max(0, height - under - AXIS - below) / 2);
            double legendWidth = Math.min(width, Math.max(under, LEGEND));
            view.resizeRelocate(x, y, under, under + AXIS);
            legend.resizeRelocate((width - legendWidth) / 2, y + under + AXIS + BELOW, legendWidth, below - BELOW);
        }
    }

    private void showColumn(double high) {
        if (high != barHeight) {
            barHeight = high;
            column.show(points, palette, high);
            column.applyCss();
        }
    }
}

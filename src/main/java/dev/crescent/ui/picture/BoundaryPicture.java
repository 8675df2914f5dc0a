package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.data.PlaneFeatures;
import dev.crescent.engine.Evaluator;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Task;
import dev.crescent.insight.PlaneNetwork;
import dev.crescent.ui.Texts;
import dev.crescent.ui.points.Axes;
import dev.crescent.ui.points.OutputView;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.points.ScaleLegend;
import dev.crescent.ui.theme.Palette;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The output over the plane with the points of both parts, and what the colors mean: beside the square where there is
/// room, else below it.
final class BoundaryPicture extends Pane implements Picture {
    private static final int LEAST_CELLS = 64;
    private static final int MOST_CELLS = 512;
    private static final double GAP = 24;
    /// The least room for the legend's words, and that for the longer words of values and of more classes.
    private static final double LEGEND = 256;
    private static final double LONG_LEGEND = 320;
    private static final double WIDEST_LEGEND = 336;
    private static final double AXIS = 24;

    private final OutputView view = new OutputView();
    private final ScaleLegend legend = new ScaleLegend();
    private final PlaneNetwork network;
    private final Task task;
    private final double legendLeast;

    BoundaryPicture(Experiment experiment, Dataset data, Evaluator evaluator, Palette palette) {
        task = data.task();
        PlaneFeatures plane = Objects.requireNonNull(data.plane(), "the data do not lie in a plane");
        network = new PlaneNetwork(experiment, task, data.classNames().size(), plane, evaluator);
        legendLeast = task == Task.REGRESSION || data.classNames().size() > 2 ? LONG_LEGEND : LEGEND;
        PointsModel points = PointsModel.of(data);
        view.setTheme(palette);
        view.showZoom(false);
        view.setHome(dev.crescent.insight.Region.around(data));
        view.showAxes(Axes.of(data));
        view.showPoints(points);
        legend.setTheme(palette);
        legend.show(points);
        getChildren().setAll(view, legend);
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
        int cells = Math.clamp((int) Math.min(getWidth(), getHeight()), LEAST_CELLS, MOST_CELLS);
        view.show(network.output(moment.parameters(), view.region(), cells, cells));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double below = legend.prefHeight(width) + 8;
        double beside = Math.min(height - AXIS, width - GAP - legendLeast);
        double under = Math.min(width, height - AXIS - below);
        if (beside >= under) {
            double legendWidth = Math.min(WIDEST_LEGEND, width - GAP - beside);
            view.resizeRelocate(0, 0, beside, beside + AXIS);
            legend.resizeRelocate(beside + GAP, 0, legendWidth, legend.prefHeight(legendWidth));
        } else {
            double side = Math.max(0, under);
            view.resizeRelocate(0, 0, side, side + AXIS);
            legend.resizeRelocate(0, side + AXIS + 8, Math.max(side, Math.min(width, legendLeast)), below - 8);
        }
    }
}

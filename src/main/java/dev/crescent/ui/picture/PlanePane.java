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
import dev.crescent.ui.points.PinReading;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.points.ScaleLegend;
import dev.crescent.ui.points.Spot;
import dev.crescent.ui.points.UprightLegend;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.zoom.Zoom;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The output over the plane with the points, and what the colors mean, together in the middle: the legend is a column
/// beside the square where the picture is wide, else it lies below, whatever the data are.
public final class PlanePane extends Pane {
    /// Along a side of a field that is as fine as the picture: more would not be seen.
    private static final int MOST_CELLS = 1536;
    private static final double GAP = 20;
    /// Room for the words of a legend in a column, and of one that lies.
    private static final double COLUMN = 116;
    private static final double LEGEND = 320;
    /// Of the square's height: the color bar's; and what the rest of its column takes.
    private static final double BAR = 0.5;
    private static final double REST = 156;
    private static final double AXIS = OutputView.AXIS;
    private static final double BELOW = 8;
    /// The same for all data, so that the arrangement is.
    private static final double LEGEND_BELOW = 72;
    /// What the reading of a pinned place takes in a column, and below the square.
    private static final double PIN_REST = 72;
    private static final double PIN_BELOW = 42;

    private final OutputView view = new OutputView();
    private final ScaleLegend legend = new ScaleLegend();
    private final UprightLegend column = new UprightLegend();
    private final PointsModel points;
    private final Palette palette;
    private final PlaneNetwork network;
    private @Nullable PinReading reading; // of the pinned place
    private double barHeight;

    /// Shows the whole plane.
    ///
    /// @param evaluator of the experiment's network, for this pane alone
    PlanePane(Experiment experiment, Dataset data, Evaluator evaluator, Palette palette) {
        this.palette = palette;
        PlaneFeatures plane = Objects.requireNonNull(data.plane(), "the data do not lie in a plane");
        network = new PlaneNetwork(experiment, data.task(), data.classNames().size(), plane, evaluator);
        points = PointsModel.of(data);
        view.setTheme(palette);
        view.showZoom(false);
        view.setHome(dev.crescent.insight.Region.around(data));
        view.showAxes(Axes.of(data));
        view.showPoints(points);
        legend.setTheme(palette);
        legend.show(points);
        getChildren().setAll(view, legend, column);
    }

    /// Shows what another view does: that part of the plane, with its switches and what the model says at its pin.
    ///
    /// @param parameters of the network at the moment that is shown
    public PlanePane(OutputView like, Experiment experiment, Dataset data, Evaluator evaluator, Palette palette,
            float[] parameters) {
        this(experiment, data, evaluator, palette);
        view.follow(like);
        Spot pin = view.pinned();
        if (pin != null) {
            double[] outputs = network.outputs(network.activations(parameters, pin.x1(), pin.x2()));
            reading = PinReading.of(pin, Axes.of(data), view.region(), data.task(), points.classNames(), outputs);
        }
        legend.show(view.switches(), reading);
    }

    /// What its colors are of, a few words.
    public static String subject(Task task) {
        return Texts.get(task == Task.REGRESSION ? "output.regression" : "output.probability");
    }

    /// Computes the field as fine as the picture is, on any thread, once this has its size.
    ///
    /// @param parameters of the network
    /// @return shows it, on the JavaFX thread
    public Runnable ready(float[] parameters) {
        double side = view.getWidth() * Zoom.density(view);
        return ready(parameters, Math.clamp((int) Math.ceil(side), 1, MOST_CELLS));
    }

    /// @param cells of the field along a side
    Runnable ready(float[] parameters, int cells) {
        OutputField field = network.output(parameters, view.region(), cells, cells);
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
        double under = Math.max(0, Math.min(width, height - AXIS - LEGEND_BELOW - (reading == null ? 0 : PIN_BELOW)));
        showColumn(Math.max(1, Math.round(Math.min(BAR * beside, height - REST - (reading == null ? 0 : PIN_REST)))));
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
            column.show(points, view.switches(), reading, palette, high);
            column.applyCss();
        }
    }
}

package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.insight.BoundaryLines;
import dev.crescent.insight.BoundaryTracer;
import dev.crescent.insight.OutputField;
import dev.crescent.insight.Region;
import dev.crescent.insight.ValueRange;
import dev.crescent.ui.PaintPane;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.SharpCanvas;
import dev.crescent.ui.zoom.Zoom;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// What is painted: the field, its contours, the points, the axis and the marks, each only when it changed.
final class OutputPicture {
    static final double AXIS = 24;

    private final FieldImage image = new FieldImage();
    private final SharpCanvas contourCanvas = new SharpCanvas();
    private final SharpCanvas pointCanvas = new SharpCanvas();
    private final SharpCanvas axisCanvas = new SharpCanvas();
    private final PinMarks marks = new PinMarks();
    private final Rectangle clip = new Rectangle();
    private final BoundaryTracer tracer = new BoundaryTracer();
    private final RoundCorners corners = new RoundCorners();
    private final PaintPane pane = new PaintPane(this::paint, image, contourCanvas, pointCanvas, marks, corners);
    private final BooleanProperty showTest = new SimpleBooleanProperty(this, "showTest", true);
    private final BooleanProperty contours = new SimpleBooleanProperty(this, "contours", true);
    private final BooleanProperty discretize = new SimpleBooleanProperty(this, "discretize", false);
    private Palette palette = Palette.of(Theme.LIGHT);
    private PointsModel points = PointsModel.none();
    private Region region = Region.square(1, 0);
    private Axes axes = Axes.PLAIN;
    private double size;
    private double grow = 1; // how many times as large marks and lines are
    private boolean framed = true; // whether there are axes and corners
    private @Nullable OutputField field;
    private @Nullable ValueRange unitRange;
    private @Nullable BoundaryLines lines;
    private @Nullable Spot pin;
    private @Nullable Tooltip wholeX1; // once there was need for it
    private boolean imageDirty = true;
    private boolean contoursDirty = true;
    private boolean pointsDirty = true;

    OutputPicture() {
        pane.getStyleClass().add("output-picture");
        pane.setClip(clip);
        contourCanvas.setMouseTransparent(true);
        pointCanvas.setMouseTransparent(true);
        axisCanvas.setMouseTransparent(true);
        axisCanvas.setManaged(false);
        Zoom.whenDensityChanges(pane, this::repaintAll);
        marks.setColors(palette);
        corners.setColor(palette.bg());
        showTest.subscribe(this::repaintPoints);
        contours.subscribe(this::repaintContours);
        discretize.subscribe(this::repaintImage);
    }

    PaintPane pane() {
        return pane;
    }

    SharpCanvas axis() {
        return axisCanvas;
    }

    PinMarks marks() {
        return marks;
    }

    BooleanProperty showTestProperty() {
        return showTest;
    }

    BooleanProperty contoursProperty() {
        return contours;
    }

    BooleanProperty discretizeProperty() {
        return discretize;
    }

    Palette palette() {
        return palette;
    }

    PointsModel points() {
        return points;
    }

    @Nullable OutputField field() {
        return field;
    }

    Region region() {
        return region;
    }

    double size() {
        return size;
    }

    Plane plane() {
        return new Plane(region, Math.max(1, size));
    }

    /// @param unit the ends of the color ramp, if the field is that of a unit; null for the output's
    /// @param traced the field's lines; null to have them traced when they are painted
    void setField(@Nullable OutputField newest, @Nullable ValueRange unit, @Nullable BoundaryLines traced) {
        field = newest;
        unitRange = unit;
        lines = traced;
        repaintImage();
        repaintContours();
    }

    void setPoints(PointsModel model) {
        boolean scaled = model.valueMin() != points.valueMin() || model.valueMax() != points.valueMax();
        points = model;
        if (scaled && field != null && field.task() == Task.REGRESSION) {
            setField(field, unitRange, null);
        }
        repaintPoints();
    }

    void setAxes(Axes names) {
        axes = names;
        repaintPoints();
    }

    Axes axes() {
        return axes;
    }

    void setColors(Palette colors) {
        palette = colors;
        marks.setColors(colors);
        corners.setColor(colors.bg());
        repaintAll();
    }

    void setRegion(Region next) {
        region = next;
        repaintContours();
        repaintPoints();
    }

    /// Leaves out axes and corners, and draws marks and lines so many times as large: on a stage.
    void setBare(double times) {
        framed = false;
        grow = times;
        corners.setVisible(false);
        axisCanvas.setVisible(false);
        repaintAll();
    }

    void setPin(@Nullable Spot spot) {
        pin = spot;
        pane.repaint();
    }

    void resize(double side) {
        if (side == size) {
            return;
        }
        size = side;
        pane.resizeRelocate(0, 0, side, side);
        clip.setWidth(side);
        clip.setHeight(side);
        corners.resize(side);
        contourCanvas.setSize(side, side);
        pointCanvas.setSize(side, side);
        axisCanvas.setSize(side, AXIS);
        axisCanvas.relocate(0, side);
        repaintAll();
    }

    private void repaintImage() {
        imageDirty = true;
        pane.repaint();
    }

    private void repaintContours() {
        contoursDirty = true;
        pane.repaint();
    }

    private void repaintPoints() {
        pointsDirty = true;
        pane.repaint();
    }

    private void repaintAll() {
        repaintImage();
        repaintContours();
        repaintPoints();
    }

    private void paint() {
        if (size < 1) {
            return;
        }
        Plane plane = plane();
        paintField(plane);
        paintContours();
        if (pointsDirty) {
            pointsDirty = false;
            paintPoints();
            paintAxes(plane);
        }
        if (pin != null && region.contains(pin.x1(), pin.x2())) {
            marks.showPin(plane.px(pin.x1()), plane.py(pin.x2()), size);
        } else {
            marks.hidePin();
        }
    }

    private void paintField(Plane plane) {
        image.setVisible(field != null);
        if (field != null) {
            if (imageDirty) {
                ValueRange range = range();
                image.paint(field, palette, discretize.get(), range.low(), range.high());
            }
            image.place(plane, field.region());
        }
        imageDirty = false;
    }

    private ValueRange range() {
        return unitRange != null ? unitRange : points.range();
    }

    private void paintContours() {
        if (!contoursDirty) {
            return;
        }
        contoursDirty = false;
        Pen g = contourCanvas.clearedPen();
        if (contours.get() && field != null) {
            BoundaryLines found = lines != null ? lines : tracer.trace(field, range(), unitRange == null);
            lines = found;
            g.save();
            g.transform(grow, 0, 0, grow, 0, 0);
            new ContourPainter(field, found).paint(g, marked(), palette);
            g.restore();
        }
    }

    /// The plane in the units that marks are drawn in.
    private Plane marked() {
        return new Plane(region, Math.max(1, size / grow));
    }

    private void paintPoints() {
        Pen g = pointCanvas.clearedPen();
        g.save();
        g.transform(grow, 0, 0, grow, 0, 0);
        new PointsPainter(g, marked(), palette, points).paint(showTest.get());
        g.restore();
    }

    private void paintAxes(Plane plane) {
        if (framed) {
            AxisPainter axisPainter = new AxisPainter(plane, palette, axes);
            axisPainter.paintInside(pointCanvas.pen());
            axisPainter.paintBelow(axisCanvas.clearedPen());
            tellX1(axisPainter.cutsX1());
        }
    }

    /// The axis says all of a column's name when pointed at, where there was no room for it.
    private void tellX1(boolean cut) {
        axisCanvas.setMouseTransparent(!cut);
        if (cut && wholeX1 == null) {
            wholeX1 = new Tooltip();
            Tooltip.install(axisCanvas, wholeX1);
        }
        if (cut && wholeX1 != null) {
            wholeX1.setText(axes.x1());
        }
    }
}

package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.insight.OutputField;
import dev.crescent.insight.Region;
import dev.crescent.ui.PaintPane;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The picture of a model's output over the plane, as a square as wide as this view, with the x1 axis below it.
///
/// Shows the newest field and the points it is given; a field of another region than the one on screen is drawn where it
/// belongs. Tells its listener which region it would like a field of. All methods run on the JavaFX thread.
public final class OutputView extends Pane {
    private static final double AXIS = 24;
    private static final double BUTTON_ZOOM = 1.5;
    private static final double SMALLEST_ZOOM = 1e-3;
    private static final double LARGEST_ZOOM = 8;
    /// A click this near to the pin, in pixels, takes it away.
    private static final double PIN_REACH = 10;

    private final FieldImage image = new FieldImage();
    private final Canvas contourCanvas = new Canvas();
    private final Canvas pointCanvas = new Canvas();
    private final Canvas axisCanvas = new Canvas();
    private final PinMarks marks = new PinMarks();
    private final ProbeLabel probeLabel = new ProbeLabel();
    private final ZoomButtons buttons = new ZoomButtons(this::zoomIn, this::zoomOut, this::fit);
    private final Pane frame = new Pane();
    private final Rectangle clip = new Rectangle();
    private final PaintPane picture =
            new PaintPane(this::paint, image, contourCanvas, pointCanvas, marks);
    private final BooleanProperty showTest = new SimpleBooleanProperty(this, "showTest", true);
    private final BooleanProperty contours = new SimpleBooleanProperty(this, "contours", true);
    private final BooleanProperty discretize = new SimpleBooleanProperty(this, "discretize", false);

    private Listener listener = new Listener() {};
    private Palette palette = Palette.of(Theme.LIGHT);
    private PointsModel points = PointsModel.none();
    private @Nullable OutputField field;
    private @Nullable ContourPainter contourLines;
    private Region home = Region.square(1, 0);
    private Region region = home;
    private double size;
    private @Nullable Spot pin;
    private @Nullable Spot pinBefore;
    private @Nullable Spot probe;
    private boolean paintMode;
    private boolean erasing;
    private double brush = 24;
    private boolean imageDirty = true;
    private boolean contoursDirty = true;
    private boolean pointsDirty = true;

    /// A place on the plane.
    private record Spot(double x1, double x2) {}

    public OutputView() {
        getStyleClass().add("output-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Texts.get("output.picture"));
        picture.getStyleClass().add("output-picture");
        picture.setClip(clip);
        contourCanvas.setMouseTransparent(true);
        pointCanvas.setMouseTransparent(true);
        axisCanvas.setMouseTransparent(true);
        frame.getStyleClass().add("frame");
        frame.setMouseTransparent(true);
        for (Node child : new Node[] {axisCanvas, frame, buttons}) {
            child.setManaged(false);
        }
        getChildren().setAll(picture, axisCanvas, frame, buttons, probeLabel);
        new PlaneInput(this, picture);
        showTest.subscribe(this::repaintPoints);
        contours.subscribe(this::repaintContours);
        discretize.subscribe(this::repaintImage);
        marks.setColors(palette);
    }

    /// What the user does with the picture; every method may be left out.
    public interface Listener {
        /// Another region is on screen: a field of it is wanted.
        default void regionChanged(Region region) {}

        /// The mouse or the arrow keys point at a place.
        default void probed(double x1, double x2) {}

        /// Nothing is pointed at any more.
        default void unprobed() {}

        /// A place was pinned.
        default void pinned(double x1, double x2) {}

        /// The pin was taken away.
        default void unpinned() {}

        /// The brush touched a place.
        ///
        /// @param radius the brush's, in the plane's units
        /// @param erase whether points are to be removed
        /// @param dragging false for the first touch of a stroke
        default void painted(double x1, double x2, double radius, boolean erase, boolean dragging) {}
    }

    public void setListener(Listener listener) {
        this.listener = listener;
    }

    /// Shows a field; the points' region and the pin stay as they are.
    public void show(OutputField newest) {
        field = newest;
        contourLines = null;
        repaintImage();
        repaintContours();
        refreshProbe();
    }

    /// Takes the field away, as where there is no model yet.
    public void clearField() {
        field = null;
        contourLines = null;
        probeLabel.setVisible(false);
        repaintImage();
        repaintContours();
    }

    public void showPoints(PointsModel model) {
        boolean scaled = model.valueMin() != points.valueMin() || model.valueMax() != points.valueMax();
        points = model;
        if (scaled && field != null && field.task() == Task.REGRESSION) {
            contourLines = null;
            repaintImage();
            repaintContours();
        }
        repaintPoints();
    }

    public void setTheme(Palette colors) {
        palette = colors;
        marks.setColors(colors);
        repaintAll();
        refreshProbe();
    }

    /// Sets the region that "show all" returns to, and shows it. Does not call the listener.
    public void setHome(Region all) {
        home = all;
        region = all;
        repaintAll();
    }

    /// The region on screen.
    public Region region() {
        return region;
    }

    public BooleanProperty showTestProperty() {
        return showTest;
    }

    public BooleanProperty contoursProperty() {
        return contours;
    }

    public BooleanProperty discretizeProperty() {
        return discretize;
    }

    /// Whether a drag paints instead of panning.
    public void setPaintMode(boolean paint) {
        paintMode = paint;
        marks.hideBrush();
        endHover();
    }

    public boolean isPaintMode() {
        return paintMode;
    }

    /// The brush's radius in pixels.
    public void setBrushRadius(double pixels) {
        brush = pixels;
    }

    /// Whether the brush removes points; the right mouse button always does.
    public void setErasing(boolean erase) {
        erasing = erase;
    }

    /// Pins a place without telling the listener.
    public void showPin(double x1, double x2) {
        pin = new Spot(x1, x2);
        picture.repaint();
    }

    /// Takes the pin away without telling the listener.
    public void clearPin() {
        pin = null;
        picture.repaint();
    }

    public void zoomIn() {
        zoomAbout(1 / BUTTON_ZOOM, size / 2, size / 2);
    }

    public void zoomOut() {
        zoomAbout(BUTTON_ZOOM, size / 2, size / 2);
    }

    /// Shows the home region again.
    public void fit() {
        moveTo(home);
    }

    void zoomAbout(double factor, double x, double y) {
        double now = region.width() / home.width();
        double allowed = Math.clamp(now * factor, SMALLEST_ZOOM, LARGEST_ZOOM) / now;
        Plane plane = plane();
        moveTo(region.zoomed(allowed, plane.x1(x), plane.x2(y)));
    }

    void pan(double dx, double dy) {
        moveTo(region.panned(-dx / size * region.width(), dy / size * region.height()));
    }

    private void moveTo(Region next) {
        if (!next.equals(region)) {
            region = next;
            repaintPoints();
            repaintContours();
            refreshProbe();
            listener.regionChanged(next);
        }
    }

    void hover(double x, double y) {
        marks.hideProbe();
        if (paintMode) {
            marks.showBrush(x, y, brush);
            return;
        }
        probeAt(new Spot(plane().x1(x), plane().x2(y)));
    }

    void endHover() {
        marks.hideBrush();
        marks.hideProbe();
        probeLabel.setVisible(false);
        if (probe != null) {
            probe = null;
            listener.unprobed();
        }
    }

    void moveProbe(double dx, double dy) {
        Plane plane = plane();
        Spot from = probe != null ? probe : pin != null ? pin : new Spot(plane.x1(size / 2), plane.x2(size / 2));
        double x = Math.clamp(plane.px(from.x1) + dx * size, 0, size);
        double y = Math.clamp(plane.py(from.x2) + dy * size, 0, size);
        marks.showProbe(x, y);
        probeAt(new Spot(plane.x1(x), plane.x2(y)));
    }

    private void probeAt(Spot spot) {
        probe = spot;
        refreshProbe();
        listener.probed(spot.x1, spot.x2);
    }

    private void refreshProbe() {
        if (probe != null && field != null && size > 0) {
            probeLabel.show(field, points.classNames(), palette, probe.x1, probe.x2);
            probeLabel.place(plane().px(probe.x1), plane().py(probe.x2), size);
        }
    }

    void pinProbe() {
        if (probe != null) {
            pinAt(probe);
        }
    }

    void click(double x, double y) {
        pinBefore = pin;
        Plane plane = plane();
        if (pin != null && Math.hypot(plane.px(pin.x1) - x, plane.py(pin.x2) - y) <= PIN_REACH) {
            unpin();
        } else {
            pinAt(new Spot(plane.x1(x), plane.x2(y)));
        }
    }

    /// Shows all, and takes back what the first of the two clicks did to the pin.
    void doubleClick() {
        if (pinBefore != null) {
            pinAt(pinBefore);
        } else {
            unpin();
        }
        fit();
    }

    private void pinAt(Spot spot) {
        showPin(spot.x1, spot.x2);
        listener.pinned(spot.x1, spot.x2);
    }

    /// Takes the pin away; false if there was none.
    boolean unpin() {
        if (pin == null) {
            return false;
        }
        clearPin();
        listener.unpinned();
        return true;
    }

    void paintAt(double x, double y, boolean secondary, boolean dragging) {
        Plane plane = plane();
        listener.painted(plane.x1(x), plane.x2(y), brush / size * region.width(), erasing || secondary, dragging);
    }

    private Plane plane() {
        return new Plane(region, Math.max(1, size));
    }

    private void repaintImage() {
        imageDirty = true;
        picture.repaint();
    }

    private void repaintContours() {
        contoursDirty = true;
        picture.repaint();
    }

    private void repaintPoints() {
        pointsDirty = true;
        picture.repaint();
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
        paintContours(plane);
        if (pointsDirty) {
            pointsDirty = false;
            new PointsPainter(cleared(pointCanvas), plane, palette, points).paint(showTest.get());
            new AxisPainter(cleared(axisCanvas), plane, palette).paint();
        }
        if (pin != null && region.contains(pin.x1, pin.x2)) {
            marks.showPin(plane.px(pin.x1), plane.py(pin.x2), size);
        } else {
            marks.hidePin();
        }
    }

    private void paintField(Plane plane) {
        image.setVisible(field != null);
        if (field != null) {
            if (imageDirty) {
                image.paint(field, palette, discretize.get(), points.valueMin(), points.valueMax());
            }
            image.place(plane, field.region());
        }
        imageDirty = false;
    }

    private void paintContours(Plane plane) {
        if (!contoursDirty) {
            return;
        }
        contoursDirty = false;
        GraphicsContext g = cleared(contourCanvas);
        if (contours.get() && field != null) {
            if (contourLines == null) {
                contourLines = new ContourPainter(field, points.valueMin(), points.valueMax());
            }
            contourLines.paint(g, plane, palette);
        }
    }

    private static GraphicsContext cleared(Canvas canvas) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        return g;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 336;
    }

    @Override
    protected double computePrefHeight(double width) {
        return (width < 0 ? 336 : width) + AXIS;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 96;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 96 + AXIS;
    }

    @Override
    protected void layoutChildren() {
        double side = Math.max(0, Math.floor(Math.min(getWidth(), getHeight() - AXIS)));
        buttons.autosize();
        buttons.relocate(side - buttons.getWidth() - 8, 8);
        if (side == size) {
            return;
        }
        size = side;
        picture.resizeRelocate(0, 0, side, side);
        frame.resizeRelocate(0, 0, side, side);
        clip.setWidth(side);
        clip.setHeight(side);
        clip.setArcWidth(16);
        clip.setArcHeight(16);
        for (Canvas canvas : new Canvas[] {contourCanvas, pointCanvas}) {
            canvas.setWidth(side);
            canvas.setHeight(side);
        }
        axisCanvas.setWidth(side);
        axisCanvas.setHeight(AXIS);
        axisCanvas.relocate(0, side);
        repaintAll();
    }
}

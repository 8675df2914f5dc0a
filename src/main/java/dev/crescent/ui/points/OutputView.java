package dev.crescent.ui.points;

import dev.crescent.insight.BoundaryLines;
import dev.crescent.insight.OutputField;
import dev.crescent.insight.Region;
import dev.crescent.insight.ValueRange;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The picture of a model's output over the plane, as a square as wide as this view, with the x1 axis below it and the
/// x2 axis inside its left edge.
///
/// Shows the newest field and the points it is given; a field of another region than the one on screen is drawn where it
/// belongs. Tells its listener which region it would like a field of. All methods run on the JavaFX thread.
public final class OutputView extends Pane {
    private static final double BUTTON_ZOOM = 1.5;
    private static final double SMALLEST_ZOOM = 1e-3;
    private static final double LARGEST_ZOOM = 8;
    /// A click this near to the pin, in pixels, takes it away.
    private static final double PIN_REACH = 10;

    private final OutputPicture picture = new OutputPicture();
    private final ProbeLabel probeLabel = new ProbeLabel();
    private final ZoomButtons buttons = new ZoomButtons(this::zoomIn, this::zoomOut, this::fit);
    private final Pane frame = new Pane();

    private Listener listener = new Listener() {};
    private Region home = Region.square(1, 0);
    private @Nullable Spot pin;
    private @Nullable Spot pinBefore;
    private @Nullable Spot probe;
    /// Where the mouse is in the picture; NaN where there is none, as while the arrow keys probe.
    private double mouseX = Double.NaN;
    private double mouseY = Double.NaN;
    private boolean paintMode;
    private boolean erasing;
    private double brush = 24;

    public OutputView() {
        getStyleClass().add("output-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Texts.get("output.picture"));
        frame.getStyleClass().add("frame");
        frame.setMouseTransparent(true);
        frame.setManaged(false);
        buttons.setManaged(false);
        getChildren().setAll(picture.pane(), picture.axis(), frame, buttons, probeLabel);
        new PlaneInput(this, picture.pane());
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
        /// @param radius1 the brush's along x1, in the plane's units
        /// @param radius2 the brush's along x2
        /// @param erase whether points are to be removed
        /// @param dragging false for the first touch of a stroke
        default void painted(double x1, double x2, double radius1, double radius2, boolean erase, boolean dragging) {}
    }

    public void setListener(Listener listener) {
        this.listener = listener;
    }

    /// Shows the output's field; the points' region and the pin stay as they are.
    public void show(OutputField newest) {
        show(newest, null, null);
    }

    /// Shows a field.
    ///
    /// @param unit the values that get the ends of the color ramp, if the field is that of a unit; null for the output's
    /// @param lines the field's; null to have them traced when they are painted
    public void show(OutputField newest, @Nullable ValueRange unit, @Nullable BoundaryLines lines) {
        picture.setField(newest, unit, lines);
        refreshProbe();
    }

    /// Takes the field away, as where there is no model yet.
    public void clearField() {
        picture.setField(null, null, null);
        probeLabel.setVisible(false);
    }

    public void showPoints(PointsModel model) {
        picture.setPoints(model);
    }

    /// Names the axes.
    public void showAxes(Axes axes) {
        picture.setAxes(axes);
    }

    public void setTheme(Palette colors) {
        picture.setColors(colors);
        refreshProbe();
    }

    /// Sets the region that "show all" returns to, and shows it. Does not call the listener.
    public void setHome(Region all) {
        changeHome(all);
        picture.setRegion(all);
        moveProbeAlong();
    }

    /// Sets the region that "show all" returns to, and leaves what is on screen as it is.
    public void changeHome(Region all) {
        home = all;
    }

    /// The region on screen.
    public Region region() {
        return picture.region();
    }

    public BooleanProperty showTestProperty() {
        return picture.showTestProperty();
    }

    public BooleanProperty contoursProperty() {
        return picture.contoursProperty();
    }

    public BooleanProperty discretizeProperty() {
        return picture.discretizeProperty();
    }

    /// Whether the zoom buttons are there; a picture has no use for them.
    public void showZoom(boolean shown) {
        buttons.setVisible(shown);
    }

    /// Whether a drag paints instead of panning.
    public void setPaintMode(boolean paint) {
        paintMode = paint;
        picture.marks().hideBrush();
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
        picture.setPin(pin);
    }

    /// Takes the pin away without telling the listener.
    public void clearPin() {
        pin = null;
        picture.setPin(null);
    }

    public void zoomIn() {
        zoomAbout(1 / BUTTON_ZOOM, picture.size() / 2, picture.size() / 2);
    }

    public void zoomOut() {
        zoomAbout(BUTTON_ZOOM, picture.size() / 2, picture.size() / 2);
    }

    /// Shows the home region again.
    public void fit() {
        moveTo(home);
    }

    void zoomAbout(double factor, double x, double y) {
        Region region = picture.region();
        double now = region.width() / home.width();
        double allowed = Math.clamp(now * factor, SMALLEST_ZOOM, LARGEST_ZOOM) / now;
        Plane plane = picture.plane();
        moveTo(region.zoomed(allowed, plane.x1(x), plane.x2(y)));
    }

    void pan(double dx, double dy) {
        Region region = picture.region();
        mouseX += dx;
        mouseY += dy;
        moveTo(region.panned(-dx / picture.size() * region.width(), dy / picture.size() * region.height()));
    }

    private void moveTo(Region next) {
        if (!next.equals(picture.region())) {
            picture.setRegion(next);
            listener.regionChanged(next);
            moveProbeAlong();
        }
    }

    /// After the region has moved: the mouse points at another place now; what the keys point at may be out of sight.
    private void moveProbeAlong() {
        Plane plane = picture.plane();
        if (probe == null) {
            return;
        }
        if (Double.isFinite(mouseX)) {
            probeAt(new Spot(plane.x1(mouseX), plane.x2(mouseY)));
        } else if (picture.region().contains(probe.x1(), probe.x2())) {
            picture.marks().showProbe(plane.px(probe.x1()), plane.py(probe.x2()));
            refreshProbe();
        } else {
            endHover();
        }
    }

    void hover(double x, double y) {
        picture.marks().hideProbe();
        if (paintMode) {
            picture.marks().showBrush(x, y, brush);
            return;
        }
        mouseX = x;
        mouseY = y;
        probeAt(new Spot(picture.plane().x1(x), picture.plane().x2(y)));
    }

    void endHover() {
        mouseX = mouseY = Double.NaN;
        picture.marks().hideBrush();
        picture.marks().hideProbe();
        probeLabel.setVisible(false);
        if (probe != null) {
            probe = null;
            listener.unprobed();
        }
    }

    void moveProbe(double dx, double dy) {
        Plane plane = picture.plane();
        double size = picture.size();
        Spot from = probe != null ? probe : pin != null ? pin : new Spot(plane.x1(size / 2), plane.x2(size / 2));
        double x = Math.clamp(plane.px(from.x1()) + dx * size, 0, size);
        double y = Math.clamp(plane.py(from.x2()) + dy * size, 0, size);
        picture.marks().showProbe(x, y);
        mouseX = mouseY = Double.NaN;
        probeAt(new Spot(plane.x1(x), plane.x2(y)));
    }

    private void probeAt(Spot spot) {
        probe = spot;
        refreshProbe();
        listener.probed(spot.x1(), spot.x2());
    }

    private void refreshProbe() {
        OutputField field = picture.field();
        double size = picture.size();
        if (probe != null && field != null && size > 0) {
            probeLabel.showPlace(picture.axes(), picture.region(), probe);
            probeLabel.show(field.outputsAt(probe.x1(), probe.x2()), field.task(), picture.points().classNames(),
                    picture.palette());
            probeLabel.place(picture.plane().px(probe.x1()), picture.plane().py(probe.x2()), size);
        }
    }

    void pinProbe() {
        if (probe != null) {
            pinAt(probe);
        }
    }

    void click(double x, double y) {
        pinBefore = pin;
        Plane plane = picture.plane();
        if (pin != null && Math.hypot(plane.px(pin.x1()) - x, plane.py(pin.x2()) - y) <= PIN_REACH) {
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
        showPin(spot.x1(), spot.x2());
        listener.pinned(spot.x1(), spot.x2());
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
        Plane plane = picture.plane();
        double share = brush / picture.size();
        listener.painted(plane.x1(x), plane.x2(y), share * picture.region().width(), share * picture.region().height(),
                erasing || secondary, dragging);
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
        return (width < 0 ? 336 : width) + OutputPicture.AXIS;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 96;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 96 + OutputPicture.AXIS;
    }

    @Override
    protected void layoutChildren() {
        double side = Math.max(0, Math.floor(Math.min(getWidth(), getHeight() - OutputPicture.AXIS)));
        buttons.autosize();
        buttons.relocate(side - buttons.getWidth() - 8, 8);
        picture.resize(side);
        frame.resizeRelocate(0, 0, side, side);
    }
}

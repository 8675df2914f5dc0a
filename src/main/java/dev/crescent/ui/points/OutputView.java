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
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The picture of a model's output over the plane, as a square as wide as this view, with the x1 axis below it and the
/// x2 axis inside its left edge.
///
/// Shows the newest field and the points it is given; a field of another region than the one on screen is drawn where it
/// belongs. Tells its listener which region it would like a field of. All methods run on the JavaFX thread.
public final class OutputView extends Pane {
    /// The height that the axis below the square takes.
    public static final double AXIS = OutputPicture.AXIS;

    private static final double BUTTON_ZOOM = 1.5;
    private static final double SMALLEST_ZOOM = 1e-3;
    private static final double LARGEST_ZOOM = 8;

    private final OutputPicture picture = new OutputPicture();
    private final Probe probe = new Probe(picture, this::probed);
    private final Pin pin = new Pin(picture, this::pinned);
    private final ZoomButtons buttons = new ZoomButtons(this::zoomIn, this::zoomOut, this::fit);
    private final Pane frame = new Pane();

    private Listener listener = new Listener() {};
    private Region home = Region.square(1, 0);
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
        getChildren().setAll(picture.pane(), picture.axis(), frame, buttons, probe.label());
        addEventHandler(MouseEvent.MOUSE_ENTERED, e -> buttons.setAway(false));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> buttons.setAway(true));
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
        probe.refresh();
    }

    /// Takes the field away, as where there is no model yet.
    public void clearField() {
        picture.setField(null, null, null);
        probe.refresh();
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
        probe.refresh();
    }

    /// Sets the region that "show all" returns to, and shows it. Does not call the listener.
    public void setHome(Region all) {
        changeHome(all);
        picture.setRegion(all);
        probe.follow();
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

    /// As its switches are set.
    public PlaneSwitches switches() {
        return new PlaneSwitches(showTestProperty().get(), contoursProperty().get(), discretizeProperty().get());
    }

    /// The place that is pinned and lies in what is on screen; null for none.
    public @Nullable Spot pinned() {
        Spot spot = pin.spot();
        return spot != null && region().contains(spot.x1(), spot.x2()) ? spot : null;
    }

    /// Shows the part of the plane that another view does, with its switches and its pin; points and field are the caller's.
    public void follow(OutputView other) {
        PlaneSwitches switches = other.switches();
        showTestProperty().set(switches.test());
        contoursProperty().set(switches.contours());
        discretizeProperty().set(switches.discretize());
        setRegion(other.region());
        pin.show(other.pin.spot());
    }

    /// Whether the zoom buttons are there; a picture has no use for them.
    public void showZoom(boolean shown) {
        buttons.setVisible(shown);
    }

    /// Leaves only the field, its lines and the points, all so many times as large, for the eye alone: on a stage.
    public void setBare(double times) {
        picture.setBare(times);
        buttons.setVisible(false);
        frame.setVisible(false);
        setFocusTraversable(false);
        setMouseTransparent(true);
    }

    /// Shows another region, which may be wider than the home of "show all". Does not call the listener.
    public void setRegion(Region next) {
        picture.setRegion(next);
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
        pin.show(new Spot(x1, x2));
    }

    /// Takes the pin away without telling the listener.
    public void clearPin() {
        pin.show(null);
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
        probe.drag(dx, dy);
        moveTo(region.panned(-dx / picture.size() * region.width(), dy / picture.size() * region.height()));
    }

    private void moveTo(Region next) {
        if (!next.equals(picture.region())) {
            picture.setRegion(next);
            listener.regionChanged(next);
            probe.follow();
        }
    }

    void hover(double x, double y) {
        if (paintMode) {
            probe.end();
            picture.marks().showBrush(x, y, brush);
        } else {
            probe.hover(x, y);
        }
    }

    void endHover() {
        picture.marks().hideBrush();
        probe.end();
    }

    /// The keys point farther on, by shares of the picture's side to the right and downwards.
    void moveProbe(double dx, double dy) {
        probe.step(dx, dy, pin.spot());
    }

    private void probed(@Nullable Spot at) {
        setAccessibleText(probe.isByKeys() ? probe.label().text() : Texts.get("output.picture"));
        if (at == null) {
            listener.unprobed();
        } else {
            listener.probed(at.x1(), at.x2());
        }
    }

    /// Pins what the keys point at, or paints there while that is what a click does.
    void pinProbe() {
        Spot at = probe.spot();
        if (at != null && paintMode) {
            paintAt(picture.plane().px(at.x1()), picture.plane().py(at.x2()), false, false);
        } else if (at != null) {
            pin.put(at);
        }
    }

    /// Erases where the keys point, as the right mouse button does; false where nothing is painted or pointed at.
    boolean eraseAtProbe() {
        Spot at = probe.spot();
        if (at == null || !paintMode) {
            return false;
        }
        paintAt(picture.plane().px(at.x1()), picture.plane().py(at.x2()), true, false);
        return true;
    }

    private void pinned(@Nullable Spot at) {
        if (at == null) {
            listener.unpinned();
        } else {
            listener.pinned(at.x1(), at.x2());
        }
    }

    void click(double x, double y) {
        pin.click(x, y);
    }

    /// Shows all, and takes back what the first of the two clicks did to the pin.
    void doubleClick() {
        pin.undoClick();
        fit();
    }

    /// Takes the pin away; false if there was none.
    boolean unpin() {
        return pin.remove();
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

package dev.crescent.ui.landscape;

import dev.crescent.ui.PaintPane;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.SharpCanvas;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// A loss landscape seen from above, as a square as wide as this view.
///
/// Hovering says the loss at a place or whose ball it is; a click on a ball selects its track, a click elsewhere is
/// told to the listener. The arrow keys move a probe that does the same as the mouse. All methods run on the JavaFX
/// thread.
public final class MapView extends Pane {
    private static final double WANTED = 336;
    private static final double SMALLEST = 96;
    private static final double CORNER = 16;

    private final PixelImage image = new PixelImage();
    private final SharpCanvas lineCanvas = new SharpCanvas();
    private final SharpCanvas markCanvas = new SharpCanvas();
    private final Circle probeCasing = new Circle(5, Color.TRANSPARENT);
    private final Circle probeRing = new Circle(5, Color.TRANSPARENT);
    private final PaintPane pane = new PaintPane(this::paint, image, lineCanvas, markCanvas, probeCasing, probeRing);
    private final Rectangle clip = new Rectangle();
    private final Pane frame = new Pane();
    private final Label empty = new Label(Texts.get("landscape.empty"));
    private final HoverLabel label = new HoverLabel();
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private Listener listener = (a, b) -> {};
    private Palette palette = Palette.of(Theme.LIGHT);
    private Look look = Look.of(palette);
    private @Nullable Laid laid;
    private @Nullable MapMarks marks;
    private Measured measured = Measured.LOSS;
    private @Nullable MapTint tint;
    private @Nullable BallForces forces;
    private MapLines lines = MapLines.NONE;
    private boolean groundDirty = true;
    private boolean marksDirty = true;
    private double size;
    private double probeX = Double.NaN;
    private double probeY = Double.NaN;

    public MapView() {
        getStyleClass().add("map-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(measured.map());
        pane.getStyleClass().add("map-picture");
        pane.setClip(clip);
        clip.setArcWidth(CORNER);
        clip.setArcHeight(CORNER);
        lineCanvas.setMouseTransparent(true);
        markCanvas.setMouseTransparent(true);
        probeCasing.setStrokeWidth(4);
        probeRing.setStrokeWidth(2);
        probeCasing.setMouseTransparent(true);
        probeRing.setMouseTransparent(true);
        frame.getStyleClass().add("frame");
        frame.setMouseTransparent(true);
        frame.setManaged(false);
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        empty.setTextAlignment(TextAlignment.CENTER);
        empty.setManaged(false);
        getChildren().setAll(pane, empty, frame, label);
        selected.subscribe(this::repaintMarks);
        PixelImage.whenDensityChanges(this, this::repaintAll);
        new MapInput(this, pane);
        setTheme(palette);
        clear();
    }

    /// What the user does with the map.
    @FunctionalInterface
    public interface Listener {
        /// A place of the plane was clicked, or picked by key.
        void picked(double a, double b);
    }

    public void setListener(Listener listener) {
        this.listener = listener;
    }

    public void show(Landscape newest) {
        Laid before = laid;
        Laid now = Laid.of(newest, before);
        laid = now;
        if (!now.hasGroundOf(before)) {
            lines = MapLines.of(now.relief(), newest);
            groundDirty = true;
        }
        empty.setVisible(false);
        pane.setVisible(true);
        repaintMarks();
        refreshLabel();
    }

    /// What is shown; null for nothing.
    public @Nullable Landscape landscape() {
        return laid == null ? null : laid.landscape();
    }

    /// Another one that shows the same but for its tint, which is in a theme's colors, for a picture.
    public MapView again(Palette colors) {
        MapView other = new MapView();
        other.setTheme(colors);
        other.setMeasured(measured);
        other.selected.set(selected.get());
        other.forces = forces;
        if (laid != null) {
            other.show(laid.landscape());
        }
        return other;
    }

    /// What stands here while there is nothing to show, a sentence.
    public void setEmptyText(String sentence) {
        empty.setText(sentence);
        requestLayout();
    }

    /// Shows none, and says how to get one.
    public void clear() {
        laid = null;
        marks = null;
        empty.setVisible(true);
        pane.setVisible(false);
        endHover();
    }

    public void setTheme(Palette colors) {
        palette = colors;
        look = Look.of(colors);
        probeCasing.setStroke(colors.color("path-casing"));
        probeRing.setStroke(colors.color("ball-ring"));
        repaintAll();
    }

    /// The loss that the picture shows where a track's ball is; NaN where it shows none.
    public double drawn(int track) {
        Laid shown = laid;
        Track of = shown == null ? null : shown.track(track);
        return shown == null || of == null ? Double.NaN : shown.drawn(of);
    }

    /// What the heights are; losses unless this says otherwise.
    public void setMeasured(Measured what) {
        measured = what;
        label.setMeasured(what);
        setAccessibleText(what.map());
    }

    /// Colors the field otherwise than by its height alone; null for no more.
    public void setTint(@Nullable MapTint next) {
        tint = next;
        groundDirty = true;
        pane.repaint();
    }

    /// Shows what moves a ball; null for no more.
    public void setForces(@Nullable BallForces next) {
        forces = next;
        repaintMarks();
    }

    /// Which track stands out, by its index; -1 for none.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    void hover(double x, double y) {
        probeX = x;
        probeY = y;
        showRing(false);
        refreshLabel();
    }

    void endHover() {
        probeX = probeY = Double.NaN;
        showRing(false);
        refreshLabel();
    }

    /// The keys point farther on, from where they or the mouse did, or from the middle.
    ///
    /// @param dx to the right, as a share of the side
    /// @param dy downwards, likewise
    void moveProbe(double dx, double dy) {
        if (laid == null) {
            return;
        }
        boolean none = Double.isNaN(probeX);
        probeX = Math.clamp((none ? size / 2 : probeX) + dx * size, 0, size);
        probeY = Math.clamp((none ? size / 2 : probeY) + dy * size, 0, size);
        showRing(true);
        refreshLabel();
    }

    private void showRing(boolean shown) {
        for (Circle ring : List.of(probeCasing, probeRing)) {
            ring.setVisible(shown);
            ring.setCenterX(probeX);
            ring.setCenterY(probeY);
        }
        if (!shown) {
            setAccessibleText(measured.map());
        }
    }

    /// Selects the ball at the probe, or tells the listener where it is.
    void pickProbe() {
        if (probeRing.isVisible()) {
            click(probeX, probeY);
        }
    }

    /// Takes the probe of the keys away; false if there was none.
    boolean dropProbe() {
        boolean shown = probeRing.isVisible();
        if (shown) {
            endHover();
        }
        return shown;
    }

    void click(double x, double y) {
        Laid shown = laid;
        if (shown == null || size < 1) {
            return;
        }
        int ball = marks == null ? -1 : marks.ballAt(x, y);
        if (ball >= 0) {
            selected.set(selected.get() == ball ? -1 : ball);
        } else {
            Surface surface = shown.landscape().surface();
            listener.picked(surface.a(x / size), surface.b(1 - y / size));
        }
    }

    private void refreshLabel() {
        Laid shown = laid;
        if (shown == null || Double.isNaN(probeX) || size < 1) {
            label.hide();
            return;
        }
        Track track = shown.track(marks == null ? -1 : marks.ballAt(probeX, probeY));
        if (track != null) {
            label.showBall(track, shown.drawn(track));
        } else {
            double across = Math.clamp(probeX / size, 0, 1);
            double up = Math.clamp(1 - probeY / size, 0, 1);
            label.showPlace(shown.landscape().surface(), across, up, shown.drawn(across, up));
        }
        label.place(probeX, probeY, size, size);
        if (probeRing.isVisible()) {
            setAccessibleText(label.text());
        }
    }

    private void repaintMarks() {
        marksDirty = true;
        pane.repaint();
    }

    private void repaintAll() {
        groundDirty = true;
        repaintMarks();
    }

    private void paint() {
        Laid shown = laid;
        if (shown == null || size < 1) {
            return;
        }
        if (groundDirty) {
            groundDirty = false;
            double density = PixelImage.density(this);
            image.resize(size, size, density);
            MapField.paint(shown.relief(), look, image.pixels(), image.stride(), image.pixelWidth(),
                    image.pixelHeight(), density);
            if (tint != null) {
                tint.paint(shown.relief(), look, image.pixels(), image.stride(), image.pixelWidth(), image.pixelHeight());
            }
            image.update();
            lines.paint(lineCanvas.clearedPen(), size, palette);
        }
        if (marksDirty) {
            marksDirty = false;
            MapMarks newest = new MapMarks(shown, size, selected.get());
            marks = newest;
            newest.paint(markCanvas.clearedPen(), palette);
            if (forces != null) {
                forces.paint(markCanvas.pen(), palette, shown.landscape().surface(), size);
            }
        }
    }


    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return WANTED;
    }

    @Override
    protected double computePrefHeight(double width) {
        return width < 0 ? WANTED : width;
    }

    @Override
    protected double computeMinWidth(double height) {
        return SMALLEST;
    }

    @Override
    protected double computeMinHeight(double width) {
        return SMALLEST;
    }

    @Override
    protected void layoutChildren() {
        double side = Math.max(0, Math.floor(Math.min(getWidth(), getHeight())));
        frame.resizeRelocate(0, 0, side, side);
        double wide = Math.max(0, Math.min(empty.prefWidth(-1), side - 32));
        double high = empty.prefHeight(wide);
        empty.resizeRelocate(Math.round((side - wide) / 2), Math.round((side - high) / 2), wide, high);
        if (side != size) {
            size = side;
            pane.resizeRelocate(0, 0, side, side);
            clip.setWidth(side);
            clip.setHeight(side);
            lineCanvas.setSize(side, side);
            markCanvas.setSize(side, side);
            repaintAll();
        }
    }
}

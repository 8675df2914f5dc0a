package dev.crescent.ui.landscape;

import dev.crescent.ui.PaintPane;
import dev.crescent.ui.Texts;
import dev.crescent.ui.pen.FileScenes;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Motion;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.SharpCanvas;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.animation.Transition;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A loss landscape in 3-D: turned by drag or arrow keys, zoomed by scrolling, plus and minus; a double click or Home
/// shows all of it. A click on a ball selects its track. Until the user has turned it, it turns by itself when its deepest
/// ground is hidden.
///
/// Painted at most once a frame, smoother when it has stood still for a moment. All methods run on the JavaFX thread.
public final class SurfaceView extends Pane {
    private static final Duration STILL = Duration.millis(150);
    private static final Duration TURN = Duration.millis(900);
    /// The landscape turns by itself at most this often.
    private static final long AGAIN_NANOS = 1_000_000_000;
    /// Pixels of the screen up to which edges are smoothed; a finer screen needs it less and would wait for it.
    private static final double MOST_SMOOTHED = 700_000;

    private final PixelImage image = new PixelImage();
    private final SharpCanvas markCanvas = new SharpCanvas(); // used in a file only
    private final PaintPane pane = new PaintPane(this::paint, image, markCanvas);
    private final Pane frame = new Pane();
    private final Label empty = new Label(Texts.get("landscape.empty"));
    private final HoverLabel label = new HoverLabel();
    private final Glyphs glyphs = new Glyphs();
    private final PauseTransition still = new PauseTransition(STILL);
    private final ObjectProperty<Camera> camera = new SimpleObjectProperty<>(this, "camera", Camera.HOME);
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private Look look = Look.of(Palette.of(Theme.LIGHT));
    private final SurfacePainter painter = new SurfacePainter(look);
    private @Nullable Laid laid;
    private double marksScale;
    private boolean moving;
    private Camera own = Camera.HOME; // from where it is seen if the user has not chosen another place
    private long lookedAt;
    private final Turning turning = new Turning();

    public SurfaceView() {
        getStyleClass().add("surface-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Texts.get("landscape.surface"));
        pane.getStyleClass().add("surface-picture");
        frame.getStyleClass().add("frame");
        frame.setMouseTransparent(true);
        frame.setManaged(false);
        empty.getStyleClass().add("muted");
        empty.setManaged(false);
        getChildren().setAll(pane, empty, frame, label);
        camera.subscribe(this::moved);
        selected.subscribe(this::remark);
        still.setOnFinished(e -> {
            moving = false;
            pane.repaint();
        });
        PixelImage.whenDensityChanges(this, pane::repaint);
        new SurfaceInput(this, pane);
        clear();
    }

    /// Shows a landscape. The first one after none is seen from where its deepest ground is.
    public void show(Landscape newest) {
        Laid before = laid;
        Laid now = Laid.of(newest, before);
        laid = now;
        if (!now.hasGroundOf(before)) {
            painter.setRelief(now.relief(), newest.scale(), newest.finishUnit());
        }
        if (before == null) {
            showAll();
            still.stop();
            moving = false;
        } else if (!now.hasGroundOf(before)) {
            lookAgain(now.relief());
        }
        empty.setVisible(false);
        image.setVisible(true);
        label.hide();
        remark();
    }

    /// Another one that shows the same from the same place, for a picture.
    public SurfaceView again(Palette colors) {
        SurfaceView other = new SurfaceView();
        other.setTheme(colors);
        other.selected.set(selected.get());
        if (laid != null) {
            other.show(laid.landscape());
        }
        other.camera.set(camera.get());
        other.still.stop(); // nobody moves it
        other.moving = false;
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
        empty.setVisible(true);
        image.setVisible(false);
        label.hide();
    }

    public void setTheme(Palette colors) {
        look = Look.of(colors);
        painter.setLook(look);
        remark();
    }

    /// What the heights are; losses unless this says otherwise.
    public void setMeasured(Measured what) {
        label.setMeasured(what);
    }

    /// From where the landscape is seen.
    public ObjectProperty<Camera> cameraProperty() {
        return camera;
    }

    /// Which track stands out, by its index; -1 for none.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /// Shows the whole landscape again, from where its deepest ground is seen.
    public void showAll() {
        own = laid == null ? Camera.HOME : Vantage.of(laid.relief());
        camera.set(own);
    }

    /// Where hills have come before the deepest ground, and the user has not chosen where to look from, the landscape turns.
    private void lookAgain(Relief relief) {
        long now = System.nanoTime();
        if (!camera.get().equals(own) || turning.getStatus() == Animation.Status.RUNNING || now - lookedAt < AGAIN_NANOS) {
            return;
        }
        lookedAt = now;
        Camera better = Vantage.better(relief, own);
        if (better != null && Motion.isReduced()) {
            own = better;
            camera.set(own);
        } else if (better != null) {
            turning.go(own, better);
        }
    }

    /// A turn from one place to another, unless the user turns the landscape meanwhile.
    private final class Turning extends Transition {
        private Camera from = Camera.HOME;
        private Camera to = Camera.HOME;

        Turning() {
            setCycleDuration(TURN);
        }

        void go(Camera start, Camera end) {
            from = start;
            to = end;
            playFromStart();
        }

        @Override
        protected void interpolate(double share) {
            if (camera.get().equals(own)) {
                own = from.to(to, share);
                camera.set(own);
            } else {
                stop();
            }
        }
    }

    /// Turns the landscape as if its front were dragged by so many pixels.
    void turn(double dx, double dy) {
        camera.set(camera.get().turned(SurfaceInput.TURN * dx, SurfaceInput.TILT * dy));
    }

    void zoom(double factor) {
        camera.set(camera.get().zoomed(factor));
    }

    /// Selects the track whose ball is at a place, or none if it was selected.
    void click(double x, double y) {
        int ball = painter.ballAt(x, y);
        if (ball >= 0 && laid != null) {
            selected.set(selected.get() == ball ? -1 : ball);
        }
    }

    void hover(double x, double y) {
        Laid shown = laid;
        Track track = shown == null ? null : shown.track(painter.ballAt(x, y));
        if (shown == null || track == null) {
            label.hide();
            return;
        }
        label.showBall(track, shown.drawn(track));
        label.place(x, y, getWidth(), getHeight());
    }

    void endHover() {
        label.hide();
    }

    private void moved() {
        painter.setCamera(camera.get());
        moving = true;
        still.playFromStart();
        label.hide();
        pane.repaint();
    }

    private void remark() {
        marksScale = 0;
        pane.repaint();
    }

    private void paint() {
        Laid shown = laid;
        if (shown == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        double density = PixelImage.density(this);
        image.resize(getWidth(), getHeight(), density);
        boolean smooth = !moving && getWidth() * getHeight() * density * density <= MOST_SMOOTHED;
        painter.resize(image.pixelWidth(), image.pixelHeight(), density, smooth ? 2 : 1);
        boolean file = FileScenes.isDrawnForFile(getScene());
        if (marksScale != painter.scale()) {
            marksScale = painter.scale();
            painter.setMarks(file ? List.of() : marks(shown));
        }
        painter.paint(image.pixels(), image.stride());
        image.update();
        if (file) {
            marksScale = 0; // with a pen there are none in the image
            markCanvas.setSize(getWidth(), getHeight());
            Pen g = markCanvas.clearedPen();
            g.save();
            g.clip(0, 0, getWidth(), getHeight(), 0);
            painter.drawMarks(marks(shown), shown.landscape().tracks().stream().map(Track::letter).toList(), g);
            g.restore();
        }
    }

    private List<Mark> marks(Laid shown) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < shown.ways().size(); i++) {
            Track track = shown.landscape().tracks().get(i);
            int out = selected.get();
            marks.add(new Mark(shown.ways().get(i), look.track(track.color()), glyphs.of(track.letter(), marksScale),
                    i == out, out >= 0 && i != out));
        }
        return marks;
    }

    @Override
    protected void layoutChildren() {
        pane.resizeRelocate(0, 0, getWidth(), getHeight());
        frame.resizeRelocate(0, 0, getWidth(), getHeight());
        double width = Math.min(empty.prefWidth(-1), getWidth());
        empty.resizeRelocate(Math.round((getWidth() - width) / 2), Math.round((getHeight() - 20) / 2), width, 20);
        pane.repaint();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 560;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 400;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 160;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 120;
    }
}

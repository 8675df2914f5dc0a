package dev.crescent.ui.network;

import dev.crescent.ui.pen.Drawn;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Motion;
import java.nio.IntBuffer;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The painted part of the view: links and units. Paints itself only when something changed, links at most 30 times a
/// second, and only 10 times where there are very many, or none that flow and weights as pictures.
///
/// It is unmanaged, and so the root of its own layout: painting never lays out anything around it.
final class NetworkPicture extends Pane implements Drawn {
    private static final double FLOW_SPEED = 24; // pixels a second
    private static final long OFTEN = 30_000_000; // nanoseconds
    private static final long SELDOM = 100_000_000;

    private final ImageView view = new ImageView();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            tick(now);
        }
    };
    private @Nullable NetworkPainter painter;
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private final ObservableValue<Boolean> inWindow = sceneProperty().flatMap(Scene::windowProperty)
            .flatMap(Window::showingProperty).orElse(false);
    private int[] front = new int[0];
    private NetworkPainter.Pointed pointed = NetworkPainter.Pointed.NOTHING;
    private @Nullable UnitRef stressed;
    private boolean running;
    private boolean linksStale;
    private boolean atOnce;
    private long last;
    private double flow;

    NetworkPicture() {
        getStyleClass().add("network-picture");
        setManaged(false);
        view.setManaged(false);
        view.setMouseTransparent(true);
        view.setSmooth(true);
        getChildren().setAll(view);
        visibleProperty().addListener(o -> wake());
        inWindow.subscribe(this::wake);
    }

    /// Takes over a new painter, which knows everything to be shown, and paints it before the next frame.
    void show(NetworkPainter next) {
        painter = next;
        Raster raster = next.raster();
        if (buffer == null || front.length != raster.pixels.length || (int) view.getImage().getWidth() != raster.width) {
            front = new int[raster.pixels.length];
            buffer = new PixelBuffer<>(raster.width, raster.height, IntBuffer.wrap(front),
                    PixelFormat.getIntArgbPreInstance());
            view.setImage(new WritableImage(buffer));
        }
        view.setFitWidth(raster.width / raster.scale());
        view.setFitHeight(raster.height / raster.scale());
        repaint();
    }

    /// Weights changed while training: links are painted soon.
    void linksChanged() {
        linksStale = true;
        wake();
    }

    /// Everything is painted before the next frame.
    void repaint() {
        linksStale = true;
        atOnce = true;
        requestLayout();
    }

    /// Thumbnails, levels or the probe changed.
    void unitsChanged() {
        requestLayout();
    }

    /// What the user points at changed.
    void point(NetworkPainter.Pointed next) {
        if (next.equals(pointed)) {
            return;
        }
        pointed = next;
        UnitRef unit = next.unit() != null ? next.unit() : next.focused();
        if (!java.util.Objects.equals(unit, stressed)) {
            stressed = unit;
            repaint();
        }
        requestLayout();
    }

    /// Whether the links flow.
    void setRunning(boolean value) {
        running = value;
        linksStale = true;
        wake();
    }

    /// Follows the window in and out: a timer that nobody sees must not run, nor keep a closed window alive.
    private void wake() {
        if (inWindow.getValue() && isVisible()) {
            timer.start();
        } else {
            timer.stop();
        }
    }

    private boolean flows() {
        return running && painter != null && painter.links().flows() && !Motion.isReduced();
    }

    private void tick(long now) {
        boolean flowing = flows();
        if (!flowing && !linksStale) {
            timer.stop();
            return;
        }
        boolean seldom = painter != null && (painter.links().isCached() || painter.hasPictures() && !flowing);
        long wait = seldom ? SELDOM : OFTEN;
        if (now - last >= wait) {
            flow += FLOW_SPEED * Math.min(0.1, (now - last) / 1e9);
            last = now;
            linksStale = true;
            atOnce = true;
            requestLayout();
        }
    }

    @Override
    public void draw(Pen pen) {
        if (painter != null) {
            painter.draw(pen);
        }
    }

    @Override
    protected void layoutChildren() {
        NetworkPainter now = painter;
        PixelBuffer<IntBuffer> target = buffer;
        if (now == null || target == null) {
            return;
        }
        if (linksStale && atOnce) {
            linksStale = false;
            atOnce = false;
            now.paintLinks(flows() ? flow : Double.NaN, stressed);
        }
        now.paint(pointed);
        target.updateBuffer(whole -> {
            // The renderer may be reading: it gets a finished picture at once, never a half painted one.
            System.arraycopy(now.raster().pixels, 0, front, 0, front.length);
            return null;
        });
    }
}

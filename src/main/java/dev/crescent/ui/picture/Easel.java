package dev.crescent.ui.picture;

import dev.crescent.export.Png;
import dev.crescent.ui.pen.FileScenes;
import dev.crescent.ui.pen.NodeDrawer;
import dev.crescent.ui.pen.Sketch;
import dev.crescent.ui.pen.SvgPen;
import dev.crescent.ui.theme.ColorVision;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Holds a picture's frame in a scene of its own, and draws what it shows as pixels or as SVG. Drawing is asked for on any
/// thread, and done on JavaFX's.
final class Easel {
    private final Toolkit toolkit;
    private final PictureForm form;
    private final double scale;
    private final Theme theme;
    private final ColorVision vision;
    private final PictureFrame frame;
    private final Scene scene;

    /// On the JavaFX thread.
    ///
    /// @param scale how many pixels there are for each of the layout's
    Easel(Toolkit toolkit, PictureForm form, double scale, PictureFrame frame) {
        this.toolkit = toolkit;
        this.form = form;
        this.scale = scale;
        this.frame = frame;
        theme = form.look().theme();
        vision = form.look().vision();
        scene = new Scene(frame, form.width() / scale, form.height() / scale);
        theme.applyAlone(scene); // whoever shares the process keeps theirs
        if (!form.isPlain(scale)) {
            FileScenes.mark(scene, form.density(scale));
        }
    }

    /// Draws the frame.
    ///
    /// @param show brings it into its state, on the JavaFX thread
    /// @return `[height * width]` ARGB, row-major, opaque unless the form is transparent
    int[] draw(Runnable show) {
        if (form.isPlain(scale)) {
            return toolkit.call(() -> snapshot(show));
        }
        Tiles tiles = tiles(show);
        int[] pixels = new int[form.width() * form.height()];
        for (int y = 0; y < form.height(); y += Tiles.ROWS) {
            int first = y;
            int[] rows = toolkit.call(() -> tiles.draw(first));
            vision.simulate(rows);
            System.arraycopy(rows, 0, pixels, y * form.width(), rows.length);
        }
        return pixels;
    }

    /// Draws the frame into a file: as SVG if the form is a vector's, else as PNG, a few rows at a time, so that a large
    /// picture needs hardly more memory than a small one.
    ///
    /// @param title what an SVG says it is
    /// @throws IOException if the stream does not take it
    void write(Runnable show, String title, OutputStream out) throws IOException {
        if (form.vector()) {
            out.write(svg(show, title).getBytes(StandardCharsets.UTF_8));
        } else if (form.isPlain(scale)) {
            Png.write(out, draw(show), form.width(), form.height());
        } else {
            Tiles tiles = tiles(show);
            Png.write(out, form.width(), form.height(), form.transparent(), Tiles.ROWS,
                    y -> {
                        int[] rows = toolkit.call(() -> tiles.draw(y));
                        vision.simulate(rows);
                        return rows;
                    });
        }
    }

    private Tiles tiles(Runnable show) {
        return new Tiles(sketch(show), form, scale, Palette.of(theme).bg());
    }

    /// What the scene shows, without its background.
    private Sketch sketch(Runnable show) {
        return toolkit.call(() -> {
            lay(show);
            Sketch sketch = new Sketch();
            new NodeDrawer(sketch).children(frame);
            return sketch;
        });
    }

    private void lay(Runnable show) {
        show.run();
        frame.applyCss();
        frame.layout();
    }

    private String svg(Runnable show, String title) {
        Sketch sketch = sketch(show);
        return toolkit.call(() -> {
            SvgPen pen = new SvgPen();
            double across = form.width() / scale;
            double down = form.height() / scale;
            if (!form.transparent()) {
                pen.setFill(Palette.of(theme).bg());
                pen.fillRect(0, 0, across, down);
            }
            sketch.replay(pen);
            return pen.document(form.width(), form.height(), across, down, title);
        });
    }

    private int[] snapshot(Runnable show) {
        show.run();
        WritableImage image = scene.snapshot(null);
        int[] pixels = new int[form.width() * form.height()];
        image.getPixelReader().getPixels(0, 0, form.width(), form.height(), PixelFormat.getIntArgbInstance(), pixels, 0,
                form.width());
        vision.simulate(pixels);
        return pixels;
    }
}

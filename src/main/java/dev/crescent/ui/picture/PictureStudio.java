package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.export.Png;
import dev.crescent.ui.ShippedTitles;
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

/// Draws pictures of one experiment, all of one kind and size, without a window and without a display.
///
/// Belongs to one thread, which need not be JavaFX's. Opening it starts JavaFX if nobody did; then closing it ends
/// JavaFX for this process.
public final class PictureStudio implements AutoCloseable {
    private final Toolkit toolkit;
    private final PictureForm form;
    private final Theme theme;
    private final ColorVision vision;
    private final PictureFrame frame;
    private final Scene scene;
    private final String title;

    private PictureStudio(Toolkit toolkit, PictureForm form, Theme theme, PictureFrame frame, String title) {
        this.toolkit = toolkit;
        this.form = form;
        this.theme = theme;
        vision = form.look().vision();
        this.frame = frame;
        this.title = title;
        scene = new Scene(frame, form.width() / form.scale(), form.height() / form.scale());
        theme.applyAlone(scene); // whoever shares the process keeps theirs
        if (!form.isPlain()) {
            FileScenes.mark(scene, form.density());
        }
    }

    /// Makes everything ready to draw.
    ///
    /// @param engine whose evaluators run the network
    /// @throws IllegalArgumentException if the kind refuses the data
    public static PictureStudio open(PictureKind kind, Experiment experiment, Dataset data, Engine engine,
                                     PictureForm form) {
        kind.refuses(experiment, data).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        Toolkit toolkit = Toolkit.start();
        Theme theme = Theme.of(form.look().dark(), form.look().highContrast());
        return toolkit.call(() -> {
            String title = ShippedTitles.local(experiment.title());
            Picture picture = picture(kind, experiment, data, engine, theme);
            PictureFrame frame = new PictureFrame(title, picture, form.width() / form.scale());
            return new PictureStudio(toolkit, form, theme, frame, title + ": " + picture.subject());
        });
    }

    static Picture picture(PictureKind kind, Experiment experiment, Dataset data, Engine engine, Theme theme) {
        Palette palette = Palette.of(theme);
        Evaluator evaluator = engine.evaluator((Model.Network) experiment.model(), data.inputShape());
        return switch (kind) {
            case BOUNDARY -> new BoundaryPicture(experiment, data, evaluator, palette);
            case NETWORK -> new NetworkPicture(experiment, data, evaluator, theme);
            case LOSS -> new LossPicture(data, palette);
            case HIDDEN -> new HiddenPicture(experiment, data, engine, palette);
            case CONFUSION -> new ConfusionPicture(experiment, data, engine, palette);
            case LANDSCAPE -> new LandscapePicture(experiment, data, palette, false);
            case DESCENT -> new LandscapePicture(experiment, data, palette, true);
            case WEIGHTS -> new WeightsPicture(experiment, data, evaluator.layout(), palette);
        };
    }

    /// Computes what all moments of a film have in common, such as the plane of a whole path.
    ///
    /// @param end the last moment
    public void prepare(Moment end) {
        toolkit.call(() -> {
            frame.prepareFilm(end);
            return true;
        });
    }

    /// Draws a moment.
    ///
    /// @return `[height * width]` ARGB, row-major, opaque unless the form is transparent
    public int[] draw(Moment moment) {
        Runnable show = ready(moment);
        if (form.isPlain()) {
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

    /// Draws a moment into a file: as SVG if the form is a vector's, else as PNG, a few rows at a time, so that a large
    /// picture needs hardly more memory than a small one.
    ///
    /// @throws IOException if the stream does not take it
    public void write(Moment moment, OutputStream out) throws IOException {
        if (form.vector()) {
            out.write(svg(moment).getBytes(StandardCharsets.UTF_8));
        } else if (form.isPlain()) {
            Png.write(out, draw(moment), form.width(), form.height());
        } else {
            Tiles tiles = tiles(ready(moment));
            Png.write(out, form.width(), form.height(), form.transparent(), Tiles.ROWS,
                    y -> {
                        int[] rows = toolkit.call(() -> tiles.draw(y));
                        vision.simulate(rows);
                        return rows;
                    });
        }
    }

    private Tiles tiles(Runnable show) {
        return new Tiles(sketch(show), form, Palette.of(theme).bg());
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

    private String svg(Moment moment) {
        Sketch sketch = sketch(ready(moment));
        return toolkit.call(() -> {
            SvgPen pen = new SvgPen();
            double across = form.width() / form.scale();
            double down = form.height() / form.scale();
            if (!form.transparent()) {
                pen.setFill(Palette.of(theme).bg());
                pen.fillRect(0, 0, across, down);
            }
            sketch.replay(pen);
            return pen.document(form.width(), form.height(), across, down, title);
        });
    }

    private Runnable ready(Moment moment) {
        toolkit.call(() -> {
            frame.prepare(moment);
            return moment;
        });
        // What takes long is not done on JavaFX's thread, on which a window may be waiting.
        return frame.ready(moment);
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

    @Override
    public void close() {
        toolkit.close();
    }
}

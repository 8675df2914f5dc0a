package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.ui.ShippedTitles;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Draws pictures of one experiment, all of one kind and size, without a window and without a display.
///
/// Belongs to one thread, which need not be JavaFX's. Opening it starts JavaFX if nobody did; then closing it ends
/// JavaFX for this process.
public final class PictureStudio implements AutoCloseable {
    private final Toolkit toolkit;
    private final int width;
    private final int height;
    private final Theme theme;
    private final PictureFrame frame;
    private final Scene scene;

    private PictureStudio(Toolkit toolkit, int width, int height, Theme theme, PictureFrame frame) {
        this.toolkit = toolkit;
        this.width = width;
        this.height = height;
        this.theme = theme;
        this.frame = frame;
        scene = new Scene(frame, width, height);
    }

    /// Makes everything ready to draw.
    ///
    /// @param engine whose evaluators run the network
    /// @param dark whether in the dark theme
    /// @throws IllegalArgumentException if the kind refuses the data
    public static PictureStudio open(PictureKind kind, Experiment experiment, Dataset data, Engine engine, int width,
                                     int height, boolean dark) {
        kind.refuses(experiment, data).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        Toolkit toolkit = Toolkit.start();
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        return toolkit.call(() -> new PictureStudio(toolkit, width, height, theme,
                new PictureFrame(ShippedTitles.local(experiment.title()), picture(kind, experiment, data, engine, theme), width)));
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
    /// @return `[height * width]` opaque ARGB, row-major
    public int[] draw(Moment moment) {
        toolkit.call(() -> themed(() -> {
            frame.prepare(moment);
            return moment;
        }));
        // What takes long is not done on JavaFX's thread, on which a window may be waiting.
        Runnable show = frame.ready(moment);
        return toolkit.call(() -> themed(() -> snapshot(show)));
    }

    private <T> T themed(Supplier<T> body) {
        // The theme reaches beyond this scene: whoever shares the process keeps theirs.
        String before = Application.getUserAgentStylesheet();
        theme.apply(scene);
        try {
            return body.get();
        } finally {
            Application.setUserAgentStylesheet(before);
        }
    }

    private int[] snapshot(Runnable show) {
        show.run();
        WritableImage image = scene.snapshot(null);
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    @Override
    public void close() {
        toolkit.close();
    }
}

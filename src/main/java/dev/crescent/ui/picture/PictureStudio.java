package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.ui.ShippedTitles;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.io.IOException;
import java.io.OutputStream;

/// Draws pictures of one experiment, all of one kind and size, without a window and without a display.
///
/// Belongs to one thread, which need not be JavaFX's. Opening it starts JavaFX if nobody did; then closing it ends
/// JavaFX for this process.
public final class PictureStudio implements AutoCloseable {
    private final Toolkit toolkit;
    private final PictureFrame frame;
    private final Picture picture;
    private final Easel easel;
    private final String title;

    private PictureStudio(Toolkit toolkit, PictureForm form, Picture picture, String title) {
        this.toolkit = toolkit;
        this.picture = picture;
        this.title = title + ": " + picture.subject();
        double scale = form.scale(picture.room());
        frame = new PictureFrame(title, picture.subject(), picture.node(), form.width() / scale);
        easel = new Easel(toolkit, form, scale, frame);
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
        Theme theme = form.look().theme();
        return toolkit.call(() -> {
            Picture picture = picture(kind, experiment, data, engine, theme);
            return new PictureStudio(toolkit, form, picture, ShippedTitles.local(experiment.title()));
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
            case PREDICTIONS -> new PredictionPicture(experiment, data, engine, palette);
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
            picture.prepare(end);
            return true;
        });
    }

    /// Draws a moment.
    ///
    /// @return `[height * width]` ARGB, row-major, opaque unless the form is transparent
    public int[] draw(Moment moment) {
        return easel.draw(ready(moment));
    }

    /// Draws a moment into a file: as SVG if the form is a vector's, else as PNG, a few rows at a time, so that a large
    /// picture needs hardly more memory than a small one.
    ///
    /// @throws IOException if the stream does not take it
    public void write(Moment moment, OutputStream out) throws IOException {
        easel.write(ready(moment), title, out);
    }

    private Runnable ready(Moment moment) {
        toolkit.call(() -> {
            frame.prepare(Caption.of(moment));
            return moment;
        });
        // What takes long is not done on JavaFX's thread, on which a window may be waiting.
        return picture.ready(moment);
    }

    @Override
    public void close() {
        toolkit.close();
    }
}

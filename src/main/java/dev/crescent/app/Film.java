package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.export.Gif;
import dev.crescent.export.WholeFile;
import dev.crescent.insight.CurveData;
import dev.crescent.insight.landscape.PathPoint;
import dev.crescent.train.History;
import dev.crescent.train.Snapshot;
import dev.crescent.train.Timeline;
import dev.crescent.ui.picture.Look;
import dev.crescent.ui.picture.Moment;
import dev.crescent.ui.picture.PictureForm;
import dev.crescent.ui.picture.PictureKind;
import dev.crescent.ui.picture.PictureStudio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// A run as an animated GIF: its moments as `crescent render` draws them, evenly spread over its epochs.
final class Film {
    static final int WIDTH = 800;
    static final int HEIGHT = 600;
    private static final int MOST_FRAMES = 100;
    private static final int LAST_MILLIS = 2000;
    private static final double WHOLE_MILLIS = 8_000;
    /// Of frames that are shown at all, and of pictures that still move.
    private static final int LEAST_MILLIS = 20;
    private static final int MOST_MILLIS = 320;

    private final PictureKind kind;
    private final PictureForm form;
    private final List<Snapshot> frames;
    private @Nullable CurveData whole;
    private @Nullable PictureStudio studio;
    private @Nullable Snapshot studioOf;

    private Film(PictureKind kind, PictureForm form, List<Snapshot> frames) {
        this.kind = kind;
        this.form = form;
        this.frames = frames;
    }

    /// The moments to film: as many as fill the time, each at most once, the last one the newest.
    static List<Snapshot> frames(Timeline timeline) {
        List<Snapshot> frames = new ArrayList<>();
        int last = timeline.size() - 1;
        int before = -1;
        for (int i = 0; i < MOST_FRAMES && last >= 0; i++) {
            double epoch = timeline.epoch(0) + (timeline.epoch(last) - timeline.epoch(0)) * i / (MOST_FRAMES - 1);
            int at = i == MOST_FRAMES - 1 ? last : timeline.upTo(epoch);
            if (at > before) {
                frames.add(timeline.moment(at));
                before = at;
            }
        }
        return frames;
    }

    /// Writes a film, the whole file or none. Not on the JavaFX thread, which draws the pictures.
    ///
    /// @param frames at least one, all with the same history
    /// @param factor how fast it is played, 1 for about ten seconds
    /// @param progress told of the share that is done, from 0 to 1; what it throws ends the film
    /// @throws IOException if the file could not be written
    /// @throws CancellationException if the progress was so
    static void write(Path file, PictureKind kind, Look look, List<Snapshot> frames, double factor,
            DoubleConsumer progress) throws IOException {
        Film film = new Film(kind, PictureForm.of(WIDTH, HEIGHT, look), List.copyOf(frames));
        int delay = Math.clamp(Math.round(WHOLE_MILLIS / frames.size() / factor / 10) * 10, LEAST_MILLIS, MOST_MILLIS);
        int[] drawn = {0};
        double draws = frames.size() + Gif.paletteFrames(frames.size());
        try {
            WholeFile.write(file, out -> Gif.write(out, WIDTH, HEIGHT, frames.size(), number -> {
                progress.accept(drawn[0]++ / draws);
                return film.draw(number);
            }, delay, LAST_MILLIS));
        } finally {
            film.close();
        }
    }

    /// A moment of a run as one picture. Not on the JavaFX thread, which draws it.
    ///
    /// @param frames as for a film; a picture that shows the way shows them as far as the moment
    /// @return `[height * width]` ARGB, row-major
    static int[] still(PictureKind kind, PictureForm form, List<Snapshot> frames, Snapshot shown) {
        Film film = upTo(kind, form, frames, shown);
        try {
            return film.draw(film.frames.size() - 1);
        } finally {
            film.close();
        }
    }

    /// Writes a moment of a run as one picture, the whole file or none. Not on the JavaFX thread, which draws it.
    ///
    /// @param frames as for a film; a picture that shows the way shows them as far as the moment
    /// @throws IOException if the file could not be written
    static void writeStill(Path file, PictureKind kind, PictureForm form, List<Snapshot> frames, Snapshot shown)
            throws IOException {
        Film film = upTo(kind, form, frames, shown);
        try {
            PictureStudio studio = film.studio(shown);
            WholeFile.write(file, out -> studio.write(film.moment(shown), out));
        } finally {
            film.close();
        }
    }

    private static Film upTo(PictureKind kind, PictureForm form, List<Snapshot> frames, Snapshot shown) {
        List<Snapshot> way = new ArrayList<>(frames.stream().filter(frame -> frame.step() < shown.step()).toList());
        way.add(shown);
        return new Film(kind, form, List.copyOf(way));
    }

    private int[] draw(int number) {
        Snapshot frame = frames.get(number);
        return studio(frame).draw(moment(frame));
    }

    private Moment moment(Snapshot frame) {
        return new Moment(frame.epoch(), frame.train(), frame.test(), frame.parameters(),
                kind.showsPath() ? path(frame) : List.of(), kind.showsHistory() ? curves(frame) : CurveData.EMPTY);
    }

    /// The way to a frame, as far as the same picture shows it.
    private List<PathPoint> path(Snapshot frame) {
        return frames.stream().filter(f -> f.step() <= frame.step() && isLike(f, frame)).map(PathPoint::of).toList();
    }

    /// Where the data or the network changed, another one draws.
    private PictureStudio studio(Snapshot frame) {
        PictureStudio known = studio;
        Snapshot of = studioOf;
        if (known != null && of != null && isLike(of, frame)) {
            return known;
        }
        close();
        PictureStudio opened = PictureStudio.open(kind, frame.experiment(), frame.dataset(), new CpuEngine(), form);
        if (kind.showsPath()) {
            opened.prepare(moment(frames.stream().filter(f -> isLike(f, frame)).toList().getLast()));
        }
        studio = opened;
        studioOf = frame;
        return opened;
    }

    private static boolean isLike(Snapshot a, Snapshot b) {
        return a.dataset() == b.dataset() && a.experiment().model().equals(b.experiment().model());
    }

    /// The whole run's curves as far as a moment.
    private CurveData curves(Snapshot frame) {
        CurveData all = whole;
        if (all == null) {
            all = Curves.of(frame, List.of());
            whole = all;
        }
        History history = frame.history();
        int count = 0;
        while (count < history.size() && history.epoch(count) <= frame.epoch()) {
            count++;
        }
        return new CurveData(all.epochs(), all.trainLoss(), all.testLoss(), all.trainAccuracy(), all.testAccuracy(), count,
                all.marks().stream().filter(mark -> mark.epoch() <= frame.epoch()).toList(), List.of(), Curves.values(frame));
    }

    private void close() {
        if (studio != null) {
            studio.close();
        }
    }

    /// The kinds of pictures that there are of an experiment, and that move.
    static List<PictureKind> kinds(Experiment experiment, Dataset data) {
        return stills(experiment, data).stream().filter(PictureKind::isAnimated).toList();
    }

    /// The kinds of pictures that there are of an experiment.
    static List<PictureKind> stills(Experiment experiment, Dataset data) {
        return List.of(PictureKind.values()).stream().filter(kind -> kind.refuses(experiment, data).isEmpty()).toList();
    }
}

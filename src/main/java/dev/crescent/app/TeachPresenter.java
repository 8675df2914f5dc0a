package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.data.OwnSamples;
import dev.crescent.data.digits.Centering;
import dev.crescent.experiment.Experiment;
import dev.crescent.export.OwnDrawings;
import dev.crescent.train.Command;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.digits.TeachBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Keeps the user's own drawings, and lets the network learn them: a drawing that is taught joins the training samples of
/// what is on the bench, with all that were kept before it.
final class TeachPresenter {
    private static final int PIXELS = Centering.SIDE * Centering.SIDE;
    private static final float WHITE = 255;
    /// What is kept is digits: what was drawn as a shoe would come back as a 9.
    private static final List<String> DIGITS = IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    private final Workbench bench;
    private final TeachBar bar;
    private final Path file;
    private final Executor worker;
    private final Consumer<String> warn;
    private OwnDrawings own = OwnDrawings.NONE;
    private boolean readable; // until the file is read nothing is written over it
    private String problem = ""; // why it cannot be read
    private boolean taught; // whether the trainer has been given drawings since another document was opened
    private @Nullable Lesson lesson;
    private OwnSamples guests = OwnSamples.NONE; // that came with the document and are not among those kept here
    private int expected; // samples of the user's own that the training part has when the lesson is over
    private OwnDrawings written = OwnDrawings.NONE; // what the file had, as far as this window knows; used by the worker
    private final List<OwnDrawings.Drawn> dropped = new ArrayList<>(); // with lessons that were undone
    private @Nullable OwnDrawings deleted; // what there was before the last one was deleted

    /// What is being learned.
    ///
    /// @param before what was read before: the class of a single drawing, or how many of all were right
    private record Lesson(long started, List<OwnDrawings.Drawn> drawings, int before, boolean all, Snapshot since) {}

    /// @param worker one thread for files
    TeachPresenter(Workbench bench, TeachBar bar, Path file, Executor worker, Consumer<String> warn) {
        this.bench = bench;
        this.bar = bar;
        this.file = file;
        this.worker = worker;
        this.warn = warn;
        bar.setOwnDrawings(0);
        bench.onOpen(this::forget);
        bench.onTaught(this::takenBack);
    }

    /// A lesson was taken back, or given again: the drawing that it brought goes and comes with it.
    private void takenBack(Deed.Taught lessonDeed, boolean back) {
        lesson = null;
        bar.clearLesson();
        if (!lessonDeed.added()) {
            return;
        }
        if (back && !own.all().isEmpty()) {
            dropped.add(own.all().getLast());
            become(own.without(own.all().size() - 1));
        } else if (!back && !dropped.isEmpty()) {
            become(own.with(dropped.removeLast()));
        }
    }

    /// Another document does not learn what was taught to the one before.
    private void forget() {
        lesson = null;
        guests = OwnSamples.NONE;
        if (taught) {
            taught = false;
            if (bench.came().progress() == null) {
                bench.trainer().send(new Command.Teach(OwnSamples.NONE, false));
            }
        }
    }

    /// Reads what was kept on earlier days.
    void start() {
        worker.execute(() -> {
            try {
                OwnDrawings read = OwnDrawings.read(file);
                written = read;
                Platform.runLater(() -> known(read));
            } catch (IOException e) {
                Platform.runLater(() -> {
                    problem = Sentences.of(e);
                    warn.accept(problem);
                });
            }
        });
    }

    private void known(OwnDrawings read) {
        readable = true;
        OwnDrawings all = read;
        for (OwnDrawings.Drawn early : own.all()) {
            all = all.with(early);
        }
        boolean more = !own.all().isEmpty();
        own = all;
        bar.setOwnDrawings(own.all().size());
        if (more) {
            keep(own);
        }
    }

    OwnDrawings own() {
        return own;
    }

    /// Keeps a drawing and learns it, with all that were kept before.
    ///
    /// @param ink `[28][28]`, 0 to 1
    /// @param before the class that the network reads now
    void teach(float[] ink, int label, int before, Snapshot current) {
        byte[] pixels = new byte[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            pixels[i] = (byte) Math.round(WHITE * ink[i]);
        }
        OwnDrawings.Drawn drawn = new OwnDrawings.Drawn(pixels, label);
        OwnDrawings next = own.with(drawn);
        learn(new Lesson(System.nanoTime(), List.of(drawn), before, false, current), next);
        become(next);
    }

    /// Learns what was kept on earlier days.
    ///
    /// @param reads the class that the network of the snapshot reads in a drawing, `[28][28]`, 0 to 1
    void teachAll(Snapshot current, ToIntFunction<float[]> reads) {
        learn(new Lesson(System.nanoTime(), own.all(), right(own.all(), reads), true, current), own);
    }

    private void learn(Lesson next, OwnDrawings all) {
        lesson = next;
        Dataset there = next.since().dataset();
        OwnSamples known = taught ? taughtWith(own) : OwnSamples.of(there);
        meetGuests(there);
        taught = true;
        dropped.clear();
        bar.showLearning();
        OwnSamples lessons = taughtWith(all);
        expected = lessons.count();
        bench.teach(known, lessons, !next.all());
    }

    private static int right(List<OwnDrawings.Drawn> drawings, ToIntFunction<float[]> reads) {
        return (int) drawings.stream().filter(drawn -> reads.applyAsInt(ink(drawn)) == drawn.label()).count();
    }

    void delete(int index) {
        Snapshot latest = bench.trainer().latest();
        if (latest != null) {
            meetGuests(latest.dataset());
        }
        deleted = own;
        become(own.without(index));
        sendFewer();
    }

    /// Brings back what was deleted last.
    void restore() {
        OwnDrawings before = deleted;
        if (before != null && own.all().size() < before.all().size()) {
            deleted = null;
            become(before);
            sendFewer();
        }
    }

    private void sendFewer() {
        Snapshot latest = bench.trainer().latest();
        if (taught || latest != null && latest.dataset().own() > 0) {
            // Drawings of earlier days that nobody has taught stay where they are.
            bench.trainer().send(new Command.Teach(taughtWith(own), false));
        }
    }

    private void become(OwnDrawings next) {
        own = next;
        bar.setOwnDrawings(own.all().size());
        if (readable) {
            keep(next);
        } else if (!problem.isEmpty()) {
            // What cannot be read is not written over.
            warn.accept(Texts.get("digits.notKeptYet", problem));
        }
    }

    private void keep(OwnDrawings next) {
        worker.execute(() -> {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                OwnDrawings.read(file).changed(written, next).write(file); // another window may have kept some, too
                written = next;
            } catch (IOException e) {
                Platform.runLater(() -> warn.accept(Texts.get("digits.notKept", file, Sentences.of(e))));
            }
        });
    }

    /// Writes all of them to a folder as IDX files.
    void export(Path folder, Consumer<String> tell) {
        OwnDrawings all = own;
        worker.execute(() -> {
            try {
                all.export(folder);
                Platform.runLater(() -> tell.accept(Texts.get("digits.exported", all.all().size(), folder)));
            } catch (IOException e) {
                Platform.runLater(() -> warn.accept(Texts.get("digits.notExported", folder, Sentences.of(e))));
            }
        });
    }

    /// What comes with a document is not taken from it by what is taught here.
    private void meetGuests(Dataset data) {
        if (!taught) {
            guests = OwnSamples.of(data).without(samples(own, bench.experiment()));
        }
    }

    /// What the network is taught: what came with the document, and these.
    private OwnSamples taughtWith(OwnDrawings drawings) {
        return guests.and(samples(drawings, bench.experiment()));
    }

    private static OwnSamples samples(OwnDrawings own, Experiment experiment) {
        List<OwnDrawings.Drawn> all = own.all();
        float[] inputs = new float[all.size() * PIXELS];
        int[] labels = new int[all.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = all.get(i).label();
            System.arraycopy(DigitReader.scaled(ink(all.get(i)), experiment), 0, inputs, i * PIXELS, PIXELS);
        }
        return new OwnSamples(labels.length, PIXELS, inputs, labels);
    }

    private static float[] ink(OwnDrawings.Drawn drawn) {
        float[] ink = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            ink[i] = (drawn.pixels()[i] & 0xff) / WHITE;
        }
        return ink;
    }

    /// Tells what a lesson has changed, once the network has had it, and whether there is something to learn.
    ///
    /// @param reads the class that the network of the snapshot reads in a drawing, `[28][28]`, 0 to 1
    void frame(Snapshot current, ToIntFunction<float[]> reads) {
        Lesson running = lesson;
        if (running != null && current != running.since && current.dataset().own() == expected
                && current.dataset() != running.since.dataset()) {
            lesson = null;
            tell(running, current, reads);
        }
        Dataset data = current.dataset();
        boolean digits = DIGITS.equals(data.classNames());
        bar.setRefusal(!digits ? Texts.get("digits.teachDigits")
                : data.train().count() == 0 ? Texts.get("digits.teachNone") : "");
        bar.setUntaught(digits && lesson == null && data.own() == 0 && data.train().count() > 0
                && !own.all().isEmpty());
    }

    private void tell(Lesson had, Snapshot current, ToIntFunction<float[]> reads) {
        double seconds = (System.nanoTime() - had.started) / 1e9;
        if (had.all) {
            bar.showLessonOfAll(seconds, had.before, right(had.drawings, reads), had.drawings.size());
        } else {
            List<String> names = current.dataset().classNames();
            bar.showLesson(seconds, names.get(had.before), names.get(reads.applyAsInt(ink(had.drawings.getFirst()))));
        }
    }
}

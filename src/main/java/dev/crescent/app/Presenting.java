package dev.crescent.app;

import dev.crescent.lesson.Beat;
import dev.crescent.lesson.Camera;
import dev.crescent.lesson.Lesson;
import dev.crescent.lesson.Lessons;
import dev.crescent.lesson.Pace;
import dev.crescent.lesson.Shot;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Theme;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Gives the window to a talk, and gets it back: meanwhile training on the bench waits, and nothing of it changes. All methods
/// run on the JavaFX thread.
final class Presenting {
    private static final String DONE = "lessons.done";

    private final Stage stage;
    private final Workbench bench;
    private final RunActions run;
    private final Preferences preferences;
    private final Appearance appearance;
    private final Executor worker;
    private final Consumer<String> warn;
    private final Failures failures;
    private final Consumer<Boolean> away;
    private volatile @Nullable Lesson tour;
    private @Nullable Presentation on;
    private @Nullable Scene window; // what the stage showed before
    private boolean wasRunning;
    private boolean wasFullScreen;

    /// @param worker one thread for files
    /// @param warn tells the user a sentence
    /// @param away told that the window's own content is not seen from now on, or is seen again
    Presenting(Stage stage, Workbench bench, RunActions run, Preferences preferences, Appearance appearance, Executor worker,
            Consumer<String> warn, Failures failures, Consumer<Boolean> away) {
        this.stage = stage;
        this.bench = bench;
        this.run = run;
        this.preferences = preferences;
        this.appearance = appearance;
        this.worker = worker;
        this.warn = warn;
        this.failures = failures;
        this.away = away;
    }

    boolean isOn() {
        return on != null;
    }

    /// Reads the lesson that comes with the program; not on the JavaFX thread.
    void readTour() {
        if (tour == null) {
            tour = Lessons.tour(Texts.language().id());
        }
    }

    /// Its scenes, and which of them have been shown; none before it was read.
    List<dev.crescent.ui.start.Lesson> lessons() {
        Lesson read = tour;
        List<Integer> done = doneScenes();
        return read == null ? List.of() : IntStream.range(0, read.scenes().size())
                .mapToObj(i -> new dev.crescent.ui.start.Lesson(read.scenes().get(i).title(), done.contains(i))).toList();
    }

    /// Presents the lesson that comes with the program, from a scene on.
    void tour(int number) {
        worker.execute(() -> {
            readTour();
            Platform.runLater(() -> {
                Lesson read = tour;
                if (read != null) {
                    present(read, number, null, this::done);
                }
            });
        });
    }

    /// Presents a lesson of the user's own.
    ///
    /// @param read called if it could be read, with its data, and is presented
    void open(Path file, Consumer<Path> read) {
        worker.execute(() -> {
            try {
                Lesson own = OwnLessons.open(file, bench.engines());
                Platform.runLater(() -> {
                    read.accept(file);
                    present(own, 0, null, scene -> { });
                });
            } catch (OpeningException e) {
                Platform.runLater(() -> warn.accept(String.valueOf(e.getMessage())));
            }
        });
    }

    /// Presents what is on the bench, from where its training stands.
    ///
    /// @param room that it is shown in
    void bench(Rooms.Room room) {
        Place here = bench.here();
        Camera camera = camera(room);
        boolean race = room == Rooms.Room.DESCENT; // which has nothing to show before it is run
        Beat only = new Beat(Titles.of(here.document()), camera, new Pace(Pace.USUAL.stepsPerSecond(), 0, race),
                here.document().experiment(), "");
        present(new Lesson(only.caption(), List.of(new dev.crescent.lesson.Scene(only.caption(), List.of(only)))), 0, here,
                scene -> { });
    }

    private Camera camera(Rooms.Room room) {
        Snapshot newest = bench.trainer().latest();
        boolean plane = newest != null && newest.dataset().plane() != null;
        return switch (room) {
            case DIGITS -> new Camera(List.of(Shot.of(Shot.View.PAD)), false);
            case DESCENT -> new Camera(List.of(Shot.of(Shot.View.RACE)), false);
            case PLAYGROUND -> plane ? new Camera(Camera.USUAL.shots(), true)
                    : new Camera(List.of(Shot.of(Shot.View.NETWORK), Shot.of(Shot.View.CURVES)), true);
        };
    }

    /// What is on stage; null while nothing is.
    @Nullable Presentation presentation() {
        return on;
    }

    /// Presents a lesson.
    ///
    /// @param number of the scene to begin with
    /// @param first what its bench begins with; null for each scene's own start
    /// @param seen called with the number of each scene that has been shown to its end
    void present(Lesson lesson, int number, @Nullable Place first, IntConsumer seen) {
        if (on != null) {
            return;
        }
        wasRunning = run.isRunning();
        run.pause();
        away.accept(true);
        window = stage.getScene();
        wasFullScreen = stage.isFullScreen();
        Presentation made = new Presentation(lesson, Theme.of(true, appearance.isHighContrast()), bench.engines(), worker, failures,
                seen, this::end);
        on = made;
        // Escape ends the talk, and not only the full screen.
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setScene(made.scene());
        stage.setFullScreen(true);
        made.begin(number, first);
    }

    /// Gives the window back.
    void end() {
        Presentation ending = on;
        Scene back = window;
        if (ending == null || back == null) {
            return;
        }
        on = null;
        ending.close();
        stage.setFullScreen(wasFullScreen);
        stage.setFullScreenExitKeyCombination(KeyCombination.keyCombination("Esc"));
        stage.setScene(back);
        appearance.dressAgain(back);
        away.accept(false);
        if (wasRunning) {
            run.go();
        }
    }

    /// Which scenes of the lesson that comes with the program have been shown.
    List<Integer> doneScenes() {
        return Arrays.stream(preferences.text(DONE).split(",")).filter(number -> number.matches("\\d{1,2}"))
                .map(Integer::valueOf).toList();
    }

    private void done(int number) {
        TreeSet<Integer> all = new TreeSet<>(doneScenes());
        if (all.add(number)) {
            preferences.setText(DONE, all.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
    }
}

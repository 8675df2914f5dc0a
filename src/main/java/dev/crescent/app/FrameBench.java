package dev.crescent.app;

import dev.crescent.cli.Measurement;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.train.Command;
import dev.crescent.train.Engines;
import dev.crescent.train.Snapshot;
import dev.crescent.train.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// Measures the window: frames a second while training rests and while it runs at full speed, and what drawing costs the
/// trainer. With a display it is a window on it, else one that nobody sees.
///
/// Training with the window drawn and with the window hidden take turns, so that both see the same machine.
public final class FrameBench {
    private static final Lengths HALF_A_MINUTE = new Lengths(5, 2, 8);

    private final MainWindow window;
    private final Trainer trainer;
    private final Lengths lengths;

    private FrameBench(MainWindow window, Lengths lengths) {
        this.window = window;
        this.trainer = window.bench().trainer();
        this.lengths = lengths;
    }

    /// How long is measured.
    ///
    /// @param rounds in each, training is measured at rest, drawn and hidden
    /// @param seconds that each of the three takes
    /// @param warmUpSeconds of training, drawn, before the first round
    record Lengths(int rounds, double seconds, double warmUpSeconds) {}

    /// Opens a window, measures for half a minute and closes it again.
    public static List<Measurement> measure() {
        preferHeadlessWithoutDisplay();
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.setImplicitExit(false);
        Platform.startup(() -> started.complete(null));
        started.join();
        List<Measurement> measurements = measure(HALF_A_MINUTE);
        Platform.exit();
        return measurements;
    }

    /// Opens a window, measures and closes it again; JavaFX runs already, on another thread.
    static List<Measurement> measure(Lengths lengths) {
        try {
            Path folder = Files.createTempDirectory("crescent-bench");
            MainWindow window = onFx(() -> open(new UserFolder(folder)));
            List<Measurement> measurements = new FrameBench(window, lengths).rounds();
            onFx(() -> {
                window.close();
                return window.setDrawn(false);
            });
            remove(folder);
            return measurements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void preferHeadlessWithoutDisplay() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        if (linux && System.getenv("DISPLAY") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
    }

    private static MainWindow open(UserFolder folder) {
        MainWindow window = new MainWindow(untouched(), Opening.begin().inRoom(),
                new Engines(List.of(new CpuEngine())), new Preferences(folder.preferences()),
                Desk.take(folder), new Failures(), folder);
        window.show();
        return window;
    }

    /// Nobody operates it, or closes it, while it is measured.
    static Stage untouched() {
        Stage stage = new Stage();
        stage.addEventFilter(InputEvent.ANY, Event::consume);
        stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, Event::consume);
        return stage;
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private List<Measurement> rounds() {
        trainer.send(new Command.Speed(Double.POSITIVE_INFINITY));
        trainer.send(new Command.Go());
        frames(lengths.warmUpSeconds);
        double[] still = new double[lengths.rounds];
        double[] moving = new double[lengths.rounds];
        double[] drawn = new double[lengths.rounds];
        double[] hidden = new double[lengths.rounds];
        double[] cost = new double[lengths.rounds];
        for (int round = 0; round < lengths.rounds; round++) {
            trainer.send(new Command.Pause());
            still[round] = frames(lengths.seconds);
            trainer.send(new Command.Go());
            long before = samples();
            long start = System.nanoTime();
            moving[round] = frames(lengths.seconds);
            drawn[round] = rate(before, start);
            onFx(() -> window.setDrawn(false));
            before = samples();
            start = System.nanoTime();
            after(lengths.seconds).join();
            hidden[round] = rate(before, start);
            onFx(() -> window.setDrawn(true));
            cost[round] = 100 * (1 - drawn[round] / hidden[round]);
        }
        List<Measurement> measurements = new ArrayList<>();
        measurements.add(Measurement.of("frames, training paused", "frames/s", still));
        measurements.add(Measurement.of("frames, training at full speed", "frames/s", moving));
        measurements.add(Measurement.of("training, window drawn", "samples/s", drawn));
        measurements.add(Measurement.of("training, window hidden", "samples/s", hidden));
        measurements.add(Measurement.of("cost of drawing", "%", cost));
        return measurements;
    }

    private long samples() {
        Snapshot latest = trainer.latest();
        return latest == null ? 0 : (long) (latest.epoch() * latest.dataset().train().count());
    }

    private double rate(long before, long start) {
        return (samples() - before) * 1e9 / (System.nanoTime() - start);
    }

    /// Frames a second over so many seconds.
    private static double frames(double seconds) {
        CompletableFuture<Double> counted = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private long first;
            private int frames;

            @Override
            public void handle(long now) {
                if (first == 0) {
                    first = now;
                    return;
                }
                frames++;
                if (now - first >= seconds * 1e9) {
                    stop();
                    counted.complete(frames * 1e9 / (now - first));
                }
            }
        }.start());
        return counted.join();
    }

    private static CompletableFuture<Void> after(double seconds) {
        return CompletableFuture.runAsync(() -> { },
                CompletableFuture.delayedExecutor((long) (seconds * 1e9), TimeUnit.NANOSECONDS));
    }

    private static <T> T onFx(Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, Platform::runLater).join();
    }
}

package dev.crescent.app;

import dev.crescent.train.Command;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Measures how long the bars take to follow the pen: from a mouse event on the pad until the prediction of the drawing with
/// it is painted, at rest and while the network trains at full speed. Not a test: run it by hand, on a display.
final class PenLatency {
    private static final int EVENTS = 400;
    private static final double NANOS_OF_MILLI = 1e6;

    private final WindowBench app;
    private final Semaphore painted = new Semaphore(0);
    private final List<Double> millis = new ArrayList<>();
    private long drawn; // when the event was fired that is not painted yet; 0 for none

    private PenLatency(WindowBench app) {
        this.app = app;
        app.scene().addPostLayoutPulseListener(() -> {
            if (drawn != 0) {
                millis.add((System.nanoTime() - drawn) / NANOS_OF_MILLI);
                drawn = 0;
                painted.release();
            }
        });
    }

    public static void main(String[] arguments) throws Throwable {
        FxExtension.start();
        Path home = Files.createTempDirectory("crescent-pen");
        List<PenLatency> made = new ArrayList<>();
        FxExtension.onFx(() -> {
            WindowBench app = new WindowBench(home, "builtin:digits");
            app.await("the digit room", () -> app.scene().lookup(".digits-room") != null);
            made.add(new PenLatency(app));
        });
        PenLatency latency = made.getFirst();
        latency.measure("warming up");
        latency.measure("at rest");
        latency.app.bench().trainer().send(new Command.Go());
        latency.measure("training");
        FxExtension.onFx(latency.app::close);
        Platform.exit();
    }

    private void measure(String when) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(1);
        Platform.runLater(() -> pen(MouseEvent.MOUSE_PRESSED, 0));
        millis.clear();
        for (int i = 1; i <= EVENTS; i++) {
            // Anywhere between two frames, as a hand moves.
            LockSupport.parkNanos(random.nextLong(5_000_000, 25_000_000));
            int place = i;
            Platform.runLater(() -> {
                drawn = System.nanoTime();
                pen(MouseEvent.MOUSE_DRAGGED, place);
            });
            painted.acquire();
        }
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%s: median %.1f ms, 95 of 100 within %.1f ms, %d events%n", when,
                sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100), sorted.size());
        Platform.runLater(() -> pen(MouseEvent.MOUSE_RELEASED, EVENTS));
    }

    /// Along a growing spiral.
    private void pen(EventType<MouseEvent> type, int place) {
        Node paper = app.find("pad");
        double side = paper.getLayoutBounds().getWidth();
        double angle = 12 * Math.PI * place / EVENTS;
        double radius = 0.4 * place / EVENTS;
        FxEvents.mouse(paper, type, MouseButton.PRIMARY, side * (0.5 + radius * Math.cos(angle)),
                side * (0.5 + radius * Math.sin(angle)), 1);
    }
}

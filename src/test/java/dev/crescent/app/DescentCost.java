package dev.crescent.app;

import dev.crescent.experiment.Experiment;
import dev.crescent.train.Command;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/// Measures what the loss landscape takes from training at full speed: steps a second while it is shown, and the
/// playground, over those while there is no window, in interleaved rounds. Not a test: run it by hand, on a display.
final class DescentCost {
    private static final int ROUNDS = 9;
    /// Half a minute, in which most of what is drawn is compiled.
    private static final int WARMING_UP = 4;
    private static final long SETTLING_NANOS = 500_000_000;
    private static final long ROUND_NANOS = 2_000_000_000;

    private DescentCost() {}

    private interface Shown {
        void show(WindowBench app);
    }

    public static void main(String[] arguments) throws Throwable {
        FxExtension.start();
        Path home = Files.createTempDirectory("crescent-descent");
        List<WindowBench> made = new ArrayList<>();
        FxExtension.onFx(() -> {
            WindowBench app = WindowBench.on(home, Experiment.defaults());
            app.bench().setSpeed(Double.POSITIVE_INFINITY);
            app.send(new Command.Go());
            made.add(app);
        });
        WindowBench app = made.getFirst();
        List<String> names = List.of("no window", "the loss landscape", "the playground");
        List<Shown> rooms = List.of(a -> a.window.setDrawn(false), a -> show(a, "rail.descent"), a -> show(a, "rail.playground"));
        double[][] rates = new double[rooms.size()][ROUNDS];
        for (int round = -WARMING_UP; round < ROUNDS; round++) {
            for (int room = 0; room < rooms.size(); room++) {
                Shown shown = rooms.get(room);
                FxExtension.onFx(() -> shown.show(app));
                LockSupport.parkNanos(SETTLING_NANOS);
                double rate = rate(app);
                if (round >= 0) {
                    rates[room][round] = rate;
                }
            }
        }
        FxExtension.onFx(app::close);
        Platform.exit();
        for (int room = 0; room < rooms.size(); room++) {
            double[] ratios = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                ratios[round] = rates[room][round] / rates[0][round];
            }
            Arrays.sort(ratios);
            System.out.printf(Locale.ROOT, "%s: %.3f of the steps (%.3f to %.3f)%n", names.get(room), ratios[ROUNDS / 2],
                    ratios[0], ratios[ROUNDS - 1]);
        }
    }

    private static void show(WindowBench app, String rail) {
        app.window.setDrawn(true);
        app.click(rail);
    }

    /// Steps a second over one round.
    private static double rate(WindowBench app) {
        Snapshot first = app.latest();
        long start = System.nanoTime();
        LockSupport.parkNanos(ROUND_NANOS);
        long steps = app.latest().step() - first.step();
        return steps * 1e9 / (System.nanoTime() - start);
    }
}

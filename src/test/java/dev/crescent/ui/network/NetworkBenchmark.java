package dev.crescent.ui.network;

import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.Arrays;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Measures what a frame of the network view costs: painting alone, and frames a second with everything changing.
///
/// Run with `-Dglass.platform=Headless -Dprism.order=sw --add-modules=jdk.incubator.vector`.
public final class NetworkBenchmark {
    private static final int FRAMES = 240;

    private NetworkBenchmark() {}

    public static void main(String[] arguments) throws Throwable {
        FxExtension.start();
        TrainedNetwork small = TrainedNetwork.of(NetworkDemo.moons(), 2000);
        TrainedNetwork huge = TrainedNetwork.of(NetworkDemo.huge(), 100);
        FxExtension.onFx(() -> {
            paint("default network", small, 600, 456);
            paint("default network, large", small, 1000, 656);
            paint("10 x 32 units", huge, 600, 456);
            paint("10 x 32 units, large", huge, 1000, 656);
            frames("default network", small, 600, 456);
            frames("default network, large", small, 1000, 656);
            frames("10 x 32 units", huge, 600, 456);
        });
        System.exit(0);
    }

    /// Links, thumbnails and everything else anew, without showing them.
    private static void paint(String what, TrainedNetwork net, double width, double height) {
        Shown shown = Shown.of(net.experiment(), (dev.crescent.experiment.Model.Network) net.experiment().model(),
                net.data().inputShape(), InputName.of(net.data()), net.outputNames(), net.layout());
        NetworkLayout layout = NetworkLayout.of(shown.structure(), width, height, 30, 45);
        NetworkPainter painter = new NetworkPainter(shown.structure(), layout, Palette.of(Theme.LIGHT),
                shown.activations(), true, width, height, 1);
        float[][] said = net.activations(0.5, 0);
        var fields = net.fields();
        double[] links = new double[FRAMES];
        double[] units = new double[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            painter.setParameters(net.parameters());
            painter.setFields(fields);
            painter.setProbe(0.5, 0.5);
            painter.setLevels(said);
            long start = System.nanoTime();
            painter.paintLinks(painter.links().flows() ? i * 0.8 : Double.NaN, null);
            long middle = System.nanoTime();
            painter.paint(NetworkPainter.Pointed.NOTHING);
            links[i] = (middle - start) / 1e6;
            units[i] = (System.nanoTime() - middle) / 1e6;
        }
        System.out.printf(Locale.ROOT, "%-24s links %.2f ms, units with new thumbnails %.2f ms (median of %d, %d links)%n", what,
                median(links), median(units), FRAMES, painter.links().count());
    }

    private static void frames(String what, TrainedNetwork net, double width, double height) {
        NetworkView view = new NetworkView();
        Stage stage = new Stage();
        stage.setScene(new Scene(view, width, height));
        Theme.LIGHT.apply(stage.getScene());
        stage.show();
        net.showIn(view);
        view.setRunning(true);
        var fields = net.fields();
        Object key = new Object();
        long[] times = new long[FRAMES];
        int[] frame = {-60};
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                view.show(net.parameters().clone());
                view.show(fields);
                int i = frame[0]++;
                if (i >= 0) {
                    times[i] = now;
                }
                if (frame[0] == FRAMES) {
                    stop();
                    Platform.exitNestedEventLoop(key, null);
                }
            }
        };
        timer.start();
        Platform.enterNestedEventLoop(key);
        double seconds = (times[FRAMES - 1] - times[0]) / 1e9;
        System.out.printf(Locale.ROOT, "%-24s %.1f frames a second, everything shown anew in each%n", what, (FRAMES - 1) / seconds);
        stage.hide();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

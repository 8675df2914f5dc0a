package dev.crescent.ui.network;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Theme;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/// Writes pictures of the network view in both themes into a folder, for looking at it beside the design.
///
/// Run with `-Dglass.platform=Headless -Dprism.order=sw --add-modules=jdk.incubator.vector` and the folder as argument.
public final class NetworkDemo {
    private NetworkDemo() {}

    public static void main(String[] arguments) throws Throwable {
        File folder = new File(arguments[0]);
        FxExtension.start();
        TrainedNetwork moons = TrainedNetwork.of(moons(), 4000);
        TrainedNetwork blobs = TrainedNetwork.of(blobs(), 2500);
        TrainedNetwork deep = TrainedNetwork.of(deep(), 1500);
        TrainedNetwork huge = TrainedNetwork.of(huge(), 300);
        TrainedNetwork wave = TrainedNetwork.of(wave(), 1500);
        FxExtension.onFx(() -> {
            for (Theme theme : Theme.values()) {
                String name = theme.name().toLowerCase(Locale.ROOT) + ".png";
                picture(theme, moons, 600, 456, Open.LINK, new File(folder, "network-" + name));
                picture(theme, moons, 1000, 656, Open.NOTHING, new File(folder, "wide-" + name));
                picture(theme, blobs, 1000, 656, Open.NOTHING, new File(folder, "blobs-" + name));
                picture(theme, deep, 600, 456, Open.NOTHING, new File(folder, "deep-" + name));
                picture(theme, huge, 600, 456, Open.NOTHING, new File(folder, "huge-" + name));
                picture(theme, huge, 1000, 656, Open.NOTHING, new File(folder, "hugewide-" + name));
                picture(theme, wave, 600, 456, Open.NOTHING, new File(folder, "wave-" + name));
                picture(theme, moons, 600, 456, Open.POPOVER, new File(folder, "popover-" + name));
                picture(theme, moons, 600, 456, Open.WEIGHT, new File(folder, "weight-" + name));
                picture(theme, moons, 600, 456, Open.BIAS, new File(folder, "bias-" + name));
            }
        });
        System.exit(0);
    }

    private enum Open {
        NOTHING, LINK, POPOVER, WEIGHT, BIAS
    }

    static Experiment moons() {
        Experiment e = Experiment.defaults();
        return e.withData(new Data(new Source.Points(PointSet.MOONS, 500, 0.19), 4, 0.5, Scaling.NONE));
    }

    private static Experiment blobs() {
        Experiment e = Experiment.defaults();
        return e.withData(new Data(new Source.Points(PointSet.BLOBS, 600, 0.3), 4, 0.5, Scaling.NONE))
                .withFeatures(List.of("x1", "x2", "x1*x2"))
                .withModel(new Model.Network(1, List.of(new Layer.Dense(8, Activation.TANH), new Layer.Dense(6, Activation.TANH),
                        new Layer.Dense(3, Activation.SOFTMAX))));
    }

    private static Experiment deep() {
        Experiment e = Experiment.defaults();
        return e.withData(new Data(new Source.Points(PointSet.SPIRAL, 600, 0.1), 4, 0.5, Scaling.NONE))
                .withFeatures(List.of("x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"))
                .withModel(new Model.Network(1, List.of(new Layer.Dense(12, Activation.RELU), new Layer.Dropout(0.1),
                        new Layer.Dense(8, Activation.SWISH), new Layer.Noise(0.1), new Layer.Dense(8, Activation.TANH),
                        new Layer.Dense(4, Activation.SIGMOID), new Layer.Dense(2, Activation.SOFTMAX))));
    }

    static Experiment huge() {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            layers.add(new Layer.Dense(32, Activation.TANH));
        }
        layers.add(new Layer.Dense(2, Activation.SOFTMAX));
        return moons().withModel(new Model.Network(1, layers));
    }

    private static Experiment wave() {
        Experiment e = Experiment.defaults();
        return e.withTraining(e.training().withLoss(Loss.MEAN_SQUARED_ERROR))
                .withModel(new Model.Network(1, List.of(new Layer.Dense(20, Activation.TANH), new Layer.Maxout(5, 2,
                        Activation.LINEAR, dev.crescent.experiment.Initializer.Standard.GLOROT_UNIFORM, true,
                        dev.crescent.experiment.Initializer.Standard.ZEROS), new Layer.Dense(1, Activation.LINEAR))))
                .withData(new Data(new Source.Points(PointSet.GAUSS_REGRESSION, 400, 0.1), 4, 0.5, Scaling.NONE));
    }

    private static void picture(Theme theme, TrainedNetwork net, double width, double height, Open open, File file)
            throws Exception {
        NetworkView view = new NetworkView();
        view.setStyle("-fx-background-color: -color-bg-default");
        view.setTheme(theme);
        Scene scene = new Scene(view, width, height);
        theme.apply(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        net.showIn(view);
        view.setProbe(0.56, 0.02);
        view.showActivations(net.activations(0.56, 0.02));
        view.setRunning(true);
        FxExtension.pulse(scene);
        switch (open) {
            case NOTHING -> { }
            case LINK -> { }
            case WEIGHT -> {
                hover(view, new Links.LinkRef(2, 1, 0));
                view.editors().openWeight(new Links.LinkRef(2, 1, 0));
                for (int i = 0; i < 60; i++) {
                    float[] changed = net.parameters().clone();
                    for (int k = 0; k < changed.length; k++) {
                        changed[k] = net.start()[k] + (net.parameters()[k] - net.start()[k]) * (float) (1 - Math.exp(-i / 12.0));
                    }
                    view.show(changed);
                }
            }
            case POPOVER -> view.popover().open(view, 0);
            case BIAS -> view.editors().openBias(new UnitRef(1, 2));
        }
        for (int i = 0; i < 12; i++) {
            FxExtension.pulse(scene);
        }
        if (open == Open.LINK) {
            hover(view, new Links.LinkRef(2, 1, 0));
            view.layout();
        }
        ImageIO.write(shot(stage), "png", file);
        for (Window each : List.copyOf(Window.getWindows()).reversed()) {
            each.hide();
        }
    }

    private static void hover(NetworkView view, Links.LinkRef link) {
        Box at = view.handle(link);
        FxEvents.move(view.lookup(".network-picture"), at.x(), at.y() - NetworkLayout.PICTURE_TOP);
    }

    /// The window with its popups.
    private static BufferedImage shot(Stage stage) {
        List<Window> popups = Window.getWindows().stream().filter(PopupWindow.class::isInstance).toList();
        double width = stage.getScene().getWidth();
        double height = stage.getScene().getHeight();
        double left = stage.getX() + stage.getScene().getX();
        double top = stage.getY() + stage.getScene().getY();
        for (Window popup : popups) {
            width = Math.max(width, popup.getX() - left + popup.getWidth());
            height = Math.max(height, popup.getY() - top + popup.getHeight());
        }
        BufferedImage all = new BufferedImage((int) Math.ceil(width), (int) Math.ceil(height), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = all.createGraphics();
        g.drawImage(image(stage.getScene().snapshot(null)), 0, 0, null);
        for (Window popup : popups) {
            SnapshotParameters clear = new SnapshotParameters();
            clear.setFill(Color.TRANSPARENT);
            g.drawImage(image(popup.getScene().getRoot().snapshot(clear, null)), (int) (popup.getX() - left),
                    (int) (popup.getY() - top), null);
        }
        return all;
    }

    private static BufferedImage image(WritableImage shot) {
        BufferedImage image = new BufferedImage((int) shot.getWidth(), (int) shot.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, shot.getPixelReader().getArgb(x, y));
            }
        }
        return image;
    }
}

package dev.crescent.ui.demo;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.data.DataPanel;
import dev.crescent.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Writes pictures of the data panel in both themes into a folder, for looking at them.
///
/// Run with `-Dglass.platform=Headless -Dprism.order=sw` and the folder as the argument.
public final class DataPanelDemo {
    private DataPanelDemo() {}

    public static void main(String[] arguments) throws Throwable {
        File folder = new File(arguments[0]);
        Path csv = Files.createTempFile("flowers", ".csv");
        Files.writeString(csv, "sepal length,sepal width,petal length,petal width,kind\n5,3,1,0.2,a\n6,3,4,1.3,b\n");
        FxExtension.start();
        for (Theme theme : Theme.values()) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            FxExtension.onFx(() -> {
                save(theme, 256, 664, new File(folder, "data-" + name + ".png"), csv);
                save(theme, 320, 900, new File(folder, "data-wide-" + name + ".png"), csv);
                save(theme, 256, 420, new File(folder, "data-low-" + name + ".png"), csv);
            });
        }
        System.exit(0);
    }

    private static void save(Theme theme, double width, double height, File file, Path csv) throws Exception {
        Experiment start = Experiment.defaults();
        Data moons = start.data();
        List<DataPanel> panels = new ArrayList<>();
        panels.add(panel(theme, start.withData(moons.withSeed(4)
                .withSource(new Source.Points(PointSet.MOONS, 500, 0.19)))));
        panels.add(panel(theme, start.withData(moons.withSource(painted(8)))
                .withFeatures(List.of("x1", "sin(3*x1*x2)", "sqrt(abs(x1)) / (1 + x2^2)"))));
        panels.add(panel(theme, start.withData(moons.withSeed(-123456789)
                .withSource(new Source.Points(PointSet.GAUSS_REGRESSION, 1_000_000, 0.1))
                .withScaling(dev.crescent.experiment.Scaling.STANDARDIZE)).withFeatures(List.of("x1*x2"))));
        panels.add(panel(theme, start.withData(moons.withSource(new Source.Csv(csv.toString(), "", Task.CLASSIFICATION,
                List.of(), List.of(), null)))));
        HBox all = new HBox(panels.toArray(Node[]::new));
        for (DataPanel each : panels) {
            each.getStyleClass().addAll("panel", "panel-edge-right");
            each.setMinSize(width, height);
            each.setMaxSize(width, height);
        }
        Scene scene = new Scene(all);
        theme.apply(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        FxExtension.pulse(scene);
        act(panels);
        for (int i = 0; i < 5; i++) {
            FxExtension.pulse(scene);
        }
        write(scene, file);
        stage.hide();
    }

    private static void act(List<DataPanel> panels) {
        panels.get(0).lookupAll("#class-1").forEach(dot -> ((ToggleButton) dot).fire());
        DataPanel second = panels.get(1);
        FxEvents.click(find(second, "#features.plus"), 5, 5);
        TextField field = (TextField) find(second, "#features.field");
        field.setText("sin(x1");
        field.fireEvent(new javafx.event.ActionEvent());
        DataPanel third = panels.get(2);
        TextField noise = (TextField) find(third, "#data.noise-field");
        noise.requestFocus();
        noise.setText("lots");
        Event.fireEvent(noise, new javafx.event.ActionEvent());
        panels.get(3).showDropTarget(true);
        FxEvents.press(find(panels.get(0), "#tile-moons"), KeyCode.RIGHT);
    }

    private static Node find(DataPanel panel, String id) {
        return panel.lookupAll("*").stream().filter(n -> id.substring(1).equals(n.getId())).findFirst().orElseThrow();
    }

    private static DataPanel panel(Theme theme, Experiment experiment) throws Exception {
        DataPanel panel = new DataPanel(Runnable::run);
        Dataset dataset = Datasets.load(small(experiment.data()), experiment.features(), Path.of(""));
        panel.setTheme(theme);
        panel.show(experiment, dataset);
        return panel;
    }

    private static Data small(Data data) {
        return data.source() instanceof Source.Points p
                ? data.withSource(new Source.Points(p.set(), 500, p.noise())) : data;
    }

    private static Source.Painted painted(int classes) {
        SplittableRandom random = new SplittableRandom(2);
        List<PaintedPoint> points = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            double angle = 2 * Math.PI * (i % classes) / classes;
            points.add(new PaintedPoint(Math.cos(angle) + 0.12 * random.nextGaussian(),
                    Math.sin(angle) + 0.12 * random.nextGaussian(), i % classes));
        }
        return new Source.Painted(points);
    }

    private static void write(Scene scene, File file) throws Exception {
        WritableImage shot = Objects.requireNonNull(scene.snapshot(null));
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, shot.getPixelReader().getArgb(x, y));
            }
        }
        ImageIO.write(image, "png", file);
    }
}

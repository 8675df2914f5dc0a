package dev.crescent.ui.demo;

import dev.crescent.insight.OutputField;
import dev.crescent.insight.Region;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.loss.CurvesView;
import dev.crescent.ui.points.OutputView;
import dev.crescent.ui.points.PinnedCard;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.points.ScaleLegend;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.ToggleSwitch;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Writes pictures of the views in both themes into a folder, for looking at them.
///
/// Run with `-Dglass.platform=Headless -Dprism.order=sw` and the folder as the argument.
public final class ViewsDemo {
    private ViewsDemo() {}

    public static void main(String[] arguments) throws Throwable {
        File folder = new File(arguments[0]);
        FxExtension.start();
        for (Theme theme : Theme.values()) {
            FxExtension.onFx(() -> {
                save(views(theme), theme, new File(folder, "views-" + name(theme) + ".png"));
                save(kinds(theme), theme, new File(folder, "kinds-" + name(theme) + ".png"));
                save(controls(), theme, new File(folder, "controls-" + name(theme) + ".png"));
            });
        }
        System.exit(0);
    }

    private static String name(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    private static Parent views(Theme theme) {
        CurvesView curves = new CurvesView();
        curves.setTheme(Palette.of(theme));
        curves.show(Samples.curves(160));
        curves.setPrefSize(600, 208);
        CurvesView empty = new CurvesView();
        empty.setTheme(Palette.of(theme));
        empty.setPrefSize(600, 208);
        CurvesView hovered = new CurvesView();
        hovered.setTheme(Palette.of(theme));
        hovered.show(Samples.curves(4000));
        hovered.logProperty().set(false);
        hovered.smoothProperty().set(true);
        hovered.setPrefSize(600, 208);
        hovered.setId("hovered");
        for (CurvesView each : List.of(curves, empty, hovered)) {
            each.getStyleClass().add("panel-edge-bottom");
        }
        PointsModel moons = Samples.moons(500);
        Region region = new Region(-1.72, 2.66, -1.94, 2.44);
        VBox right = output(theme, moons, Samples.moonField(region, 128), region, 336, true);
        VBox large = output(theme, Samples.blobs(3, 600), Samples.blobField(Region.square(6.5, 0.2), 128, 3),
                Region.square(6.5, 0.2), 472, true);
        large.setId("large");
        return new HBox(new VBox(curves, empty, hovered), right, large);
    }

    private static Parent kinds(Theme theme) {
        Region region = Region.square(6.5, 0.2);
        return new HBox(
                output(theme, Samples.hills(300), Samples.hillField(region, 128), region, 336, false),
                output(theme, Samples.blobs(8, 640), Samples.blobField(region, 128, 8), region, 336, true));
    }

    private static VBox output(Theme theme, PointsModel points, OutputField field, Region region, double size,
                               boolean pinned) {
        Label title = new Label("Output");
        title.getStyleClass().add("panel-title");
        Label subject = new Label("class probability");
        subject.getStyleClass().add("muted");
        HBox header = new HBox(title, subject);
        header.getStyleClass().add("panel-header");
        OutputView view = new OutputView();
        ScaleLegend legend = new ScaleLegend();
        PinnedCard card = new PinnedCard();
        view.setTheme(Palette.of(theme));
        legend.setTheme(Palette.of(theme));
        card.setTheme(Palette.of(theme));
        view.setHome(region);
        view.show(field);
        view.showPoints(points);
        legend.show(points);
        view.setMinWidth(size);
        view.setMaxWidth(size);
        double x1 = 0.56;
        double x2 = 0.02;
        if (pinned) {
            view.showPin(x1, x2);
        }
        card.show(x1, x2, dev.crescent.insight.Region.square(2, 0), field.task(), points.classNames(), field.outputsAt(x1, x2));
        VBox box = new VBox(header, view, legend, card);
        VBox.setMargin(card, new Insets(12, 0, 0, 0));
        box.getStyleClass().addAll("panel", "panel-edge-left");
        box.setMaxWidth(size + 33);
        box.setMinWidth(size + 33);
        return box;
    }

    private static Parent controls() {
        Button primary = new Button("Pause", new FontIcon(Feather.PAUSE));
        primary.getStyleClass().add("primary");
        Button icon = new Button("", new FontIcon(Feather.MOON));
        icon.getStyleClass().add("icon-button");
        Button framed = new Button("", new FontIcon(Feather.ROTATE_CCW));
        framed.getStyleClass().add("framed");
        Button disabled = new Button("Disabled");
        disabled.setDisable(true);
        Button danger = new Button("Remove");
        danger.getStyleClass().add("danger");
        ToggleButton on = new ToggleButton("log");
        on.setSelected(true);
        HBox setting = new HBox(styled("Learning rate", "setting-name"), styled("0.01", "setting-value"));
        setting.getStyleClass().add("setting-row");
        MenuButton menu = new MenuButton("", setting);
        menu.getStyleClass().add("setting");
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().setAll("Adam", "SGD");
        combo.setValue("Adam");
        Slider slider = new Slider(0, 100, 50);
        slider.setPrefWidth(96);
        RangeSlider range = new RangeSlider(0, 100, 20, 80);
        range.setPrefWidth(120);
        ToggleSwitch off = new ToggleSwitch();
        ToggleSwitch lit = new ToggleSwitch("Contours");
        lit.setSelected(true);
        CheckBox check = new CheckBox("Check");
        check.setSelected(true);
        Spinner<Integer> spinner = new Spinner<>(0, 10, 4);
        spinner.setPrefWidth(96);
        ToggleButton tile = new ToggleButton();
        tile.getStyleClass().setAll("tile");
        tile.setSelected(true);
        tile.setPrefSize(40, 40);
        ToggleButton chip = new ToggleButton("x\u2081\u00b2");
        chip.getStyleClass().setAll("chip");
        ToggleButton chosen = new ToggleButton("sin x\u2082");
        chosen.getStyleClass().setAll("chip");
        chosen.setSelected(true);
        FlowPane pane = new FlowPane(12, 12, primary, new Button("Present", new FontIcon(Feather.MONITOR)), icon, framed,
                disabled, danger, on, menu, combo, slider, range, off, lit, check, spinner, new TextField("Text"), tile,
                chip, chosen, styled("Caption", "caption"), styled("Two moons", "window-title"), styled("live", "pill"),
                styled("w +1.1424", "tooltip-label"));
        pane.setStyle("-fx-padding: 16px");
        HBox rail = new HBox(rail(false), rail(true), pane);
        pane.setPrefWidth(640);
        return rail;
    }

    private static VBox rail(boolean named) {
        VBox rail = new VBox();
        rail.getStyleClass().add("rail");
        if (named) {
            rail.getStyleClass().add("named");
        }
        for (Feather each : List.of(Feather.SHARE_2, Feather.EDIT_2, Feather.TRENDING_DOWN)) {
            ToggleButton button = new ToggleButton("Descent", new FontIcon(each));
            button.setSelected(each == Feather.SHARE_2);
            rail.getChildren().add(button);
        }
        return rail;
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    private static void save(Parent root, Theme theme, File file) throws Exception {
        if (root instanceof Pane pane) {
            pane.setStyle("-fx-font-family: Inter");
        }
        Scene scene = new Scene(root);
        theme.apply(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        FxExtension.pulse(scene);
        hover(scene, "#hovered", 200, 120);
        hover(scene, "#large .output-picture", 150, 300);
        FxExtension.pulse(scene);
        WritableImage shot = scene.snapshot(null);
        stage.hide();
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

    private static void hover(Scene scene, String selector, double x, double y) {
        Node node = scene.lookup(selector);
        if (node instanceof CurvesView view) {
            node = view.getChildrenUnmodifiable().get(1);
            y -= 40;
        }
        if (node != null) {
            Point2D at = node.localToScene(x, y);
            Event.fireEvent(node, new MouseEvent(MouseEvent.MOUSE_MOVED, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.NONE, 0, false, false,
                    false, false, false, false, false, false, false, true, null));
        }
    }
}

package dev.crescent.ui.loss;

import dev.crescent.insight.CurveData;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The row above the charts: which charts, the newest values, and how they are drawn.
final class CurvesHeader extends HBox {
    private final Circle trainDot = new Circle(5);
    private final Circle testDot = new Circle(5);
    private final Label trainValue = value();
    private final Label testValue = value();
    final ToggleButton log = toggle(Texts.get("curves.log"), "curves.logHint");
    final ToggleButton smooth = toggle("", "curves.smooth");
    final Button pin = new Button(Texts.get("curves.pin"), new FontIcon(Feather.BOOKMARK));

    CurvesHeader(ObjectProperty<CurvesMode> mode) {
        super(16);
        getStyleClass().add("panel-header");
        smooth.setGraphic(new FontIcon(Feather.ACTIVITY));
        smooth.getStyleClass().add("framed");
        pin.getStyleClass().add("small-control");
        pin.setTooltip(new Tooltip(Texts.get("curves.pinHint")));
        pin.setMinWidth(Region.USE_PREF_SIZE);
        HBox values = new HBox(16, live(trainDot, "curves.train", trainValue), live(testDot, "curves.test", testValue));
        values.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(values, Priority.ALWAYS);
        HBox buttons = new HBox(8, log, smooth, pin);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(modes(mode), values, buttons);
    }

    private static HBox modes(ObjectProperty<CurvesMode> mode) {
        ToggleGroup group = new ToggleGroup();
        Map<CurvesMode, ToggleButton> buttons = new EnumMap<>(CurvesMode.class);
        HBox box = new HBox();
        box.getStyleClass().add("segmented");
        for (CurvesMode each : CurvesMode.values()) {
            ToggleButton button = new ToggleButton(Texts.get(switch (each) {
                case LOSS -> "curves.loss";
                case ACCURACY -> "curves.accuracy";
                case BOTH -> "curves.both";
            }));
            button.getStyleClass().add("small-control");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            // A segment that is on stays on: clicking it again must not leave the row without one.
            button.setOnAction(e -> {
                button.setSelected(true);
                mode.set(each);
            });
            buttons.put(each, button);
            box.getChildren().add(button);
        }
        mode.subscribe(now -> {
            ToggleButton button = buttons.get(now);
            if (button != null) {
                button.setSelected(true);
            }
        });
        box.setMaxHeight(Region.USE_PREF_SIZE);
        return box;
    }

    void setColors(Palette palette) {
        trainDot.setFill(palette.train());
        testDot.setFill(palette.test());
    }

    /// Writes the newest values: losses, or accuracies where only they are shown.
    void show(CurveData data, CurvesMode mode) {
        boolean accuracy = mode == CurvesMode.ACCURACY;
        int last = data.count() - 1;
        trainValue.setText(text(accuracy ? data.trainAccuracy() : data.trainLoss(), last, accuracy));
        testValue.setText(text(accuracy ? data.testAccuracy() : data.testLoss(), last, accuracy));
        log.setDisable(accuracy);
    }

    String values() {
        return trainValue.getText() + " " + testValue.getText();
    }

    private static String text(double[] values, int at, boolean percent) {
        double value = at < 0 ? Double.NaN : values[at];
        return percent ? Numbers.percent(value, 1) : Numbers.loss(value);
    }

    private static HBox live(Circle dot, String key, Label value) {
        Label name = new Label(Texts.get(key), dot);
        name.getStyleClass().add("muted");
        name.setGraphicTextGap(8);
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(6, name, value);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Label value() {
        Label label = new Label();
        label.getStyleClass().add("value");
        // Room for the usual loss, so that live digits do not move their neighbors.
        label.setMinWidth(48);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    private static ToggleButton toggle(String text, String hint) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().add("small-control");
        button.setTooltip(new Tooltip(Texts.get(hint)));
        button.setAccessibleText(Texts.get(hint));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}

package dev.crescent.ui.loss;

import dev.crescent.insight.CurveData;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Segments;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The row above the charts: which charts, the newest values, and how they are drawn.
///
/// Where it is narrow, the word on the Pin button goes first, for its picture says it too, then the values' names, then the
/// values; the buttons stay.
final class CurvesHeader extends HBox {
    /// The width that all buttons need, and those that are left when it is simple.
    static final double LEAST = 352;
    private static final double LEAST_SIMPLE = 240;

    private static final double WIDE_GAP = 12;
    private static final double GAP = 8;
    private static final double CLOSE = 6;
    private static final double TIGHT = 3;
    /// What names and values may need beyond their text, each in whole pixels.
    private static final double ROUNDING = 5;

    private final Circle trainDot = new Circle(5);
    private final Circle testDot = new Circle(5);
    private final Label trainValue = value();
    private final Label testValue = value();
    final ToggleButton log = toggle(Texts.get("curves.log"), "curves.logHint");
    final ToggleButton smooth = toggle("", "curves.smooth");
    final Button pin = new Button(Texts.get("curves.pin"), new FontIcon(Feather.BOOKMARK));
    final Button unpin = new Button("", new FontIcon(Feather.X));
    private final Label title = new Label(Texts.get("curves.loss"));
    private final List<Label> names = List.of(name("curves.train"), name("curves.test"));
    private final Label subject = new Label();
    private final Label note = new Label();
    private final List<HBox> lives = List.of(live(trainDot, names.get(0), trainValue), live(testDot, names.get(1), testValue));
    private final HBox values = new HBox(WIDE_GAP, note, lives.get(0), lives.get(1));
    // The one that comes and goes is the first, so that no other moves under the pointer.
    private final HBox buttons = new HBox(GAP, unpin, log, smooth, pin);
    private final HBox modes;
    private boolean simple;
    private double wordedPin;
    private List<CurveData.Ghost> pins = List.of();

    CurvesHeader(ObjectProperty<CurvesMode> mode) {
        super(WIDE_GAP);
        getStyleClass().add("panel-header");
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        subject.getStyleClass().add("muted");
        subject.setMinWidth(0);
        smooth.setGraphic(new FontIcon(Feather.ACTIVITY));
        smooth.getStyleClass().add("framed");
        prepare(pin, "curves.pinHint");
        prepare(unpin, "curves.unpinHint");
        unpin.getStyleClass().add("button-icon");
        values.setAlignment(Pos.CENTER_RIGHT);
        values.setMinWidth(Region.USE_PREF_SIZE);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(values, Priority.ALWAYS);
        HBox.setHgrow(buttons, Priority.SOMETIMES);
        modes = modes(mode);
        getChildren().setAll(modes, title, values, buttons);
        note.setId("curves.note");
        note.getStyleClass().add("caption");
        note.setMinWidth(Region.USE_PREF_SIZE);
        appear(note, false);
        appear(title, false);
        appear(unpin, false);
    }

    private static void prepare(ButtonBase button, String hint) {
        button.getStyleClass().add("small-control");
        button.setTooltip(new Tooltip(Texts.get(hint)));
        button.setAccessibleText(Texts.get(hint));
        button.setMinWidth(Region.USE_PREF_SIZE);
    }

    /// Leaves only a title and which chart, for a panel among others.
    void simplify(String name) {
        simple = true;
        title.setText(name);
        modes.getChildren().removeLast();
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(title, subject, space, modes);
        appear(title, true);
    }

    double least() {
        return simple ? LEAST_SIMPLE : LEAST;
    }

    /// Says what the curves are of, where they are simple.
    void setSubject(String text) {
        subject.setText(text);
    }

    /// What is not seen takes no room and no focus.
    private static void appear(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /// Leaves out what has no room.
    void fit(double width) {
        if (simple) {
            return;
        }
        if (pin.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY) {
            wordedPin = pin.prefWidth(-1);
        }
        double bar = (modes.isManaged() ? modes : title).prefWidth(-1) + WIDE_GAP - GAP;
        for (Node button : buttons.getChildren()) {
            bar += button == pin || !button.isManaged() ? 0 : button.prefWidth(-1) + GAP;
        }
        double bare = WIDE_GAP + room(trainValue) + room(testValue) + 4 * trainDot.getRadius() + 2 * CLOSE + WIDE_GAP;
        double named = bare + names.stream().mapToDouble(name -> name.prefWidth(-1) + CLOSE).sum() + ROUNDING;
        double saved = 3 * (WIDE_GAP - GAP) + 4 * (CLOSE - TIGHT);
        double fixed = bar + fitPin(bar, named - saved, width) + GAP;
        boolean close = fixed + named > width && fixed + named - saved <= width;
        setSpacing(close ? GAP : WIDE_GAP);
        values.setSpacing(getSpacing());
        lives.forEach(live -> live.setSpacing(close ? TIGHT : CLOSE));
        names.forEach(name -> appear(name, close || fixed + named <= width));
        appear(note, !note.getText().isEmpty() && fixed + named + note.prefWidth(-1) + WIDE_GAP <= width);
        appear(values, fixed + bare <= width);
    }

    /// Pin, at the right end, must keep its size when the other button comes: a second click is to pin again.
    ///
    /// @param bar what stands beside it and beside the values
    /// @param named what the values need at least with their names
    /// @return how wide it is then
    private double fitPin(double bar, double named, double width) {
        double bare = Math.ceil(wordedPin - Math.floor(TextFit.width(pin.getText(), pin.getFont())) - pin.getGraphicTextGap()) + 1;
        double other = unpin.prefWidth(-1) + GAP;
        double alone = bar + GAP - (unpin.isManaged() ? other : 0);
        boolean helps = alone + wordedPin + named > width && alone + bare + named <= width;
        boolean word = !helps && alone + other + wordedPin <= width;
        pin.setContentDisplay(word ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        return word ? wordedPin : bare;
    }

    /// A value is given room for more digits than it may have.
    private static double room(Label value) {
        return Math.max(value.minWidth(-1), value.prefWidth(-1));
    }

    private static HBox modes(ObjectProperty<CurvesMode> mode) {
        List<ToggleButton> buttons = new ArrayList<>();
        for (CurvesMode each : CurvesMode.values()) {
            ToggleButton button = new ToggleButton(Texts.get(switch (each) {
                case LOSS -> "curves.loss";
                case ACCURACY -> "curves.accuracy";
                case BOTH -> "curves.both";
            }));
            button.getStyleClass().add("small-control");
            buttons.add(button);
        }
        Segments modes = new Segments(buttons, number -> mode.set(CurvesMode.values()[number]));
        mode.subscribe(now -> modes.choose(now.ordinal()));
        return modes;
    }

    /// Says of what the values are, where they are not of whole parts; "" where they are.
    void showNote(String text, String hint) {
        note.setText(text);
        note.setTooltip(hint.isEmpty() ? null : new Tooltip(hint));
        for (Label value : List.of(trainValue, testValue)) {
            value.setTooltip(hint.isEmpty() ? null : new Tooltip(hint));
        }
        appear(note, !text.isEmpty());
    }

    void setColors(Palette palette) {
        trainDot.setFill(palette.train());
        testDot.setFill(palette.test());
    }

    /// Writes the values of now: losses, or accuracies where only they are shown.
    ///
    /// @param accuracies false for a regression, which leaves nothing to choose
    void show(CurveData data, CurvesMode mode, boolean accuracies) {
        appear(modes, accuracies);
        appear(title, simple || !accuracies);
        showPins(data.ghosts());
        boolean accuracy = mode == CurvesMode.ACCURACY;
        CurveData.Values now = data.now();
        trainValue.setText(text(accuracy ? now.trainAccuracy() : now.trainLoss(), accuracy));
        testValue.setText(text(accuracy ? now.testAccuracy() : now.testLoss(), accuracy));
        log.setDisable(accuracy);
    }

    private void showPins(List<CurveData.Ghost> ghosts) {
        appear(unpin, !ghosts.isEmpty());
        if (!ghosts.equals(pins)) {
            pins = ghosts;
            StringJoiner lines = new StringJoiner("\n");
            lines.add(Texts.get("curves.unpinHint"));
            for (int i = 0; i < ghosts.size(); i++) {
                lines.add(Series.titled(Series.letter(i), ghosts.get(i).name()));
            }
            unpin.getTooltip().setText(lines.toString());
        }
    }

    /// Whether the newest values stand here.
    boolean hasValues() {
        return !simple && values.isManaged();
    }

    String values() {
        return trainValue.getText() + " " + testValue.getText();
    }

    private static String text(double value, boolean percent) {
        return percent ? Numbers.percent(value, 1) : Numbers.loss(value);
    }

    private static Label name(String key) {
        Label name = new Label(Texts.get(key));
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        return name;
    }

    private static HBox live(Circle dot, Label name, Label value) {
        HBox box = new HBox(CLOSE, dot, name, value);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Label value() {
        Label label = new Label();
        label.getStyleClass().add("value");
        // Room for the usual loss, so that live digits do not move their neighbors.
        label.setMinWidth(45);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    private static ToggleButton toggle(String text, String hint) {
        ToggleButton button = new ToggleButton(text);
        prepare(button, hint);
        return button;
    }
}

package dev.crescent.ui.picture;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Segments;
import dev.crescent.ui.Texts;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/// What a picture is to be: PNG or SVG, how large, in which theme, with or without a background.
public final class PictureChoices extends GridPane {
    private static final List<int[]> USUAL = List.of(new int[] {1600, 1200}, new int[] {3200, 2400}, new int[] {1920, 1080},
            new int[] {3840, 2160});
    private static final int MOST_DIGITS = 4;

    private final ComboBox<String> sizes = new ComboBox<>();
    private final TextField width = number("picture.width");
    private final TextField height = number("picture.height");
    private final CheckBox transparent = new CheckBox(Texts.get("picture.transparent"));
    private final Label remark = new Label();
    private final BooleanBinding possible;
    private PictureWish.Shade shade;
    private boolean svg;
    private boolean following;

    public PictureChoices(PictureWish before) {
        shade = before.shade();
        svg = before.svg();
        getStyleClass().add("picture-choices");
        setHgap(12);
        setVgap(12);
        for (int[] size : USUAL) {
            sizes.getItems().add(Texts.get("picture.size." + size[0]));
        }
        sizes.getItems().add(Texts.get("picture.size.own"));
        sizes.setId("picture.sizes");
        Hint.give(sizes, Texts.get("picture.sizesHint"));
        sizes.getSelectionModel().selectedIndexProperty().subscribe(index -> choose(index.intValue()));
        possible = Bindings.createBooleanBinding(() -> isPossible(width) && isPossible(height), width.textProperty(),
                height.textProperty());
        width.setText(Integer.toString(before.width()));
        height.setText(Integer.toString(before.height()));
        width.textProperty().subscribe(this::follow);
        height.textProperty().subscribe(this::follow);
        follow();
        transparent.setId("picture.transparent");
        transparent.setSelected(before.transparent());
        Hint.give(transparent, Texts.get("picture.transparentHint"));
        remark.setWrapText(true);
        remark.setMaxWidth(340);
        remark.setMinHeight(40);
        remark.setAlignment(Pos.TOP_LEFT);
        Segments formats = segments("picture.format", List.of("png", "svg"), number -> {
            svg = number == 1;
            say();
        });
        formats.choose(svg ? 1 : 0);
        Segments shades = segments("picture.theme", List.of("shown", "light", "dark"), number ->
                shade = PictureWish.Shade.values()[number]);
        shades.choose(shade.ordinal());
        HBox pixels = new HBox(6, width, new Label("\u00d7"), height, new Label(Texts.get("picture.pixels")));
        pixels.setAlignment(Pos.CENTER_LEFT);
        row(0, "picture.format", formats);
        row(1, "picture.size", sizes);
        row(2, "", pixels);
        row(3, "picture.theme", shades);
        row(4, "", transparent);
        add(remark, 0, 5, 2, 1);
        possible.subscribe(this::say);
        say();
    }

    @SuppressWarnings("NullAway") // a formatter says no with null
    private static TextField number(String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(MOST_DIGITS);
        field.setAlignment(Pos.CENTER_RIGHT);
        Hint.give(field, Texts.get(id + "Hint", PictureForm.LEAST, PictureForm.MOST));
        field.setAccessibleText(Texts.get(id));
        field.setTextFormatter(new TextFormatter<String>(change -> {
            if (!change.getControlNewText().matches("[0-9]{0," + MOST_DIGITS + "}")) {
                change.setText("");
                change.setRange(change.getControlCaretPosition(), change.getControlCaretPosition());
                change.setAnchor(change.getControlAnchor());
                change.setCaretPosition(change.getControlCaretPosition());
            }
            return change;
        }));
        return field;
    }

    private static Segments segments(String key, List<String> names, IntConsumer chosen) {
        List<ToggleButton> buttons = names.stream().map(name -> {
            ToggleButton button = new ToggleButton(Texts.get(key + "." + name));
            button.setId(key + "." + name);
            Hint.give(button, Texts.get(key + "." + name + "Hint"));
            return button;
        }).toList();
        Segments segments = new Segments(buttons, chosen);
        segments.setMaxWidth(USE_PREF_SIZE);
        return segments;
    }

    private void row(int number, String key, Node control) {
        Label name = new Label(key.isEmpty() ? "" : Texts.get(key));
        name.getStyleClass().add("muted");
        GridPane.setValignment(name, VPos.CENTER);
        add(name, 0, number);
        add(control, 1, number);
    }

    private static boolean isPossible(TextField field) {
        return !field.getText().isEmpty() && pixels(field) >= PictureForm.LEAST && pixels(field) <= PictureForm.MOST;
    }

    private static int pixels(TextField field) {
        return field.getText().isEmpty() ? 0 : Integer.parseInt(field.getText());
    }

    private void choose(int index) {
        if (!following && index >= 0 && index < USUAL.size()) {
            width.setText(Integer.toString(USUAL.get(index)[0]));
            height.setText(Integer.toString(USUAL.get(index)[1]));
        } else if (!following && index == USUAL.size()) {
            width.requestFocus(); // it stays the user's own until a size is written
        }
    }

    /// The usual size that is written, if it is one.
    private void follow() {
        following = true;
        int index = 0;
        while (index < USUAL.size()
                && (USUAL.get(index)[0] != pixels(width) || USUAL.get(index)[1] != pixels(height))) {
            index++;
        }
        sizes.getSelectionModel().select(index);
        following = false;
    }

    private void say() {
        remark.getStyleClass().setAll("label", possible.get() ? "muted" : "danger-text");
        remark.setText(possible.get() ? Texts.get(svg ? "picture.svgRemark" : "picture.pngRemark")
                : Texts.get("picture.impossible", PictureForm.LEAST, PictureForm.MOST));
    }

    /// Whether there is such a picture; if not, it says why.
    public BooleanBinding possible() {
        return possible;
    }

    /// What is wanted now; only while it is possible.
    public PictureWish wish() {
        return new PictureWish(pixels(width), pixels(height), shade, svg, transparent.isSelected());
    }
}

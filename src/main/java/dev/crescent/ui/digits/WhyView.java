package dev.crescent.ui.digits;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Why the network reads what it reads: which pixels speak for it, what covering parts does, the smallest change to
/// another answer, and the training images that look most alike to it.
///
/// Each part is shown when it is known; what is there stays until then, paler if that takes long.
public final class WhyView extends VBox {
    private static final double GAP = 18;
    private static final double LEAST_SIDE = 96;
    private static final double MOST_SIDE = 224;
    private static final double HINT_WIDTH = 300;
    /// The row above a square, with the gap.
    private static final double TITLE = 28;
    /// The row below the squares that says what the colors mean, with the gap.
    private static final double LEGEND = 22;

    /// The three squares.
    public enum Part {
        SALIENCY, OCCLUSION, COUNTERFACTUAL
    }

    /// What the user does.
    public interface Listener {
        /// The class that the drawing should be changed into was chosen.
        void targetChosen(int classIndex);
    }

    private final Map<Part, WhySquare> squares = new EnumMap<>(Part.class);
    private final Map<Part, float[]> values = new EnumMap<>(Part.class);
    private final MenuButton target = new MenuButton();
    private final HBox legend = new HBox(10, key("add"), key("erase"));
    private final HBox sides = new HBox(10, key("for"), key("against"));
    private final NeighborRow nearest = new NeighborRow();
    private Palette palette = Palette.of(Theme.LIGHT);
    private List<String> classNames = List.of();
    private List<Neighbor> neighbors = List.of();
    private int rows = 28;
    private int columns = 28;
    private float[] ink = new float[0];
    private @Nullable Listener listener;

    public WhyView() {
        super(14);
        getStyleClass().add("why-view");
        for (Part part : Part.values()) {
            squares.put(part, new WhySquare(Texts.get("digits.accessible." + part.name().toLowerCase(Locale.ROOT))));
        }
        target.getStyleClass().add("title-menu");
        target.setId("why-target");
        Hint.give(target, Texts.get("digits.targetHint"));
        target.setMnemonicParsing(false);
        Pane three = new Squares(
                List.of(column(title("saliency"), Part.SALIENCY), column(title("occlusion"), Part.OCCLUSION),
                column(new HBox(target), Part.COUNTERFACTUAL)));
        getChildren().setAll(three, nearest);
        clear();
    }

    private static HBox title(String name) {
        Label title = new Label(Texts.get("digits." + name));
        title.getStyleClass().add("group-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label subject = new Label(Texts.get("digits." + name + "Subject"));
        subject.getStyleClass().add("caption");
        subject.setMinWidth(0);
        Tooltip hint = new Tooltip(Texts.get("digits." + name + "Hint"));
        hint.setWrapText(true);
        hint.setMaxWidth(HINT_WIDTH);
        title.setTooltip(hint);
        subject.setTooltip(hint);
        return new HBox(8, title, subject);
    }

    private static Label key(String name) {
        Region dot = new Region();
        dot.getStyleClass().addAll("change-key", name);
        Label key = new Label(Texts.get("digits." + name), dot);
        key.getStyleClass().addAll("caption", "color-key");
        return key;
    }

    @Override
    protected double computeMinHeight(double width) {
        return LEAST_SIDE + TITLE;
    }

    /// What has no room in a low window is left out whole.
    @Override
    protected void layoutChildren() {
        nearest.setVisible(getHeight() >= LEAST_SIDE + TITLE + LEGEND + getSpacing() + nearest.prefHeight(getWidth()));
        super.layoutChildren();
    }

    private VBox column(HBox title, Part part) {
        title.setMinHeight(24);
        title.setMaxHeight(24);
        title.getStyleClass().add("why-title");
        VBox column = new VBox(4, title, square(part));
        column.setMinWidth(0);
        return column;
    }

    private WhySquare square(Part part) {
        WhySquare square = squares.get(part);
        if (square == null) {
            throw new IllegalStateException("No square for " + part);
        }
        return square;
    }

    public void setListener(Listener now) {
        listener = now;
    }

    public void setTheme(Palette colors) {
        palette = colors;
        values.forEach(this::paint);
        nearest.show(neighbors, rows, columns, palette);
    }

    /// Whether there is anything to be seen.
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /// Another one that shows the same, for a picture.
    public WhyView again(Palette colors) {
        WhyView other = new WhyView();
        other.setAlignment(Pos.CENTER_LEFT);
        other.setTheme(colors);
        other.setImage(ink, rows, columns);
        values.forEach(other::show);
        if (values.containsKey(Part.COUNTERFACTUAL) && !legend.isVisible()) {
            other.showNoChange();
        }
        other.target.setDisable(false);
        other.target.setText(target.getText());
        other.showNearest(neighbors);
        return other;
    }

    /// Names the classes that a drawing can be changed into.
    ///
    /// @param chosen the one that is aimed at
    public void setTarget(List<String> names, int chosen) {
        target.setDisable(false);
        target.setText(Texts.get("digits.target", names.get(chosen)));
        if (!names.equals(classNames)) {
            classNames = List.copyOf(names);
            ToggleGroup group = new ToggleGroup();
            target.getItems().clear();
            for (int k = 0; k < names.size(); k++) {
                int index = k;
                RadioMenuItem item = new RadioMenuItem(names.get(k));
                item.setMnemonicParsing(false);
                item.setToggleGroup(group);
                item.setOnAction(e -> choose(index));
                target.getItems().add(item);
            }
        }
        ((RadioMenuItem) target.getItems().get(chosen)).setSelected(true);
    }

    private void choose(int k) {
        target.setText(Texts.get("digits.target", classNames.get(k)));
        if (listener != null) {
            listener.targetChosen(k);
        }
    }

    /// Nothing is drawn.
    public void clear() {
        values.clear();
        neighbors = List.of();
        squares.values().forEach(WhySquare::clear);
        target.setText(Texts.get("digits.targetNone"));
        target.setDisable(true);
        legend.setVisible(false);
        sides.setVisible(false);
        nearest.show(neighbors, rows, columns, palette);
    }

    /// Says of what the next parts are.
    ///
    /// @param image `[rowCount * columnCount]` ink from 0 to 1; copied
    public void setImage(float[] image, int rowCount, int columnCount) {
        if (ink.length != rowCount * columnCount) {
            ink = new float[rowCount * columnCount];
            values.clear();
        }
        rows = rowCount;
        columns = columnCount;
        System.arraycopy(image, 0, ink, 0, ink.length);
    }

    /// Shows how far each pixel speaks for the answer (saliency, occlusion), or how its ink has to change (counterfactual).
    ///
    /// @param parts `[rows * columns]`; of a counterfactual new ink minus old, otherwise of any range; copied
    public void show(Part part, float[] parts) {
        float[] kept = values.get(part);
        if (kept == null || kept.length != ink.length) {
            kept = new float[ink.length];
            values.put(part, kept);
        }
        System.arraycopy(parts, 0, kept, 0, kept.length);
        paint(part, kept);
        square(part).arrived();
        (part == Part.COUNTERFACTUAL ? legend : sides).setVisible(true);
    }

    /// Says that there is no small change to the chosen class.
    public void showNoChange() {
        values.put(Part.COUNTERFACTUAL, new float[ink.length]);
        paint(Part.COUNTERFACTUAL, new float[ink.length]);
        square(Part.COUNTERFACTUAL).arrived();
        square(Part.COUNTERFACTUAL).say(Texts.get("digits.noChange"));
        legend.setVisible(false);
    }

    /// Says that a part is being computed.
    public void computing(Part part) {
        square(part).computing();
    }

    /// Shows the nearest training images, the nearest first; at most five, of the drawing's size.
    public void showNearest(List<Neighbor> now) {
        neighbors = List.copyOf(now);
        nearest.show(neighbors, rows, columns, palette);
    }

    private void paint(Part part, float[] parts) {
        PixelFrame picture = square(part).picture();
        WhyPainter painter = new WhyPainter(palette);
        if (part == Part.COUNTERFACTUAL) {
            painter.change(ink, parts, picture.pixels(rows, columns));
        } else {
            painter.parts(ink, parts, picture.pixels(rows, columns));
        }
        picture.painted();
    }

    /// Three columns that share the width, with squares as large as that allows, and below them what the colors mean.
    private final class Squares extends Pane {
        private final List<VBox> columnsOf;

        Squares(List<VBox> all) {
            columnsOf = all;
            getChildren().setAll(all);
            getChildren().addAll(sides, legend);
            setMinWidth(3 * LEAST_SIDE + 2 * GAP);
        }

        private double side(double width) {
            return Math.clamp(Math.floor((width - 2 * GAP) / 3), LEAST_SIDE, MOST_SIDE);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefWidth(double height) {
            return 472;
        }

        @Override
        protected double computePrefHeight(double width) {
            return side(width < 0 ? 472 : width) + TITLE + LEGEND;
        }

        @Override
        protected double computeMinHeight(double width) {
            return LEAST_SIDE + TITLE;
        }

        @Override
        protected void layoutChildren() {
            // In a low window the squares are smaller than their columns.
            double side = Math.max(LEAST_SIDE, Math.min(side(getWidth()), Math.floor(getHeight() - TITLE - LEGEND)));
            squares.values().forEach(square -> square.setSide(side));
            double pitch = (getWidth() - side(getWidth())) / 2;
            for (int i = 0; i < columnsOf.size(); i++) {
                double room = i < 2 ? pitch : side(getWidth());
                columnsOf.get(i).resizeRelocate(Math.rint(i * pitch), 0, room, side + TITLE);
            }
            boolean roomy = getHeight() >= side + TITLE + LEGEND;
            double last = columnsOf.getLast().getLayoutX();
            place(sides, 0, side, roomy);
            place(legend, last, side, roomy);
        }

        private void place(HBox row, double x, double side, boolean roomy) {
            row.setOpacity(roomy ? 1 : 0);
            row.resizeRelocate(x, side + TITLE + 4, row.prefWidth(-1), row.prefHeight(-1));
        }
    }
}

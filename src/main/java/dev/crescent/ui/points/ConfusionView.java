package dev.crescent.ui.points;

import dev.crescent.insight.Confusion;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.PaintPane;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.SharpCanvas;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What the network calls the test samples of each class: a matrix with a row a true class and a column an answer, and a
/// sentence that says so. Each cell says its number in words when pointed at.
public final class ConfusionView extends Region {
    /// More have no room for their numbers.
    public static final int MOST_CLASSES = 12;
    /// The cells of more classes need the room of the dots.
    static final int MOST_DOTS = 8;
    private static final double DOT = 18;
    private static final double LEAST_NAMES = 60;
    private static final double MOST_NAMES = 132;

    private final boolean filling;
    private final SharpCanvas canvas = new SharpCanvas();
    private final PaintPane matrix = new PaintPane(this::paint, canvas);
    private final Label title = new Label(Texts.get("confusion.title"));
    private final Label text = new Label(Texts.get("confusion.text"));
    private final List<Cell> cells = new ArrayList<>();
    private Palette palette = Palette.of(Theme.LIGHT);
    private List<String> names = List.of();
    private double namesWidth = LEAST_NAMES;
    private double widest;
    private @Nullable Confusion shown;
    private @Nullable ConfusionGrid grid;

    ConfusionView() {
        this(false);
    }

    /// @param filling whether its cells take all the room that there is
    public ConfusionView(boolean filling) {
        this.filling = filling;
        setId("output.confusion");
        title.getStyleClass().add("panel-title");
        text.getStyleClass().add("muted");
        text.setId("confusion.text");
        text.setWrapText(true);
        text.setAlignment(Pos.TOP_LEFT);
        getChildren().setAll(matrix, title, text);
    }

    /// Sets the classes, and forgets what was counted for others. What was counted for other samples of the same classes
    /// stays until the next count, or the matrix would blink under every slider.
    ///
    /// @return whether a matrix of so many classes is shown at all
    public boolean expect(List<String> classNames) {
        if (classNames.size() < 2 || classNames.size() > MOST_CLASSES) {
            return false;
        }
        if (!classNames.equals(names)) {
            names = classNames;
            shown = null;
            writeHeading();
            text.setText(Texts.get("confusion.text"));
            widest = ConfusionPainter.widest(names);
            double rows = names.stream().mapToDouble(name -> TextFit.width(Texts.get("confusion.is", name))).max()
                    .orElse(0);
            boolean dots = names.size() <= MOST_DOTS;
            namesWidth = Math.clamp((dots ? DOT : 0) + Math.ceil(rows) + 12, dots ? LEAST_NAMES : 0, MOST_NAMES);
            rebuildCells();
        }
        requestLayout();
        matrix.repaint();
        return true;
    }

    /// Shows what was counted; what is of other classes is left.
    public void show(Confusion confusion) {
        if (confusion.classes() == names.size() && (shown == null || !confusion.sameAs(shown))) {
            shown = confusion;
            writeHeading();
            text.setText(confusion.undecided() == 0 ? Texts.get("confusion.text")
                    : Texts.get("confusion.undecided", confusion.undecided()));
            matrix.repaint();
        }
    }

    /// Empties the cells, and says that their numbers are on the way.
    void showCounting(int samples) {
        shown = null;
        writeHeading();
        text.setText(Texts.get("confusion.counting", samples));
        matrix.repaint();
    }

    public void setTheme(Palette colors) {
        palette = colors;
        matrix.repaint();
    }

    /// What is counted in a cell, in words; empty before anything is.
    String sentence(int row, int column) {
        Confusion confusion = shown;
        if (confusion == null) {
            return "";
        }
        String of = spoken(row);
        if (row != column) {
            return Texts.get("confusion.wrong", confusion.counts()[row][column], of, spoken(column));
        }
        int samples = confusion.samples(row);
        return samples == 0 ? Texts.get("confusion.none", of) : Texts.get("confusion.right",
                confusion.counts()[row][row], samples, of, Numbers.percent(confusion.recall(row), 1));
    }

    private String spoken(int k) {
        String name = names.get(k);
        return name.chars().allMatch(Character::isDigit) ? Texts.get("confusion.class", name) : name;
    }

    private void rebuildCells() {
        cells.clear();
        for (int i = 0; i < names.size() * names.size(); i++) {
            cells.add(new Cell(i / names.size(), i % names.size()));
        }
        getChildren().setAll(matrix, title, text);
        getChildren().addAll(cells);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// Known without styles, because it is asked for before the matrix is visible.
    @Override
    protected double computePrefHeight(double width) {
        return names.isEmpty() ? 0 : ConfusionGrid.of(names.size(), width, namesWidth, widest).height();
    }

    @Override
    protected void layoutChildren() {
        if (names.isEmpty()) {
            return;
        }
        double width = getWidth();
        ConfusionGrid now = filling ? ConfusionGrid.filling(names.size(), width, getHeight(), namesWidth)
                : ConfusionGrid.of(names.size(), width, namesWidth, widest);
        title.resizeRelocate(now.textX(), 0, now.textWidth(), ConfusionGrid.LINE);
        text.resizeRelocate(now.textX(), now.textY(), now.textWidth(), now.textHeight());
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).resizeRelocate(now.x(i % names.size()), now.y(i / names.size()), now.cellWidth(), now.cellHeight());
        }
        if (!now.equals(grid) || canvas.getWidth() != width) {
            grid = now;
            writeHeading();
            canvas.setSize(width, now.height());
            matrix.resizeRelocate(0, 0, width, now.height());
            matrix.repaint();
        }
    }

    /// Says of how many samples, where that has room.
    private void writeHeading() {
        Confusion confusion = shown;
        String whole = confusion == null || confusion.total() == 0 ? "" : Texts.get("confusion.titleOf", confusion.total());
        boolean fits = grid == null || TextFit.width(whole, Fonts.bold(13)) <= grid.textWidth();
        title.setText(whole.isEmpty() || !fits ? Texts.get("confusion.title") : whole);
    }

    private void paint() {
        ConfusionGrid now = grid;
        if (now != null && now.classes() == names.size()) {
            new ConfusionPainter(canvas.clearedPen(), now, palette, names).paint(shown);
        }
    }

    /// A place of the matrix that says its number in words: to the mouse in a tooltip, to a screen reader as its text.
    private final class Cell extends Region {
        private final int row;
        private final int column;

        Cell(int row, int column) {
            this.row = row;
            this.column = column;
            setId("confusion." + row + "." + column);
            setAccessibleRole(AccessibleRole.TEXT);
            Tooltip tooltip = new Tooltip();
            setOnMouseEntered(e -> tooltip.setText(sentence(row, column)));
            tooltip.setOnShowing(e -> tooltip.setText(sentence(row, column)));
            Tooltip.install(this, tooltip);
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.TEXT ? sentence(row, column)
                    : super.queryAccessibleAttribute(attribute, parameters);
        }
    }
}

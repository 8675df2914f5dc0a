package dev.crescent.ui.digits;

import dev.crescent.insight.Confusion;
import dev.crescent.ui.PaintPane;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// The confusion of the test part in the least room: a square a pair of classes, right answers blue by recall, wrong ones
/// orange by their number. A cell says its number in words when it is pointed at, and shows its images when it is clicked.
public final class ConfusionMap extends Pane {
    private static final double TITLE = 24;
    private static final double NAMES = 20;
    private static final double GAP = 2;
    private static final double CORNER = 4;
    private static final double MOST_CELL = 28;

    private final Canvas canvas = new Canvas();
    private final PaintPane matrix = new PaintPane(this::paint, canvas);
    private final Label title = new Label(Texts.get("digits.confusion"));
    private final Label sentence = new Label();
    private final Tooltip tip = new Tooltip();
    private Palette palette = Palette.of(Theme.LIGHT);
    private List<String> names = List.of();
    private @Nullable Confusion shown;
    private int row = -1;
    private int column = -1;
    private int hoverRow = -1;
    private int hoverColumn = -1;
    private @Nullable Listener listener;

    /// What the user does.
    public interface Listener {
        /// The images of a cell are wanted.
        void cellChosen(int label, int prediction);
    }

    public ConfusionMap() {
        getStyleClass().add("confusion-map");
        setId("digits.confusion");
        title.getStyleClass().add("group-title");
        title.setMinWidth(USE_PREF_SIZE);
        sentence.getStyleClass().add("muted");
        sentence.setId("digits.confusion.sentence");
        matrix.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        matrix.setFocusTraversable(true);
        matrix.getStyleClass().add("focusable");
        matrix.setCursor(Cursor.HAND);
        matrix.addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(e.getX(), e.getY()));
        matrix.addEventHandler(MouseEvent.MOUSE_EXITED, e -> hover(-1, -1));
        matrix.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        matrix.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        Tooltip.install(matrix, tip);
        getChildren().setAll(title, sentence, matrix);
    }

    public void setListener(Listener now) {
        listener = now;
    }

    public void setTheme(Palette colors) {
        palette = colors;
        matrix.repaint();
    }

    /// Shows what was counted; null while nothing is.
    public void show(List<String> classNames, @Nullable Confusion confusion) {
        if (!classNames.equals(names)) {
            names = List.copyOf(classNames);
            select(-1, -1);
        }
        shown = confusion != null && confusion.classes() == names.size() ? confusion : null;
        say();
        matrix.repaint();
    }

    /// Rings a cell, or none for a negative row.
    public void select(int label, int prediction) {
        row = label;
        column = prediction;
        say();
        matrix.repaint();
    }

    private void choose(int label, int prediction) {
        if (label >= 0 && listener != null && shown != null) {
            select(label, prediction);
            listener.cellChosen(label, prediction);
        }
    }

    private void press(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY) {
            matrix.requestFocus();
            hover(e.getX(), e.getY());
            choose(hoverRow, hoverColumn);
        }
    }

    private void key(KeyEvent e) {
        int down = e.getCode() == KeyCode.DOWN ? 1 : e.getCode() == KeyCode.UP ? -1 : 0;
        int right = e.getCode() == KeyCode.RIGHT ? 1 : e.getCode() == KeyCode.LEFT ? -1 : 0;
        if ((down != 0 || right != 0) && !names.isEmpty()) {
            choose(Math.clamp(row + down, 0, names.size() - 1), Math.clamp(column + right, 0, names.size() - 1));
            e.consume();
        }
    }

    private void hover(double x, double y) {
        double pitch = cell() + GAP;
        int nowColumn = (int) Math.floor((x - NAMES) / pitch);
        int nowRow = (int) Math.floor((y - NAMES) / pitch);
        boolean inside = nowColumn >= 0 && nowRow >= 0 && nowColumn < names.size() && nowRow < names.size();
        hoverRow = inside ? nowRow : -1;
        hoverColumn = inside ? nowColumn : -1;
        tip.setText(inside ? words(nowRow, nowColumn) : Texts.get("digits.confusionHint"));
        say();
    }

    private void say() {
        int of = hoverRow >= 0 ? hoverRow : row;
        int as = hoverRow >= 0 ? hoverColumn : column;
        sentence.setText(of < 0 || of >= names.size() ? "" : words(of, as));
        matrix.setAccessibleText(title.getText() + ". " + sentence.getText());
    }

    private String words(int of, int as) {
        Confusion confusion = shown;
        return confusion == null ? "" : Texts.get("digits.confusionCell", names.get(of), names.get(as),
                confusion.counts()[of][as], confusion.samples(of));
    }

    private double cell() {
        int classes = Math.max(1, names.size());
        double room = Math.min(getWidth() - NAMES, getHeight() - TITLE - NAMES);
        return Math.clamp(Math.floor((room + GAP) / classes) - GAP, 6, MOST_CELL);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double titleWidth = Math.min(width, title.prefWidth(-1));
        title.resizeRelocate(0, 0, titleWidth, NAMES);
        sentence.resizeRelocate(titleWidth + 8, 0, Math.max(0, width - titleWidth - 8), NAMES);
        double height = Math.max(0, getHeight() - TITLE);
        canvas.setWidth(width);
        canvas.setHeight(height);
        matrix.resizeRelocate(0, TITLE, width, height);
        matrix.repaint();
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFont(Fonts.caption());
        double cell = cell();
        for (int k = 0; k < names.size(); k++) {
            double at = NAMES + k * (cell + GAP) + cell / 2;
            g.setFill(palette.fgMuted());
            g.fillText(TextFit.cut(names.get(k), cell), at, NAMES / 2);
            g.fillText(TextFit.cut(names.get(k), NAMES - 4), NAMES / 2 - 2, at);
            for (int other = 0; other < names.size(); other++) {
                paintCell(g, k, other, cell);
            }
        }
    }

    private void paintCell(GraphicsContext g, int of, int as, double cell) {
        double x = NAMES + as * (cell + GAP);
        double y = NAMES + of * (cell + GAP);
        g.setFill(fill(of, as));
        g.fillRoundRect(x, y, cell, cell, CORNER, CORNER);
        if (of == row && as == column) {
            g.setStroke(palette.fg());
            g.setLineWidth(1.5);
            g.strokeRoundRect(x - 0.5, y - 0.5, cell + 1, cell + 1, CORNER + 1, CORNER + 1);
        }
    }

    /// A few wrong answers among many right ones are still to be seen, so the square root of their share of the most
    /// counts.
    private Color fill(int of, int as) {
        Confusion confusion = shown;
        int count = confusion == null ? 0 : confusion.counts()[of][as];
        if (confusion == null || count == 0) {
            return palette.color("confusion-empty");
        }
        if (of == as) {
            return Palette.color(palette.weightArgb(0.15 + 0.5 * confusion.recall(of)));
        }
        return Palette.color(palette.weightArgb(-(0.1 + 0.75 * Math.sqrt(count / (double) most(confusion)))));
    }

    private static int most(Confusion confusion) {
        int most = 1;
        for (int of = 0; of < confusion.classes(); of++) {
            for (int as = 0; as < confusion.classes(); as++) {
                most = of == as ? most : Math.max(most, confusion.counts()[of][as]);
            }
        }
        return most;
    }
}

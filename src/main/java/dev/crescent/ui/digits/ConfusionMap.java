package dev.crescent.ui.digits;

import dev.crescent.insight.Confusion;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.PaintPane;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.SharpCanvas;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
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
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;

/// The confusion of the test part in the least room: a square a pair of classes, right answers blue by recall, wrong ones
/// orange by their number, which stands in the cell where it has room. A cell says its number in words when it is pointed at,
/// and shows its images when it is clicked; else the title says how many of all are right.
public final class ConfusionMap extends Pane {
    private static final double TITLE = 24;
    private static final double NAMES = 20;
    /// What rows and columns are, beyond their names.
    private static final double AXIS = 16;
    private static final double GAP = 2;
    private static final double CORNER = 4;
    private static final double MOST_CELL = 36;
    private static final double LEAST_CELL = 6;
    private static final double LEAST_NAMED = 11;
    /// Closer lines of text would run together.
    private static final double LINE = 12;
    private static final int USUAL_CLASSES = 10; // before they are known
    /// Longer names get so much room, those of the columns upright.
    private static final double MOST_NAMES = 52;
    /// In smaller cells a number would be hard to read.
    private static final double NUMBERS_FROM = 18;
    /// So many wrong answers of a kind at least have the strongest color: one alone is never loud.
    private static final int LOUD = 6;

    private final SharpCanvas canvas = new SharpCanvas();
    private final PaintPane matrix = new PaintPane(this::paint, canvas);
    private final Label title = new Label(Texts.get("digits.confusion"));
    private final Label sentence = new Label();
    private final Tooltip tip = new Tooltip();
    private Palette palette = Palette.of(Theme.LIGHT);
    private List<String> names = List.of();
    private @Nullable Confusion shown;
    private double namesRoom = NAMES;
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
        sentence.getStyleClass().add("caption");
        sentence.setAlignment(Pos.CENTER_RIGHT);
        sentence.setId("digits.confusion.sentence");
        matrix.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        matrix.setAccessibleText(Texts.get("confusion.title"));
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
            namesRoom = namesRoom();
            requestLayout(); // it takes another width
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
        int nowColumn = (int) Math.floor((x - edge()) / pitch);
        int nowRow = (int) Math.floor((y - edge()) / pitch);
        boolean inside = nowColumn >= 0 && nowRow >= 0 && nowColumn < names.size() && nowRow < names.size();
        hoverRow = inside ? nowRow : -1;
        hoverColumn = inside ? nowColumn : -1;
        tip.setText(inside ? words(nowRow, nowColumn) : Texts.get("digits.confusionHint"));
        say();
    }

    private void say() {
        int of = hoverRow >= 0 ? hoverRow : row;
        int as = hoverRow >= 0 ? hoverColumn : column;
        sentence.setText(of < 0 || of >= names.size() ? all() : words(of, as));
        matrix.setAccessibleText(title.getText() + ". " + sentence.getText());
        fitSentence();
    }

    /// How many of all are right: the curves beside may be measured on fewer.
    private String all() {
        Confusion confusion = shown;
        return confusion == null || confusion.total() == 0 ? ""
                : Texts.get("digits.confusionAll", Numbers.percent(confusion.accuracy(), 1), confusion.total());
    }

    private String words(int of, int as) {
        Confusion confusion = shown;
        return confusion == null ? "" : Texts.get("digits.confusionCell", names.get(of), names.get(as),
                confusion.counts()[of][as], confusion.samples(of));
    }

    private double cell() {
        return cell(Math.min(getWidth(), getHeight() - TITLE));
    }

    private double cell(double room) {
        return Math.clamp(Math.floor((room - edge() + GAP) / classes()) - GAP, LEAST_CELL, MOST_CELL);
    }

    /// Where the first cell begins, in both directions.
    private double edge() {
        return AXIS + namesRoom;
    }

    private int classes() {
        return names.isEmpty() ? USUAL_CLASSES : names.size();
    }

    private double namesRoom() {
        double longest = names.stream().mapToDouble(TextFit::width).max().orElse(0);
        return Math.clamp(Math.ceil(longest) + 6, NAMES, MOST_NAMES);
    }

    /// The width that the matrix takes in such a height.
    public double widthOf(double height) {
        return edge() + classes() * (cell(height - TITLE) + GAP) - GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    /// The sentence is there as a whole or not at all; the tooltip has it too.
    private void fitSentence() {
        sentence.setVisible(sentence.prefWidth(-1) <= sentence.getWidth());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double titleWidth = Math.min(width, title.prefWidth(-1));
        title.resizeRelocate(0, 0, titleWidth, NAMES);
        sentence.resizeRelocate(titleWidth + 8, 0, Math.max(0, width - titleWidth - 8), NAMES);
        fitSentence();
        double height = Math.max(0, getHeight() - TITLE);
        canvas.setSize(width, height);
        matrix.resizeRelocate(0, TITLE, width, height);
        matrix.repaint();
    }

    private void paint() {
        GraphicsContext g = canvas.cleared();
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFont(Fonts.caption());
        double cell = cell();
        paintAxes(g, names.size() * (cell + GAP) - GAP);
        for (int k = 0; k < names.size(); k++) {
            if (isNamed(k, cell)) {
                paintNames(g, names.get(k), edge() + k * (cell + GAP) + cell / 2, cell);
            }
            for (int other = 0; other < names.size(); other++) {
                paintCell(g, k, other, cell);
            }
        }
    }

    /// What the columns are, above them, and the rows, upright before them.
    private void paintAxes(GraphicsContext g, double length) {
        boolean digits = names.stream().allMatch(name -> name.length() == 1 && Character.isDigit(name.charAt(0)));
        double middle = edge() + length / 2;
        g.setFill(palette.fgMuted());
        g.fillText(TextFit.cut(Texts.get("digits.confusionAnswer"), room(middle, canvas.getWidth())), middle, AXIS / 2);
        Affine before = g.getTransform();
        g.translate(AXIS / 2, middle);
        g.rotate(-90);
        g.fillText(TextFit.cut(Texts.get(digits ? "digits.confusionDigit" : "digits.confusionClass"),
                room(middle, canvas.getHeight())), 0, 0);
        g.setTransform(before);
    }

    /// What a text about a middle may take: it may be longer than the matrix, but not reach into the other axis's.
    private static double room(double middle, double end) {
        return 2 * Math.min(middle - AXIS, end - middle);
    }

    /// Whether a class has its name there: where rows are closer than lines of text, every other one has.
    private boolean isNamed(int k, double cell) {
        return namesRoom != NAMES || cell + GAP >= LINE || k % 2 == 0;
    }

    /// A class's name above its column and before its row.
    private void paintNames(GraphicsContext g, String name, double at, double cell) {
        g.setFill(palette.fgMuted());
        if (namesRoom == NAMES) {
            g.fillText(cell + GAP < LINE ? name : TextFit.cut(name, cell), at, AXIS + NAMES / 2);
            g.fillText(name, AXIS + NAMES / 2 - 2, at);
            return;
        }
        if (cell < LEAST_NAMED) {
            return;
        }
        String cut = TextFit.cut(name, namesRoom - 6);
        Affine before = g.getTransform();
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(cut, edge() - 6, at);
        g.setTextAlign(TextAlignment.LEFT);
        g.translate(at, edge() - 6);
        g.rotate(-90);
        g.fillText(cut, 0, 0);
        g.setTransform(before);
        g.setTextAlign(TextAlignment.CENTER);
    }

    private void paintCell(GraphicsContext g, int of, int as, double cell) {
        double x = edge() + as * (cell + GAP);
        double y = edge() + of * (cell + GAP);
        Color fill = fill(of, as);
        g.setFill(fill);
        g.fillRoundRect(x, y, cell, cell, CORNER, CORNER);
        paintNumber(g, of, as, x, y, cell, fill);
        if (of == row && as == column) {
            g.setStroke(palette.fg());
            g.setLineWidth(1.5);
            g.strokeRoundRect(x - 0.5, y - 0.5, cell + 1, cell + 1, CORNER + 1, CORNER + 1);
        }
    }

    private void paintNumber(GraphicsContext g, int of, int as, double x, double y, double cell, Color on) {
        Confusion confusion = shown;
        String number = confusion == null || confusion.counts()[of][as] == 0 ? ""
                : Integer.toString(confusion.counts()[of][as]);
        if (cell >= NUMBERS_FROM && !number.isEmpty() && TextFit.width(number) <= cell - 3) {
            boolean fgReads = contrast(palette.fg(), on) >= contrast(palette.bg(), on);
            g.setFill(fgReads ? palette.fg() : palette.bg());
            g.fillText(number, x + cell / 2, y + cell / 2);
        }
    }

    private static double contrast(Color one, Color other) {
        return Math.abs(one.grayscale().getRed() - other.grayscale().getRed());
    }

    /// A few wrong answers among many right ones are still to be seen, so a power of their share of the most counts.
    private Color fill(int of, int as) {
        Confusion confusion = shown;
        int count = confusion == null ? 0 : confusion.counts()[of][as];
        if (confusion == null || count == 0) {
            return palette.color("confusion-empty");
        }
        if (of == as) {
            return Palette.color(palette.weightArgb(0.15 + 0.5 * confusion.recall(of)));
        }
        return Palette.color(palette.weightArgb(-(0.06 + 0.79 * Math.pow(count / (double) most(confusion), 0.7))));
    }

    private static int most(Confusion confusion) {
        int most = LOUD;
        for (int of = 0; of < confusion.classes(); of++) {
            for (int as = 0; as < confusion.classes(); as++) {
                most = of == as ? most : Math.max(most, confusion.counts()[of][as]);
            }
        }
        return most;
    }
}

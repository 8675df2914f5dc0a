package dev.crescent.ui;

import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.zoom.Zoom;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// A formula on one line, in the mathematics' font; colored by the style class `formula-run`.
public final class FormulaLabel extends Pane {
    public static final double HEIGHT = 20;
    private static final double SIZE = 15;
    private static final double SMALL = 11;
    private static final double BASELINE = 14;
    private static final double RAISE = 5;
    private static final double LOWER = 3;
    private static final double HAT = 4;
    /// An italic letter's top lies so far to the right of its middle.
    private static final double SLANT = 1;
    private static final FormulaRuns.Run ELLIPSIS = new FormulaRuns.Run("\u2026", false, FormulaRuns.Level.LINE);

    private final String formula;
    private final List<FormulaRuns.Run> runs;
    private final double most; // pixels
    private boolean cut;
    private double end;
    private double lastLetter; // its width

    /// Shows all of a formula.
    public FormulaLabel(String formula) {
        this(formula, Double.POSITIVE_INFINITY);
    }

    /// Shows as much of a formula as there is room for, and an ellipsis where that is not all.
    ///
    /// @param most width in pixels
    public FormulaLabel(String formula, double most) {
        this(formula, FormulaRuns.of(formula), most);
    }

    /// Shows mathematics that is set already.
    ///
    /// @param formula as text
    /// @param runs what is to be seen of it
    /// @param most width in pixels
    public FormulaLabel(String formula, List<FormulaRuns.Run> runs, double most) {
        this.formula = formula;
        this.runs = List.copyOf(runs);
        this.most = most;
        build();
        setMouseTransparent(true);
        Zoom.whenDensityChanges(this, this::build); // where all is small, small letters are larger
    }

    private void build() {
        getChildren().clear();
        end = 0;
        lastLetter = 0;
        cut = runs.stream().mapToDouble(FormulaLabel::width).sum() > most;
        double room = cut ? most - width(ELLIPSIS) : most;
        for (FormulaRuns.Run run : runs) {
            String fitting = fitting(run, room - end);
            add(new FormulaRuns.Run(fitting, run.italic(), run.level()));
            if (fitting.length() < run.text().length()) {
                break;
            }
        }
        if (cut) {
            add(ELLIPSIS);
        }
        setMinSize(0, HEIGHT);
        setPrefSize(Math.ceil(end), HEIGHT);
        setMaxSize(Math.ceil(end), HEIGHT);
    }

    /// The formula as it was given.
    public String formula() {
        return formula;
    }

    /// Whether there was no room for all of it.
    public boolean isCut() {
        return cut;
    }

    private static String fitting(FormulaRuns.Run run, double room) {
        String text = run.text();
        while (!text.isEmpty() && width(new FormulaRuns.Run(text, run.italic(), run.level())) > room) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }

    private void add(FormulaRuns.Run run) {
        Text text = text(run);
        text.getStyleClass().add("formula-run");
        text.setTextOrigin(VPos.BASELINE);
        boolean hat = run.level() == FormulaRuns.Level.HAT;
        text.setX(hat ? end - (lastLetter + glyph(run)) / 2 + SLANT : end);
        text.setY(BASELINE + switch (run.level()) {
            case LINE -> 0;
            case UP -> -RAISE;
            case DOWN -> LOWER;
            case HAT -> -HAT;
        });
        if (!hat && !run.text().isEmpty()) {
            lastLetter = glyph(new FormulaRuns.Run(run.text().substring(run.text().length() - 1), run.italic(), run.level()));
        }
        end += width(run);
        getChildren().add(text);
    }

    private static Text text(FormulaRuns.Run run) {
        double size = run.level() == FormulaRuns.Level.LINE ? SIZE : SMALL;
        Font italic = Fonts.formula(size);
        Text text = new Text(run.text());
        text.setFont(run.italic() ? italic : Font.font(italic.getFamily(), italic.getSize()));
        return text;
    }

    private static double glyph(FormulaRuns.Run run) {
        return text(run).getLayoutBounds().getWidth();
    }

    private static double width(FormulaRuns.Run run) {
        return run.level() == FormulaRuns.Level.HAT ? 0 : glyph(run) + (run.level() == FormulaRuns.Level.LINE ? 0 : 0.5);
    }
}

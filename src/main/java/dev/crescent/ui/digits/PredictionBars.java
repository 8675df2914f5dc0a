package dev.crescent.ui.digits;

import dev.crescent.ui.Numbers;
import dev.crescent.ui.PaintedView;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// The answer and the bars of a [PredictionView].
final class PredictionBars extends PaintedView {
    static final double ANSWER_WIDTH = 112;
    static final double PERCENT_WIDTH = 63;
    static final double BAR_HEIGHT = 9;
    private static final double ANSWER_SIZE = 112;
    /// A dash as large as a digit would be a bar.
    private static final double DASH_SIZE = 40;
    private static final double LEAST_ANSWER = 20;
    private static final double NAMES_X = 136;
    private static final double MOST_NAMES = 96;
    private static final double NAMES_GAP = 18;
    private static final double MOST_PITCH = 26;
    private static final double LEAST_PITCH = 16;
    private static final double TICK_HEIGHT = 12;
    /// Inter's capitals and digits, as a part of the size.
    private static final double CAPITAL = 0.727;
    /// Below this share a screen reader is not told of a class.
    private static final double MENTIONED = 0.005;
    private static final double PALE = 0.6;
    /// What would be rounded to 100 %.
    private static final float ALMOST = 0.9995f;
    private static final double CERTAIN = 0.999;

    private Palette palette = Palette.of(Theme.LIGHT);
    private List<String> names = List.of();
    private float[] probabilities = new float[0];
    private float[] asDrawn = new float[0];
    private Prediction.State state = Prediction.State.EMPTY;
    private boolean ticks;
    private double namesWidth;
    private String answer = "";
    private Font answerFont = Fonts.display(ANSWER_SIZE);

    PredictionBars() {
        super(472, 176, "");
        setMinHeight(10 * LEAST_PITCH);
    }

    void show(Prediction prediction) {
        if (!prediction.classNames().equals(names)) {
            names = prediction.classNames();
            probabilities = new float[names.size()];
            asDrawn = new float[names.size()];
            namesWidth = Math.min(MOST_NAMES, names.stream().mapToDouble(n -> TextFit.width(n, Fonts.bold(12))).max().orElse(0));
        }
        state = prediction.state();
        System.arraycopy(prediction.probabilities(), 0, probabilities, 0, probabilities.length);
        float[] drawn = prediction.asDrawn();
        ticks = drawn != null && state != Prediction.State.EMPTY;
        if (drawn != null) {
            System.arraycopy(drawn, 0, asDrawn, 0, asDrawn.length);
        }
        repaint();
    }

    /// What is shown.
    Prediction shown() {
        return new Prediction(names, probabilities.clone(), ticks ? asDrawn.clone() : null, state);
    }

    void setTheme(Palette colors) {
        palette = colors;
        repaint();
    }

    /// The class with the largest probability; the first of several.
    int best() {
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            best = probabilities[k] > probabilities[best] ? k : best;
        }
        return best;
    }

    /// Where the bars begin.
    double barsLeft() {
        return NAMES_X + namesWidth + NAMES_GAP;
    }

    /// The middle of a class's row.
    double rowMiddle(int k, double height) {
        double pitch = pitch(height);
        return (height - pitch * names.size()) / 2 + (k + 0.5) * pitch;
    }

    private double pitch(double height) {
        return Math.clamp(height / Math.max(1, names.size()), LEAST_PITCH, MOST_PITCH);
    }

    @Override
    protected void paint(Pen g, double width, double height) {
        if (names.isEmpty()) {
            return;
        }
        int best = best();
        paintAnswer(g, best, height);
        for (int k = 0; k < names.size(); k++) {
            paintRow(g, k, k == best && state == Prediction.State.SURE, width, Math.rint(rowMiddle(k, height)));
        }
    }

    private void paintAnswer(Pen g, int best, double height) {
        double middle = Math.rint(height / 2);
        setAnswer(switch (state) {
            case EMPTY -> "–";
            case UNSURE, UNFAMILIAR -> Texts.get("digits.notSure");
            case SURE -> names.get(best);
        });
        double half = Math.rint(CAPITAL * answerFont.getSize() / 2);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BASELINE);
        g.setFill(state == Prediction.State.SURE ? palette.fg() : palette.fgMuted());
        g.setFont(state == Prediction.State.EMPTY ? Fonts.display(DASH_SIZE) : answerFont);
        g.fillText(answer, ANSWER_WIDTH / 2, middle - 20 + half);
        if (state == Prediction.State.EMPTY) {
            return;
        }
        boolean sure = state == Prediction.State.SURE;
        String percent = percent(probabilities[best]);
        double below = middle - 20 + half;
        g.setFont(sure ? Fonts.bold(20) : Fonts.sans(13));
        g.fillText(sure ? percent : cut(Texts.get("digits.rather", names.get(best), percent)), ANSWER_WIDTH / 2,
                below + (sure ? 39 : 26));
        if (state == Prediction.State.UNFAMILIAR) {
            g.fillText(cut(Texts.get("digits.unfamiliar")), ANSWER_WIDTH / 2, below + 45);
        }
    }

    private static String cut(String text) {
        return TextFit.cut(text, Fonts.sans(13), ANSWER_WIDTH + 16);
    }

    /// The largest type that the answer fits its column in.
    private void setAnswer(String text) {
        if (!text.equals(answer)) {
            double width = TextFit.width(text, Fonts.display(ANSWER_SIZE));
            double size = Math.clamp(Math.floor(ANSWER_SIZE * ANSWER_WIDTH / width), LEAST_ANSWER, ANSWER_SIZE);
            answerFont = Fonts.display(size);
            answer = TextFit.cut(text, answerFont, ANSWER_WIDTH);
        }
    }

    private void paintRow(Pen g, int k, boolean winner, double width, double middle) {
        double left = barsLeft();
        double room = Math.max(BAR_HEIGHT, width - PERCENT_WIDTH - left);
        Font font = winner ? Fonts.bold(12) : Fonts.caption();
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(palette.fg());
        g.fillText(namesWidth < MOST_NAMES ? names.get(k) : TextFit.cut(names.get(k), font, namesWidth), NAMES_X, middle);
        double top = middle - BAR_HEIGHT / 2;
        paintTrack(g, left, top, room);
        if (state == Prediction.State.EMPTY) {
            return;
        }
        float probability = probabilities[k];
        if (probability * room >= 1) {
            g.setFill(winner ? palette.classColor(1) : pale());
            g.fillRoundRect(left, top, Math.min(probability * room, room), BAR_HEIGHT, BAR_HEIGHT, BAR_HEIGHT);
        }
        if (ticks && asDrawn[k] >= MENTIONED) {
            g.setFill(palette.fgMuted());
            g.fillRect(Math.rint(left + Math.clamp(asDrawn[k], 0, 1) * room) - 1, middle - TICK_HEIGHT / 2, 2, TICK_HEIGHT);
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(winner ? palette.fg() : palette.fgMuted());
        g.fillText(percent(probability), width, middle);
    }

    /// With high contrast an outline, since a fill that is seen would be taken for a full bar.
    private void paintTrack(Pen g, double left, double top, double room) {
        if (palette.isHighContrast()) {
            g.setStroke(palette.fgSubtle());
            g.setLineWidth(1);
            g.setLineDashes();
            g.strokeRoundRect(left + 0.5, Math.floor(top) + 0.5, room - 1, BAR_HEIGHT - 1, BAR_HEIGHT - 1, BAR_HEIGHT - 1);
        } else {
            g.setFill(palette.bgInset().interpolate(palette.border(), palette.theme().isDark() ? 0.45 : 0));
            g.fillRoundRect(left, top, room, BAR_HEIGHT, BAR_HEIGHT, BAR_HEIGHT);
        }
    }

    /// Nothing is quite certain.
    private static String percent(float probability) {
        return probability >= ALMOST ? "> " + Numbers.percent(CERTAIN, 1) : Numbers.percent(probability, 1);
    }

    private Color pale() {
        return palette.bg().interpolate(palette.classColor(1), PALE);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? sentence() : super.queryAccessibleAttribute(attribute, parameters);
    }

    /// The answer in words, the more probable classes first.
    String sentence() {
        if (names.isEmpty() || state == Prediction.State.EMPTY) {
            return Texts.get("digits.nothing");
        }
        Integer[] order = new Integer[names.size()];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> Float.compare(probabilities[b], probabilities[a]));
        StringBuilder said = new StringBuilder(switch (state) {
            case EMPTY, SURE -> "";
            case UNSURE -> Texts.get("digits.notSure") + ": ";
            case UNFAMILIAR -> Texts.get("digits.notSure") + ", " + Texts.get("digits.unfamiliar") + ": ";
        });
        for (int k : order) {
            if (probabilities[k] >= MENTIONED || k == order[0]) {
                said.append(k == order[0] ? "" : ", ").append(names.get(k)).append(' ')
                        .append(percent(probabilities[k]));
            }
        }
        return said.toString();
    }
}

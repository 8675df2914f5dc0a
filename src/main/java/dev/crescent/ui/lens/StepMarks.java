package dev.crescent.ui.lens;

import dev.crescent.insight.descent.WeightStep;
import dev.crescent.insight.step.DenseStack;
import dev.crescent.insight.step.Figures;
import dev.crescent.insight.step.Focus;
import dev.crescent.insight.step.LensStep;
import dev.crescent.insight.step.Phase;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.network.LensMarks;
import java.util.Arrays;

/// What one part of a step writes on the network.
final class StepMarks {
    private final LensStep s;
    private final int n;
    private final Phase phase;
    private final Focus focus;
    private final String[][] units; // [column][unit]
    private final double[][][] values; // [column][unit][input]
    private final String[][][] texts;
    private final String[][][] brief;

    private StepMarks(LensStep step, int sample, Phase phase, Focus focus) {
        this.s = step;
        this.n = sample;
        this.phase = phase;
        this.focus = focus;
        int columns = step.depth() + 1;
        units = new String[columns][];
        values = new double[columns][0][];
        texts = new String[columns][0][];
        brief = new String[columns][0][];
        for (int c = 0; c < columns; c++) {
            units[c] = new String[c == 0 ? step.stack().inputs() : step.stack().layers().get(c - 1).units()];
            Arrays.fill(units[c], "");
        }
    }

    static LensMarks of(LensStep step, int sample, Phase phase, Focus focus) {
        StepMarks marks = new StepMarks(step, sample, phase, focus);
        marks.fill();
        return new LensMarks(marks.units, marks.values, marks.texts, marks.brief, focus.layer() + 1, focus.unit(), Math.max(-1, focus.input()));
    }

    private void fill() {
        switch (phase) {
            case Phase.Sample _ -> {
                comesIn(0);
                for (int k = 0; k < units[s.depth()].length; k++) {
                    units[s.depth()][k] = "t " + brief(s.target(n, k));
                }
            }
            case Phase.Forward forward -> {
                comesIn(forward.layer());
                goesOut(forward.layer());
                links(forward.layer());
            }
            case Phase.Loss _ -> goesOut(s.depth() - 1);
            case Phase.Backward backward -> {
                for (int layer = backward.layer(); layer < Math.min(s.depth(), backward.layer() + 2); layer++) {
                    for (int j = 0; j < units[layer + 1].length; j++) {
                        units[layer + 1][j] = "\u03b4 " + brief(s.delta(layer, n, j));
                    }
                }
                links(backward.layer());
            }
            case Phase.Update _ -> {
                for (int layer = 0; layer < s.depth(); layer++) {
                    links(layer);
                }
                bias();
            }
        }
    }

    /// What comes into a layer, at the units that it comes from.
    private void comesIn(int layer) {
        for (int i = 0; i < units[layer].length; i++) {
            units[layer][i] = brief(s.x(layer, n, i));
        }
    }

    private void goesOut(int layer) {
        for (int j = 0; j < units[layer + 1].length; j++) {
            units[layer + 1][j] = brief(s.a(layer, n, j));
        }
    }

    private void links(int layer) {
        DenseStack.Dense of = s.stack().layers().get(layer);
        boolean update = phase instanceof Phase.Update;
        double[][] rows = new double[of.units()][of.inputs()];
        String[][] few = new String[of.units()][of.inputs()];
        String[][] words = new String[of.units()][of.inputs()];
        for (int j = 0; j < of.units(); j++) {
            for (int i = 0; i < of.inputs(); i++) {
                int parameter = of.weight(j, i);
                if (update) {
                    WeightStep step = s.update(parameter);
                    rows[j][i] = step.change();
                    boolean shown = focus.layer() == layer && focus.unit() == j;
                    words[j][i] = shown ? changed(step) : "";
                    few[j][i] = signed(step.change());
                } else {
                    rows[j][i] = phase instanceof Phase.Forward ? s.parameter(parameter) * s.x(layer, n, i) : s.meanGradient(parameter);
                    words[j][i] = brief(rows[j][i]);
                    few[j][i] = words[j][i];
                }
            }
        }
        values[layer + 1] = rows;
        texts[layer + 1] = words;
        brief[layer + 1] = few;
    }

    private void bias() {
        if (focus.layer() < 0) {
            return;
        }
        DenseStack.Dense of = s.stack().layers().get(focus.layer());
        if (of.biases() >= 0) {
            WeightStep step = s.update(of.biases() + focus.unit());
            units[focus.layer() + 1][focus.unit()] = "b " + (focus.isBias() ? changed(step) : signed(step.change()));
        }
    }

    private static String changed(WeightStep step) {
        return Numbers.inText(Figures.changed(step.w(), step.next()));
    }

    private static String brief(double value) {
        return Numbers.inText(Figures.brief(value));
    }

    private static String signed(double value) {
        return Numbers.inText(Figures.signed(value));
    }
}

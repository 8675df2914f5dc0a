package dev.crescent.insight.step;

import dev.crescent.experiment.Activation;
import dev.crescent.insight.descent.StepFormula;
import dev.crescent.insight.descent.StepLine;
import dev.crescent.insight.descent.WeightStep;
import dev.crescent.insight.image.Curve;
import java.util.ArrayList;
import java.util.List;

/// What happens to a unit or a link in one part of a step, as formulas with the numbers of now. `x` is what comes into a
/// layer, `z` a unit's weighted sum, `a` what it gives out, `t` its target, and delta the slope of the sample's loss by z;
/// in parentheses above stands the number of a layer that is not the one looked at.
public final class StepText {
    /// So many inputs are all told at once.
    private static final int FEW = 4;
    private static final String DOT = " \u00b7 ";
    private static final String DELTA = "\u03b4";

    private final LensStep s;
    private final int n;

    /// @param sample of the mini-batch
    public StepText(LensStep step, int sample) {
        this.s = step;
        this.n = sample;
    }

    /// @param focus in the layer that the phase is about
    public List<MathLine> lines(Phase phase, Focus focus) {
        return switch (phase) {
            case Phase.Sample _ -> sample(focus);
            case Phase.Forward forward -> forward(forward.layer(), focus);
            case Phase.Loss _ -> LossText.loss(s, n);
            case Phase.Backward backward -> backward(backward.layer(), focus);
            case Phase.Update _ -> update(focus);
        };
    }

    private List<MathLine> sample(Focus focus) {
        List<MathLine> lines = new ArrayList<>();
        int inputs = s.stack().layers().getFirst().inputs();
        if (inputs <= FEW) {
            for (int i = 0; i < inputs; i++) {
                lines.add(input(i));
            }
        } else if (focus.layer() < 0) {
            lines.add(input(focus.unit()));
        }
        List<String> targets = new ArrayList<>();
        for (double target : s.targets(n)) {
            targets.add(Figures.brief(target));
        }
        lines.add(new MathLine("t", "", targets.size() == 1 ? targets.getFirst() : "(" + String.join(", ", targets) + ")"));
        return lines;
    }

    private MathLine input(int number) {
        return new MathLine("x" + index(number), "", Figures.result(s.x(0, n, number)));
    }

    private static String index(int number) {
        return "_{" + (number + 1) + "}";
    }

    private static String link(int unit, int input) {
        return "_{" + (unit + 1) + "," + (input + 1) + "}";
    }

    private List<MathLine> forward(int layer, Focus focus) {
        DenseStack.Dense of = s.stack().layers().get(layer);
        int j = focus.unit();
        if (!focus.isUnit() && !focus.isBias()) {
            int i = focus.input();
            double w = s.parameter(of.weight(j, i));
            double x = s.x(layer, n, i);
            return List.of(new MathLine("w" + link(j, i) + " x" + index(i), Figures.brief(w) + DOT + Figures.bracketed(x),
                    Figures.result(w * x)));
        }
        List<String> names = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < of.inputs(); i++) {
            names.add("w" + link(j, i) + " x" + index(i));
            double w = s.parameter(of.weight(j, i));
            numbers.add((i == 0 ? Figures.brief(w) : Figures.bracketed(w)) + DOT + Figures.bracketed(s.x(layer, n, i)));
        }
        if (of.biases() >= 0) {
            names.add("b" + index(j));
            numbers.add(Figures.bracketed(s.parameter(of.biases() + j)));
        }
        double z = s.z(layer, n, j);
        return List.of(new MathLine("z" + index(j) + " = " + Sums.of(names), Sums.of(numbers), Figures.result(z)),
                activation(layer, j, of.layer().activation()));
    }

    private MathLine activation(int layer, int j, Activation activation) {
        double z = s.z(layer, n, j);
        double a = s.a(layer, n, j);
        String name = "a" + index(j) + " = ";
        if (activation == Activation.SOFTMAX) {
            List<String> powers = new ArrayList<>();
            for (int k = 0; k < s.stack().layers().get(layer).units(); k++) {
                powers.add("e^{" + Figures.brief(s.z(layer, n, k)) + "}");
            }
            return new MathLine(name + "e^{z" + (j + 1) + "}/\u03a3_{k} e^{zk}", "e^{" + Figures.brief(z) + "}/(" + Sums.of(powers) + ")",
                    Figures.result(a));
        }
        String template = ActivationText.value(activation, z);
        return new MathLine(name + ActivationText.named(template, "z" + index(j), ""), ActivationText.numbered(template, z, a),
                Figures.result(a));
    }

    private List<MathLine> backward(int layer, Focus focus) {
        int j = focus.unit();
        List<MathLine> lines = new ArrayList<>();
        if (focus.isUnit()) {
            lines.addAll(layer == s.depth() - 1 ? LossText.delta(s, n, j) : hidden(layer, j));
            return lines;
        }
        double delta = s.delta(layer, n, j);
        int parameter = focus.parameter(s.stack());
        if (parameter < 0) {
            return lines;
        }
        if (focus.isBias()) {
            lines.add(new MathLine("\u2202L/\u2202b" + index(j) + " = " + DELTA + index(j), "", Figures.result(delta)));
        } else {
            double x = s.x(layer, n, focus.input());
            lines.add(new MathLine("\u2202L/\u2202w" + link(j, focus.input()) + " = " + DELTA + index(j) + " x" + index(focus.input()),
                    Figures.brief(delta) + DOT + Figures.bracketed(x), Figures.result(delta * x)));
        }
        if (s.count() > 1) {
            lines.add(new MathLine("g = mean over the mini-batch", "", Figures.result(s.meanGradient(parameter))));
        }
        return lines;
    }

    /// What comes back over all links, and the slope that it passes.
    private List<MathLine> hidden(int layer, int j) {
        DenseStack.Dense of = s.stack().layers().get(layer);
        DenseStack.Dense next = s.stack().layers().get(layer + 1);
        String above = "^{(" + (layer + 2) + ")}";
        List<String> names = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (int k = 0; k < next.units(); k++) {
            names.add("w" + above + link(k, j) + " " + DELTA + above + index(k));
            double w = s.parameter(next.weight(k, j));
            numbers.add((k == 0 ? Figures.brief(w) : Figures.bracketed(w)) + DOT + Figures.bracketed(s.delta(layer + 1, n, k)));
        }
        double share = s.share(layer + 1, n, j);
        double back = s.comesBack(layer, j, n);
        String all = Sums.of(numbers);
        MathLine sum = new MathLine("d" + index(j) + " = " + Sums.of(names),
                share == 1 ? all : Figures.brief(share) + DOT + "(" + all + ")", Figures.result(back));
        double z = s.z(layer, n, j);
        double a = s.a(layer, n, j);
        Activation activation = of.layer().activation();
        double slope = Curve.slope(activation, z);
        String template = ActivationText.slope(activation, z);
        return List.of(sum,
                new MathLine("f\u2032(z" + index(j) + ")" + LossText.equation(template, "z" + index(j), "a" + index(j)),
                        ActivationText.numbered(template, z, a), Figures.result(slope)),
                new MathLine(DELTA + index(j) + " = d" + index(j) + " f\u2032(z" + index(j) + ")",
                        Figures.brief(back) + DOT + Figures.bracketed(slope), Figures.result(s.delta(layer, n, j))));
    }

    private List<MathLine> update(Focus focus) {
        int parameter = focus.parameter(s.stack());
        if (parameter < 0) {
            return List.of();
        }
        List<MathLine> lines = new ArrayList<>();
        double g = s.meanGradient(parameter);
        double penalty = s.penalty(parameter);
        if (s.isWeight(parameter) && (s.training().l1() > 0 || s.training().l2() > 0)) {
            lines.add(new MathLine("g = mean gradient" + (s.training().l1() > 0 ? " + l_{1} sign(w)" : "")
                    + (s.training().l2() > 0 ? " + l_{2} w" : ""), Figures.brief(g) + " + " + Figures.bracketed(penalty),
                    Figures.result(g + penalty)));
        }
        if (s.clipping() < 1) {
            lines.add(new MathLine("g \u2190 g c/|g|_{all}", Figures.brief(g + penalty) + DOT + Figures.brief(s.training().clip()) + "/"
                    + Figures.brief(s.norm()), Figures.result((g + penalty) * s.clipping())));
        }
        WeightStep step = s.update(parameter);
        for (StepLine line : StepFormula.of(step)) {
            lines.add(UpdateText.of(line, focus.isBias() ? "b" : "w"));
        }
        return lines;
    }
}

package dev.crescent.insight.step;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Loss;
import dev.crescent.insight.image.Curve;
import java.util.ArrayList;
import java.util.List;

/// The formulas of a sample's loss and of the deltas that follow from it.
final class LossText {
    private static final String MINUS = "\u2212";

    private LossText() {}

    /// A sample's loss with its numbers, and the mean over the mini-batch.
    static List<MathLine> loss(LensStep s, int n) {
        List<MathLine> lines = new ArrayList<>();
        Loss loss = s.training().loss();
        double[] a = s.outputs(n);
        double[] t = s.targets(n);
        String result = Figures.result(s.loss(n));
        lines.add(switch (loss) {
            case CROSS_ENTROPY -> crossEntropy(s, n, result);
            case BINARY_CROSS_ENTROPY -> t[0] == 1
                    ? new MathLine("L = " + MINUS + "log a", MINUS + "log " + near(a[0]), result)
                    : new MathLine("L = " + MINUS + "log(1 " + MINUS + " a)", MINUS + "log(1 " + MINUS + " " + Figures.brief(a[0]) + ")", result);
            case MEAN_SQUARED_ERROR, HALF_SQUARED_ERROR -> squares(loss, a, t, result);
            case HUBER -> huber(a, t, result);
            case HINGE -> hinge(a, t, result);
        });
        if (s.count() > 1) {
            lines.add(mean(s, n));
        }
        return lines;
    }

    private static MathLine crossEntropy(LensStep s, int n, String result) {
        int right = LossMath.right(s.targets(n));
        boolean softmax = s.last().layer().activation() == Activation.SOFTMAX;
        String name = softmax ? "a_{" + (right + 1) + "}" : "softmax(a)_{" + (right + 1) + "}";
        double share = softmax ? s.outputs(n)[right] : LossMath.softmax(s.outputs(n))[right];
        return new MathLine("L = " + MINUS + "log " + name, MINUS + "log " + near(share), result);
    }

    /// A share so close to 1 that three digits would call it 1 is written by what it lacks.
    private static String near(double share) {
        return share > 0.995 && share < 1 ? "(1 " + MINUS + " " + Figures.brief(1 - share) + ")" : Figures.brief(share);
    }

    private static MathLine squares(Loss loss, double[] a, double[] t, String result) {
        boolean half = loss == Loss.HALF_SQUARED_ERROR;
        String front = half ? "\u00bd " : "";
        if (a.length == 1) {
            return new MathLine("L = " + front + "(a " + MINUS + " t)^{2}", (half ? "\u00bd \u00b7 " : "") + "(" + difference(a[0], t[0]) + ")^{2}",
                    result);
        }
        List<String> terms = new ArrayList<>();
        for (int k = 0; k < a.length; k++) {
            terms.add("(" + difference(a[k], t[k]) + ")^{2}");
        }
        return new MathLine("L = " + front + "mean (a_{k} " + MINUS + " t_{k})^{2}",
                (half ? "\u00bd \u00b7 " : "") + "(" + Sums.of(terms) + ")/" + a.length, result);
    }

    private static MathLine huber(double[] a, double[] t, String result) {
        if (a.length > 1) {
            return new MathLine("L = mean h(a_{k} " + MINUS + " t_{k})", "", result);
        }
        double d = a[0] - t[0];
        return Math.abs(d) < 1 ? new MathLine("L = \u00bd (a " + MINUS + " t)^{2}", "\u00bd \u00b7 (" + difference(a[0], t[0]) + ")^{2}", result)
                : new MathLine("L = |a " + MINUS + " t| " + MINUS + " \u00bd", "|" + difference(a[0], t[0]) + "| " + MINUS + " \u00bd", result);
    }

    private static MathLine hinge(double[] a, double[] t, String result) {
        if (a.length == 1) {
            return new MathLine("L = max(0, 1 " + MINUS + " t a)",
                    "max(0, 1 " + MINUS + " " + Figures.bracketed(t[0]) + " \u00b7 " + Figures.bracketed(a[0]) + ")", result);
        }
        int right = LossMath.right(t);
        List<String> terms = new ArrayList<>();
        for (int k = 0; k < a.length; k++) {
            if (k != right) {
                terms.add("max(0, 1 " + MINUS + " " + Figures.bracketed(a[right]) + " + " + Figures.bracketed(a[k]) + ")");
            }
        }
        return new MathLine("L = \u03a3_{k} max(0, 1 " + MINUS + " a_{" + (right + 1) + "} + a_{k})/" + a.length,
                "(" + Sums.of(terms) + ")/" + a.length, result);
    }

    private static MathLine mean(LensStep s, int n) {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < s.count(); i++) {
            terms.add(Figures.brief(s.loss((n + i) % s.count())));
        }
        return new MathLine("mean over the mini-batch", "(" + Sums.of(terms) + ")/" + s.count(), Figures.result(s.loss()));
    }

    /// Where an output's delta comes from.
    static List<MathLine> delta(LensStep s, int n, int unit) {
        Loss loss = s.training().loss();
        Activation last = s.last().layer().activation();
        int layer = s.depth() - 1;
        double z = s.z(layer, n, unit);
        double a = s.a(layer, n, unit);
        double t = s.target(n, unit);
        double delta = s.delta(layer, n, unit);
        String j = "_{" + (unit + 1) + "}";
        if (LossMath.isFused(loss, last)) {
            return List.of(new MathLine("\u03b4" + j + " = a" + j + " " + MINUS + " t" + j, difference(a, t), Figures.result(delta)));
        }
        double[] slopes = LossMath.byOutputs(loss, last, s.sums(n), s.outputs(n), s.targets(n));
        MathLine byOutput = byOutput(s, n, unit, slopes[unit]);
        if (last == Activation.SOFTMAX) {
            double mean = 0;
            for (int k = 0; k < slopes.length; k++) {
                mean += slopes[k] * s.outputs(n)[k];
            }
            return List.of(byOutput, new MathLine("\u03b4" + j + " = a" + j + " (d" + j + " " + MINUS + " \u03a3_{k} d_{k} a_{k})",
                    Figures.brief(a) + " \u00b7 (" + difference(slopes[unit], mean) + ")", Figures.result(delta)));
        }
        double slope = Curve.slope(last, z);
        String template = ActivationText.slope(last, z);
        return List.of(byOutput,
                new MathLine("f\u2032(z" + j + ")" + equation(template, "z" + j, "a" + j), ActivationText.numbered(template, z, a), Figures.result(slope)),
                new MathLine("\u03b4" + j + " = d" + j + " f\u2032(z" + j + ")",
                        Figures.brief(slopes[unit]) + " \u00b7 " + Figures.bracketed(slope), Figures.result(delta)));
    }

    /// `= 1 − a²`, or nothing where the slope is a plain number or has no shorter name.
    static String equation(String template, String z, String a) {
        boolean plain = !template.contains("Z") && !template.contains("A") || template.startsWith("f\u2032");
        return plain ? "" : " = " + ActivationText.named(template, z, a);
    }

    private static MathLine byOutput(LensStep s, int n, int unit, double slope) {
        int outputs = s.outputs(n).length;
        double a = s.outputs(n)[unit];
        double t = s.target(n, unit);
        String j = "_{" + (unit + 1) + "}";
        String name = "d" + j + " = ";
        String share = outputs > 1 ? "/" + outputs : "";
        String result = Figures.result(slope);
        return switch (s.training().loss()) {
            case MEAN_SQUARED_ERROR -> new MathLine(name + "2 (a" + j + " " + MINUS + " t" + j + ")" + share,
                    "2 \u00b7 (" + difference(a, t) + ")" + share, result);
            case HALF_SQUARED_ERROR -> new MathLine(name + "(a" + j + " " + MINUS + " t" + j + ")" + share,
                    outputs > 1 ? "(" + difference(a, t) + ")" + share : difference(a, t), result);
            case HUBER -> new MathLine(name + "clamp(a" + j + " " + MINUS + " t" + j + ", " + MINUS + "1, 1)" + share,
                    "clamp(" + difference(a, t) + ", " + MINUS + "1, 1)" + share, result);
            case CROSS_ENTROPY -> new MathLine(name + "softmax(a)" + j + " " + MINUS + " t" + j,
                    difference(LossMath.softmax(s.outputs(n))[unit], t), result);
            case HINGE -> new MathLine("d" + j + " = slope of the hinge loss", "", result);
            case BINARY_CROSS_ENTROPY -> throw new IllegalStateException("its delta is a \u2212 t");
        };
    }

    static String difference(double a, double t) {
        return Figures.brief(a) + " " + MINUS + " " + Figures.bracketed(t);
    }
}

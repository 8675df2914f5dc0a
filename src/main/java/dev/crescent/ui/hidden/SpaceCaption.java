package dev.crescent.ui.hidden;

import dev.crescent.experiment.Activation;
import dev.crescent.insight.hidden.HiddenSpace;
import dev.crescent.insight.hidden.Stage;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;

/// What the picture of a hidden space is of, in words.
final class SpaceCaption {
    private static final double HERE = 1e-4;

    private SpaceCaption() {}

    /// The short names of all stages, as below the slider.
    static List<String> names(HiddenSpace space) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k <= space.end(); k++) {
            names.add(k == 0 ? Texts.get("hidden.stage.input") : k == space.end() ? Texts.get("hidden.stage.output")
                    : Integer.toString(number(space, k)));
        }
        return names;
    }

    /// A layer's number as the network's view counts, from 1.
    private static int number(HiddenSpace space, int stage) {
        return space.stages().get(stage).layer() + 1;
    }

    /// Where on the way the picture is: a layer and how it is drawn, or what takes it to the next.
    static String place(HiddenSpace space, double t) {
        int stage = (int) Math.round(t);
        if (Math.abs(t - stage) < HERE) {
            Stage of = space.stages().get(stage);
            return layer(space, stage) + " \u00b7 " + Texts.get(stage == 0 ? "hidden.features" : "hidden.units", of.units())
                    + ", " + drawn(of);
        }
        int next = (int) Math.ceil(t);
        Stage to = space.stages().get(next);
        String name = next == space.end() ? Texts.get("hidden.toOutput") : Texts.get("hidden.toLayer", number(space, next));
        boolean summed = space.stages().get(next - 1).ahead() != null;
        String what = !summed ? "hidden.step" : to.activation() == Activation.LINEAR || t - next + 1 <= 0.5 ? "hidden.sums"
                : "hidden.bends";
        return name + " \u00b7 " + Texts.get(what, to.activation().id());
    }

    private static String layer(HiddenSpace space, int stage) {
        int layers = number(space, space.end());
        return stage == 0 ? Texts.get("hidden.input")
                : Texts.get(stage == space.end() ? "hidden.outputLayer" : "hidden.layer", number(space, stage), layers);
    }

    private static String drawn(Stage of) {
        if (of.axes().direct()) {
            return Texts.get(of.units() == 1 ? "hidden.directOne" : "hidden.direct");
        }
        return Texts.get("hidden.pca", percent(of.held()));
    }

    /// What the lines are; empty without any.
    static String lines(HiddenSpace space, double t) {
        int stage = (int) Math.round(t);
        Stage of = space.stages().get(stage);
        if (Math.abs(t - stage) >= HERE || of.cuts().isEmpty()) {
            return "";
        }
        String where = of.axes().direct() ? "" : Texts.get(space.deep() ? "hidden.withinDeep" : "hidden.within");
        int lines = of.cuts().size();
        return switch (of.separates()) {
            case NOTHING -> "";
            case CLASSES -> Texts.get(space.deep() ? "hidden.classesDeep" : "hidden.classes", lines) + where;
            case UNITS -> Texts.get(space.deep() ? "hidden.unitPlanes" : "hidden.unitLines", lines, number(space, stage + 1)) + where;
        };
    }

    /// With a decimal where a share would else look like nothing or all.
    static String percent(double share) {
        double rounded = Math.rint(100 * share) / 100;
        return Numbers.percent(share, share != rounded && (rounded == 0 || rounded == 1) ? 1 : 0);
    }
}

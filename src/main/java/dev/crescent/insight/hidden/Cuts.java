package dev.crescent.insight.hidden;

import dev.crescent.data.Dataset;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import java.util.ArrayList;
import java.util.List;

/// Finds where a layer separates what comes in: at `w h + b = 0` for each of its units, and where it gives out classes at
/// `(w_i - w_j) h + b_i - b_j = 0` between each two of them.
///
/// In the picture of a layer of more units this is where its plane of principal components meets that hyperplane: with
/// `h = center + axes^T y` the sum is `(axes w) y + w center + b`.
final class Cuts {
    /// More lines hide what they separate.
    private static final int MOST_UNITS = 24;
    private static final int MOST_CLASSES = 16;

    private final Model.Network network;
    private final Dataset data;

    Cuts(Model.Network network, Dataset data) {
        this.network = network;
        this.data = data;
    }

    record Found(List<Cut> cuts, Stage.Separates separates) {
        static final Found NOTHING = new Found(List.of(), Stage.Separates.NOTHING);
    }

    /// Where the next layer separates.
    Found of(int next, ParameterLayout layout, float[] parameters, Axes axes) {
        boolean last = next == network.layers().size() - 1;
        if (!(network.layers().get(next) instanceof Layer.Dense dense) || last && data.task() == Task.REGRESSION
                || dense.units() > (last ? MOST_CLASSES : MOST_UNITS)) {
            return Found.NOTHING;
        }
        ParameterLayout.Slice slice = layout.slice(next).orElseThrow();
        List<Cut.Side> sides = new ArrayList<>();
        double[] weights = new double[axes.units()];
        for (int unit = 0; unit < dense.units(); unit++) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = parameters[slice.weightOffset() + unit * weights.length + i];
            }
            double bias = slice.biasOffset() < 0 ? 0 : parameters[slice.biasOffset() + unit];
            sides.add(side(axes, weights, bias));
        }
        return last ? new Found(dense.units() == 1 ? single(sides) : between(sides), Stage.Separates.CLASSES)
                : new Found(single(sides), Stage.Separates.UNITS);
    }

    /// Where the outputs themselves change sides.
    Found ofOutputs(Axes axes) {
        Layer.Dense output = network.output();
        if (data.task() == Task.REGRESSION || output.units() > MOST_CLASSES) {
            return Found.NOTHING;
        }
        List<Cut.Side> sides = new ArrayList<>();
        for (int unit = 0; unit < output.units(); unit++) {
            double[] one = new double[axes.units()];
            one[unit] = 1;
            boolean half = output.units() == 1 && output.activation() == Activation.SIGMOID;
            sides.add(side(axes, one, half ? -0.5 : 0));
        }
        return new Found(output.units() == 1 ? single(sides) : between(sides), Stage.Separates.CLASSES);
    }

    private static Cut.Side side(Axes axes, double[] weights, double bias) {
        double[] along = new double[3];
        for (int k = 0; k < axes.axes().length; k++) {
            along[k] = Axes.dot(axes.axes()[k], weights);
        }
        return new Cut.Side(along[0], along[1], along[2], bias + Axes.dot(weights, axes.center()));
    }

    private static List<Cut> single(List<Cut.Side> sides) {
        return sides.stream().map(side -> new Cut(side, List.of())).toList();
    }

    private static List<Cut> between(List<Cut.Side> sides) {
        List<Cut> cuts = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            for (int j = 0; j < i; j++) {
                List<Cut.Side> within = new ArrayList<>();
                for (int m = 0; m < sides.size(); m++) {
                    if (m != i && m != j) {
                        within.add(sides.get(i).minus(sides.get(m)));
                    }
                }
                cuts.add(new Cut(sides.get(i).minus(sides.get(j)), within));
            }
        }
        return cuts;
    }
}

package dev.crescent.insight.hidden;

import dev.crescent.data.Dataset;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws what the layers of a network say on two or three axes, one stage after the other, and what lies between them.
final class Projector {
    private final Model.Network network;
    private final ParameterLayout layout;
    private final int[] stageLayers; // -1 for the inputs
    private final int[] units; // of each stage
    private final int count;
    private final int samples;
    private final int side;
    private final Follower[][] followers; // [flat or deep][stage]
    private final Cuts cuts;

    /// @param settled whether all axes are where they want to be
    record Projected(List<Stage> stages, List<HiddenSpace.Key> keys, boolean settled) {
        Extent extent(int stage) {
            return keys.stream().filter(key -> key.at() == stage).findFirst().orElseThrow().extent();
        }
    }

    Projector(Model.Network network, Dataset data, ParameterLayout layout, List<Integer> layers, int[] widths, int count,
            int samples, int side) {
        this.network = network;
        this.layout = layout;
        this.count = count;
        this.samples = samples;
        this.side = side;
        stageLayers = new int[layers.size() + 1];
        units = new int[stageLayers.length];
        followers = new Follower[2][stageLayers.length];
        for (int k = 0; k < stageLayers.length; k++) {
            stageLayers[k] = k == 0 ? -1 : layers.get(k - 1);
            units[k] = k == 0 ? data.inputWidth() : widths[layers.get(k - 1)];
            followers[0][k] = new Follower();
            followers[1][k] = new Follower();
        }
        this.cuts = new Cuts(network, data);
    }

    /// Goes on with another one's axes where they have as many units.
    void follow(Projector before) {
        for (int depth = 0; depth < followers.length; depth++) {
            for (int k = 0; k < Math.min(units.length, before.units.length); k++) {
                if (units[k] == before.units[k]) {
                    followers[depth][k] = before.followers[depth][k];
                }
            }
        }
    }

    /// @param inputs `[feature][count]`
    /// @param outputs `[layer][unit * count]`
    Projected project(float[] parameters, float[] inputs, float[][] outputs, boolean deep) {
        List<Stage> stages = new ArrayList<>();
        List<HiddenSpace.Key> keys = new ArrayList<>();
        boolean settled = true;
        Axes[] axes = new Axes[stageLayers.length];
        double[] held = new double[stageLayers.length];
        float @Nullable [] before = null;
        for (int k = 0; k < stageLayers.length; k++) {
            float[] rows = rows(k, inputs, outputs);
            Cloud cloud = cloud(rows, units[k]);
            axes[k] = axes(k, cloud, deep, before);
            float[] xyz = new float[3 * count];
            axes[k].project(rows, count, xyz);
            held[k] = axes[k].direct() ? 1 : held(cloud, xyz);
            settled &= axes[k].direct() || followers[deep ? 1 : 0][k].settled();
            if (k > 0) {
                float[] summed = summed(k, axes[k], parameters, rows(k - 1, inputs, outputs));
                if (summed != null) {
                    keys.add(new HiddenSpace.Key(k - 0.5, summed, around(summed)));
                }
            }
            keys.add(new HiddenSpace.Key(k, xyz, extent(k, axes[k], xyz)));
            before = xyz;
        }
        for (int k = 0; k < stageLayers.length; k++) {
            stages.add(stage(k, axes, held[k], parameters));
        }
        return new Projected(stages, keys, settled);
    }

    private float[] rows(int stage, float[] inputs, float[][] outputs) {
        return stage == 0 ? inputs : outputs[stageLayers[stage]];
    }

    /// The samples, or where there are none the mesh.
    private Cloud cloud(float[] rows, int width) {
        return samples > 0 || side == 0 ? new Cloud(rows, width, count, samples).finite()
                : new Cloud(rows, width, count, side * side).finite();
    }

    private Axes axes(int stage, Cloud cloud, boolean deep, float @Nullable [] before) {
        int wanted = deep ? 3 : 2;
        if (cloud.units() <= wanted) {
            return Axes.direct(cloud.units());
        }
        Follower follower = followers[deep ? 1 : 0][stage];
        double[][] near = follower.axes();
        PrincipalComponents components = PrincipalComponents.of(cloud, wanted, near);
        double[][] found = Follower.completed(components.axes(), near);
        if (follower.fits(found)) {
            return new Axes(components.mean(), follower.follow(found), false);
        }
        double[][] flat = followers[0][stage].axes();
        double[][] turn = new double[wanted][wanted];
        if (deep && flat != null && flat[0].length == cloud.units()) {
            for (int k = 0; k < wanted; k++) {
                for (int j = 0; j < 2; j++) {
                    turn[k][j] = Axes.dot(found[k], flat[j]);
                }
            }
        } else if (before != null) {
            turn = products(found, components.mean(), cloud, before);
        } else {
            for (int k = 0; k < wanted; k++) {
                turn[k][k] = 1;
            }
        }
        return new Axes(components.mean(), follower.begin(found, turn), false);
    }

    /// How the samples along some axes go together with where they lie in the stage before: the axes are turned so that the
    /// samples move little from one stage to the next.
    private double[][] products(double[][] axes, double[] mean, Cloud cloud, float[] before) {
        double[][] products = new double[axes.length][axes.length];
        if (cloud.stride() != count) {
            return Follower.products(axes, axes); // some are not finite: there is no telling which
        }
        double[] along = new double[axes.length];
        for (int s = 0; s < cloud.count(); s++) {
            boolean placed = true;
            for (int k = 0; k < axes.length; k++) {
                along[k] = 0;
                for (int i = 0; i < cloud.units(); i++) {
                    along[k] += axes[k][i] * (cloud.rows()[i * count + s] - mean[i]);
                }
                placed &= Float.isFinite(before[3 * s + k]);
            }
            for (int k = 0; placed && k < axes.length; k++) {
                for (int j = 0; j < axes.length; j++) {
                    products[k][j] += along[k] * before[3 * s + j];
                }
            }
        }
        return products;
    }

    private double held(Cloud cloud, float[] xyz) {
        double total = cloud.variance(cloud.mean());
        int points = samples > 0 || side == 0 ? samples : side * side;
        double sum = 0;
        int placed = 0;
        for (int s = 0; s < points; s++) {
            double square = 0;
            for (int k = 0; k < 3; k++) {
                square += (double) xyz[3 * s + k] * xyz[3 * s + k];
            }
            if (Double.isFinite(square)) {
                sum += square;
                placed++;
            }
        }
        return total > 0 && placed > 0 ? Math.min(1, sum / placed / total) : Double.NaN;
    }

    /// Where a layer's weighted sums lie; null where it has none, or nothing comes after them.
    private float @Nullable [] summed(int stage, Axes onto, float[] parameters, float[] rows) {
        int layer = stageLayers[stage];
        if (!(network.layers().get(layer) instanceof Layer.Dense dense) || dense.activation() == Activation.LINEAR) {
            return null;
        }
        float[] xyz = new float[3 * count];
        map(layer, onto, parameters, units[stage - 1]).project(rows, count, xyz);
        return xyz;
    }

    private Axes.Mapped map(int layer, Axes onto, float[] parameters, int inputs) {
        ParameterLayout.Slice slice = layout.slice(layer).orElseThrow();
        return onto.after(parameters, slice.weightOffset(), inputs, slice.biasOffset());
    }

    private Stage stage(int k, Axes[] axes, double held, float[] parameters) {
        Cuts.Found found = k + 1 == axes.length ? cuts.ofOutputs(axes[k])
                : cuts.of(stageLayers[k + 1], layout, parameters, axes[k]);
        Affine ahead = k + 1 < axes.length && network.layers().get(stageLayers[k + 1]) instanceof Layer.Dense
                ? map(stageLayers[k + 1], axes[k + 1], parameters, units[k]).from(axes[k]) : null;
        return new Stage(stageLayers[k], units[k], activation(stageLayers[k]), axes[k], held, found.cuts(),
                found.separates(), ahead);
    }

    private Activation activation(int layer) {
        return layer >= 0 && network.layers().get(layer) instanceof Layer.Weighted weighted ? weighted.activation()
                : Activation.LINEAR;
    }

    private Extent around(float[] xyz) {
        return samples > 0 || side == 0 ? Extent.around(xyz, 0, samples) : Extent.around(xyz, 0, side * side);
    }

    /// Units whose outputs lie between known bounds have these on screen, whatever they say; all others, what they say.
    private Extent extent(int stage, Axes axes, float[] xyz) {
        if (!axes.direct()) {
            return around(xyz);
        }
        if (stage == 0 && side > 0) {
            return Extent.around(xyz, samples, samples + side * side);
        }
        return switch (activation(stageLayers[stage])) {
            case TANH, SINE -> new Extent(0, 0, 0, Extent.ROOM);
            case SIGMOID, SOFTMAX, STEP -> {
                double middle = 0.5;
                yield new Extent(middle, units[stage] > 1 ? middle : 0, units[stage] > 2 ? middle : 0, middle * Extent.ROOM);
            }
            case LINEAR, RELU, LEAKY_RELU, ELU, GELU, SOFTPLUS, SWISH, MISH -> around(xyz);
        };
    }
}

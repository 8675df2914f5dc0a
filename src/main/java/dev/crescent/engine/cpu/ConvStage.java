package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.BLOCK;
import static dev.crescent.engine.cpu.Panels.SAMPLES;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import java.util.Arrays;
import java.util.List;

/// A convolution as PyTorch defines it (a cross-correlation), then the activation:
/// `sum[f][r][c] = b[f] + sum over channels, i, j of w[f][channel][i][j] x[channel][stride r + i - pad][stride c + j - pad]`.
///
/// What a filter sees at one place, its patch, is copied side by side, and the matrix kernel takes all filters over it.
/// Filters are counted up to a multiple of the kernel's four rows, so that a panel has more rows than units.
final class ConvStage extends Stage {
    private final int filters;
    private final int patch;
    private final int pixels;
    private final int weightOffset;
    private final int biasOffset;
    private final Activation activation;
    private final Border border;
    private final Patches patches;
    private final FilterGradient filterGradient;
    // [panels][rows][16]
    private final float[] sum;
    private final float[] scratch;
    // [patch][16], and what belongs to it on the way back
    private final float[] seen;
    private final float[] seenDelta;
    // [filters][16]: the gradient at one place
    private final float[] place;
    // [patch][filters]: the weights, for the gradient by the inputs
    private final float[] transposed;

    /// @param input `[channels, rows, columns]`
    ConvStage(ParameterLayout.Slice slice, Layer.Conv conv, List<Integer> input, Source source, int panels,
            boolean trains) {
        this(slice, conv, input, Shapes.convolved(conv, input.get(1)), Shapes.convolved(conv, input.get(2)), source,
                panels, trains);
    }

    private ConvStage(ParameterLayout.Slice slice, Layer.Conv conv, List<Integer> input, int outRows, int outColumns,
            Source source, int panels, boolean trains) {
        super(conv.filters() * outRows * outColumns, Panels.rows(conv.filters()) * outRows * outColumns, panels, trains);
        this.filters = conv.filters();
        this.pixels = outRows * outColumns;
        this.patch = slice.weightCount() / filters;
        this.weightOffset = slice.weightOffset();
        this.biasOffset = slice.biasOffset();
        this.activation = conv.activation();
        this.border = new Border(input, Shapes.before(conv), Shapes.behind(conv), source, panels);
        this.patches = new Patches(border, conv.kernel(), conv.stride(), outRows, outColumns);
        this.filterGradient = new FilterGradient(patches, filters);
        this.sum = Panels.allocate(panels, rows);
        this.scratch = Panels.allocate(panels, rows);
        this.seen = Panels.allocate(1, patch);
        boolean back = trains && source.wantsDelta();
        this.seenDelta = Panels.allocate(1, back ? Panels.rows(patch) : 0);
        this.place = Panels.allocate(1, back ? filters : 0);
        this.transposed = new float[back ? Panels.rows(patch) * filters : 0];
    }

    @Override
    void forward(float[] parameters, Source source, int count, Moment moment) {
        int panels = Panels.count(count);
        for (int panel = 0; panel < panels; panel++) {
            border.fill(source, panel);
            startWithBiases(parameters, panel);
            for (int pixel = 0; pixel < pixels; pixel++) {
                patches.gather(panel, pixel, seen);
                int to = (panel * rows + pixel) * SAMPLES;
                for (int filter = 0; filter < filters; filter += BLOCK) {
                    Kernel.tile(sum, to + filter * pixels * SAMPLES, pixels * SAMPLES, parameters,
                            weightOffset + filter * patch, patch, seen, 0, patch);
                }
            }
            int from = panel * rows * SAMPLES;
            Activations.apply(activation, sum, output, scratch, from, from + units * SAMPLES);
        }
    }

    private void startWithBiases(float[] parameters, int panel) {
        for (int filter = 0; filter < rows / pixels; filter++) {
            int from = (panel * rows + filter * pixels) * SAMPLES;
            float bias = biasOffset >= 0 && filter < filters ? parameters[biasOffset + filter] : 0;
            Arrays.fill(sum, from, from + pixels * SAMPLES, bias);
        }
    }

    @Override
    void backward(float[] parameters, float[] gradient, Source source, int count) {
        int panels = Panels.count(count);
        for (int panel = 0; panel < panels; panel++) {
            int from = panel * rows * SAMPLES;
            Activations.slope(activation, sum, output, delta, scratch, from, from + units * SAMPLES);
        }
        // The filters' gradient runs over whole panels: samples that are not there must not count.
        Panels.clearDead(delta, rows, count);
        filterGradient.add(delta, rows, panels, gradient, weightOffset, biasOffset);
        if (source.wantsDelta()) {
            Kernel.transpose(parameters, weightOffset, filters, patch, transposed);
            for (int panel = 0; panel < panels; panel++) {
                giveBack(panel, source);
            }
        }
    }

    /// The gradient by what came in: each place gives to its patch.
    private void giveBack(int panel, Source source) {
        border.clearDelta(panel);
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int filter = 0; filter < filters; filter++) {
                Panels.copy(delta, (panel * rows + filter * pixels + pixel) * SAMPLES, place, filter * SAMPLES, SAMPLES);
            }
            Arrays.fill(seenDelta, 0);
            for (int row = 0; row < patch; row += BLOCK) {
                Kernel.tile(seenDelta, row * SAMPLES, SAMPLES, transposed, row * filters, filters, place, 0, filters);
            }
            patches.scatter(seenDelta, panel, pixel);
        }
        border.giveDelta(source, panel);
    }
}

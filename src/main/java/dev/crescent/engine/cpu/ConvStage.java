package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.BLOCK;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.WIDE;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A convolution as PyTorch defines it (a cross-correlation), then the activation:
/// `sum[f][r][c] = b[f] + sum over channels, i, j of w[f][channel][i][j] x[channel][stride r + i - pad][stride c + j - pad]`.
///
/// What a filter sees at one place, its patch, is copied side by side, and the matrix kernel takes all filters over it; few
/// filters are taken over it where it lies.
/// Filters are counted up to a multiple of the kernel's four rows, so that a panel has more rows than units.
final class ConvStage extends Stage {
    /// Of a patch, at most, that stay in the first-level cache while all filters pass by.
    private static final int COLUMNS = 288;

    /// Places that are taken at once.
    private static final int PLACES = WIDE ? 2 : 1;

    /// Filters over which sums that begin in registers gain more than taller tiles.
    private static final int FEW = 32;
    private static final float[] ZEROS = new float[BLOCK];

    private final int filters;
    private final int patch;
    private final int pixels;
    private final int weightOffset;
    private final int biasOffset;
    private final Activation activation;
    private final Border border;
    private final Patches patches;
    private final @Nullable DirectConvolution direct;
    /// Panels that are taken at once.
    private final int together;
    private final FilterGradient filterGradient;
    // [panels][rows][16]: what the activation sees, the output itself where its slope follows from the output
    private final float[] sum;
    // [panels][rows][16], or empty
    private final float[] scratch;
    // [workers][places][patch][16], and what belongs to it on the way back; empty where nothing is copied
    private final float[][] seen;
    private final float[][] seenDelta;
    // [workers][places][filters][16]: the gradient there
    private final float[][] place;
    // [patch][filters]: the weights, for the gradient by the inputs
    private final float[] transposed;

    /// @param input `[channels, rows, columns]`
    ConvStage(ParameterLayout.Slice slice, Layer.Conv conv, List<Integer> input, Source source, int panels,
            int workers, boolean trains) {
        this(slice, conv, input, Shapes.convolved(conv, input.get(1)), Shapes.convolved(conv, input.get(2)), source,
                panels, workers, trains);
    }

    private ConvStage(ParameterLayout.Slice slice, Layer.Conv conv, List<Integer> input, int outRows, int outColumns,
            Source source, int panels, int workers, boolean trains) {
        super(source, conv.filters() * outRows * outColumns, Panels.rows(conv.filters()) * outRows * outColumns,
                Blocks.of(slice), panels, trains);
        this.filters = conv.filters();
        this.pixels = outRows * outColumns;
        this.patch = slice.weightCount() / filters;
        this.weightOffset = slice.weightOffset();
        this.biasOffset = slice.biasOffset();
        this.activation = conv.activation();
        this.border = new Border(input, Shapes.before(conv), Shapes.behind(conv), source, panels);
        this.patches = new Patches(border, conv.kernel(), conv.stride(), outRows, outColumns);
        this.direct = DirectConvolution.suits(filters, patch) ? new DirectConvolution(patches, filters) : null;
        this.together = direct == null ? 1 : 2;
        this.filterGradient = FilterGradient.of(patches, slice, trains ? panels : 0, workers);
        this.sum = Activations.inPlace(activation) ? output : Panels.allocate(panels, rows);
        this.scratch = Panels.allocate(Activations.wantsScratch(activation) ? panels : 0, rows);
        this.seen = new float[workers][direct == null ? PLACES * patch * SAMPLES : 0];
        boolean back = trains && source.wantsDelta();
        boolean copies = back && direct == null;
        this.seenDelta = new float[workers][copies ? PLACES * Panels.rows(patch) * SAMPLES : 0];
        this.place = new float[workers][copies ? PLACES * filters * SAMPLES : 0];
        this.transposed = new float[back ? Panels.rows(patch) * filters : 0];
    }

    @Override
    void forward(float[] parameters, Share share, Moment moment) {
        for (int panel = share.first; panel < share.end; panel += together) {
            int end = Math.min(panel + together, share.end);
            for (int i = panel; i < end; i++) {
                border.fill(source, i);
                startWithBiases(parameters, i);
            }
            if (direct != null) {
                direct.addSums(panel, end - panel, parameters, weightOffset, sum, rows);
            } else {
                filter(parameters, panel, end, seen[share.worker]);
            }
            for (int i = panel; i < end; i++) {
                int from = i * rows * SAMPLES;
                Activations.apply(activation, sum, output, scratch, from, from + units * SAMPLES);
            }
        }
    }

    private void filter(float[] parameters, int first, int end, float[] patchesHere) {
        for (int panel = first; panel < end; panel++) {
            for (int pixel = 0; pixel < pixels; pixel += PLACES) {
                filter(parameters, panel, pixel, Math.min(PLACES, pixels - pixel), patchesHere);
            }
        }
    }

    /// At one place or two.
    private void filter(float[] parameters, int panel, int pixel, int places, float[] patchesHere) {
        for (int i = 0; i < places; i++) {
            patches.gather(panel, pixel + i, patchesHere, i * patch * SAMPLES);
        }
        int m = Panels.rows(filters);
        int to = (panel * rows + pixel) * SAMPLES;
        int next = pixels * SAMPLES;
        int most = Math.ceilDiv(patch, Math.ceilDiv(patch, COLUMNS));
        for (int column = 0; column < patch; column += most) {
            int columns = Math.min(most, patch - column);
            int weights = weightOffset + column;
            if (places == 2) {
                Kernel.pairs(m, sum, to, next, SAMPLES, parameters, weights, patch, patchesHere, column * SAMPLES,
                        patch * SAMPLES, columns);
            } else {
                Kernel.tiles(m, sum, to, next, parameters, weights, patch, patchesHere, column * SAMPLES, columns);
            }
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
    void backward(float[] parameters, Share share) {
        for (int panel = share.first; panel < share.end; panel += together) {
            int end = Math.min(panel + together, share.end);
            for (int i = panel; i < end; i++) {
                int from = i * rows * SAMPLES;
                Activations.slope(activation, sum, output, delta, scratch, from, from + units * SAMPLES);
                // The filters' gradient is summed over whole panels: samples that are not there must not count.
                Panels.clearDead(delta, from, units, share.live(i));
                filterGradient.read(delta, rows, i, share.worker);
            }
            if (source.wantsDelta()) {
                giveBack(panel, end, share.worker);
            }
        }
    }

    /// The gradient by what came in: each place gives to its patch.
    private void giveBack(int first, int end, int worker) {
        for (int panel = first; panel < end; panel++) {
            border.clearDelta(panel);
        }
        if (direct != null) {
            direct.giveBack(first, end - first, transposed, filters, delta, rows);
        }
        for (int panel = first; panel < end; panel++) {
            for (int pixel = 0; direct == null && pixel < pixels; pixel += PLACES) {
                giveBack(panel, pixel, Math.min(PLACES, pixels - pixel), seenDelta[worker], place[worker]);
            }
            border.giveDelta(source, panel);
        }
    }

    /// At one place or two.
    private void giveBack(int panel, int pixel, int places, float[] patchDelta, float[] placeDelta) {
        for (int filter = 0; filter < filters; filter++) {
            int from = (panel * rows + filter * pixels + pixel) * SAMPLES;
            for (int i = 0; i < places; i++) {
                Panels.copy(delta, from + i * SAMPLES, placeDelta, (i * filters + filter) * SAMPLES, SAMPLES);
            }
        }
        multiplyBack(patchDelta, placeDelta, places);
        for (int i = 0; i < places; i++) {
            patches.scatter(patchDelta, i * Panels.rows(patch) * SAMPLES, panel, pixel + i);
        }
    }

    private void multiplyBack(float[] patchDelta, float[] placeDelta, int places) {
        int m = Panels.rows(patch);
        if (filters <= FEW) {
            for (int row = 0; row < patch; row += BLOCK) {
                SmallKernel.rows(patchDelta, row * SAMPLES, SAMPLES, ZEROS, 0, transposed, row * filters, filters, placeDelta,
                        0, filters, places, m * SAMPLES, filters * SAMPLES);
            }
            return;
        }
        Arrays.fill(patchDelta, 0);
        if (places == 2) {
            Kernel.pairs(m, patchDelta, 0, SAMPLES, m * SAMPLES, transposed, 0, filters, placeDelta, 0, filters * SAMPLES,
                    filters);
        } else {
            Kernel.tiles(m, patchDelta, 0, SAMPLES, transposed, 0, filters, placeDelta, 0, filters);
        }
    }

    @Override
    void differentiate(int block, Share share, float[] gradient, boolean anew) {
        filterGradient.sum(share, gradient, blocks.firstRow(block), blocks.endRow(block), anew);
    }

    @Override
    void refresh(int block, float[] parameters) {
        if (transposed.length > 0) {
            Kernel.transpose(parameters, weightOffset, filters, patch, transposed, blocks.firstRow(block),
                    blocks.endRow(block));
        }
    }
}

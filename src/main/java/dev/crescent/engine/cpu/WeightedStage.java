package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.BLOCK;
import static dev.crescent.engine.cpu.Panels.SAMPLES;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;
import java.util.Arrays;

/// A dense or maxout layer: `sums = W x + b`, of `pieces` sums each unit keeps the largest, then the activation.
final class WeightedStage extends Stage {
    /// Weights, at most, that may be read again for every two panels: 64 KiB, beside which what passes by has room in the
    /// second-level cache.
    private static final int LARGE = 1 << 14;

    /// What the activation sees, `[panels][rows][16]`; the output itself where its slope follows from the output.
    private final float[] preActivation;

    private final int inputs;
    private final int pieces;
    private final int sums;
    private final int sumRows;
    private final int weightOffset;
    private final int biasOffset;
    private final Activation activation;
    private final Fusion fusion;
    private final boolean trains;
    /// Whether its weights stay in the first-level cache.
    private final boolean small;
    // [sumRows] zeros, or empty
    private final float[] noBiases;
    // [panels][sumRows][16]
    private final float[] sum;
    // [panels][sumRows][16]: the gradient by the sums
    private final float[] sumDelta;
    // [panels][rows][16], or empty
    private final float[] scratch;
    // [inputs][sums]: the weights, for the gradient by the inputs
    private final float[] transposed;
    private final WeightGradient weightGradient;
    // [workers][16] each
    private final float[][] top;
    private final float[][] total;

    /// @param pieces 1 for a dense layer
    /// @param fusion [Fusion#NONE] but on the last layer
    WeightedStage(ParameterLayout.Slice slice, int units, int pieces, Activation activation, Fusion fusion,
            Source source, int panels, int workers, boolean trains) {
        super(source, units, Panels.rows(units), Blocks.of(slice), panels, trains);
        this.inputs = source.width();
        this.pieces = pieces;
        this.sums = units * pieces;
        this.sumRows = Panels.rows(sums);
        this.weightOffset = slice.weightOffset();
        this.biasOffset = slice.biasOffset();
        this.activation = activation;
        this.fusion = fusion;
        this.trains = trains;
        boolean inPlace = pieces == 1 && fusion == Fusion.NONE && Activations.inPlace(activation);
        this.sum = inPlace ? output : Panels.allocate(panels, sumRows);
        this.preActivation = pieces == 1 ? sum : Panels.allocate(panels, rows);
        this.scratch = Panels.allocate(Activations.wantsScratch(activation) ? panels : 0, rows);
        this.sumDelta = pieces == 1 || !trains ? delta : Panels.allocate(panels, sumRows);
        this.small = slice.weightCount() < Blocks.SMALL;
        this.noBiases = new float[small && biasOffset < 0 ? sumRows : 0];
        this.transposed = source.wantsDelta() && !small ? new float[Panels.rows(inputs) * sums] : new float[0];
        this.weightGradient = new WeightGradient(slice, inputs, trains ? panels : 0, workers);
        this.top = new float[workers][SAMPLES];
        this.total = new float[workers][SAMPLES];
    }

    /// Of the network, if it is the last layer.
    Outputs outputs() {
        return new Outputs(units, rows, preActivation, output, delta, fusion, Outputs.threshold(activation));
    }

    @Override
    boolean isLarge() {
        return sums * inputs > LARGE;
    }

    @Override
    void forward(float[] parameters, Share share, Moment moment) {
        if (trains) {
            weightGradient.read(source, share);
        }
        if (small) {
            multiplySmall(parameters, share);
        } else {
            startWithBiases(parameters, share);
            Kernel.multiply(parameters, weightOffset, sums, inputs, source.values(), source.rows(), sum, sumRows,
                    share.first, share.end);
        }
        for (int panel = share.first; pieces > 1 && panel < share.end; panel++) {
            keepLargest(panel);
        }
        activate(share);
    }

    private void multiplySmall(float[] parameters, Share share) {
        float[] start = biasOffset < 0 ? noBiases : parameters;
        int bias = Math.max(biasOffset, 0);
        int first = share.first;
        for (int row = 0; row < sumRows; row += BLOCK) {
            SmallKernel.rows(sum, (first * sumRows + row) * SAMPLES, SAMPLES, start, bias + row, parameters,
                    weightOffset + row * inputs, inputs, source.values(), first * source.rows() * SAMPLES, inputs,
                    share.end - first, sumRows * SAMPLES, source.rows() * SAMPLES);
        }
    }

    private void startWithBiases(float[] parameters, Share share) {
        for (int panel = share.first; panel < share.end; panel++) {
            for (int row = 0; row < sumRows; row++) {
                int at = (panel * sumRows + row) * SAMPLES;
                float bias = biasOffset >= 0 && row < sums ? parameters[biasOffset + row] : 0;
                Panels.fill(sum, at, bias);
            }
        }
    }

    private void keepLargest(int panel) {
        for (int unit = 0; unit < units; unit++) {
            int to = (panel * rows + unit) * SAMPLES;
            int from = (panel * sumRows + unit * pieces) * SAMPLES;
            for (int s = 0; s < SAMPLES; s++) {
                float largest = sum[from + s];
                for (int piece = 1; piece < pieces; piece++) {
                    largest = Math.max(largest, sum[from + piece * SAMPLES + s]);
                }
                preActivation[to + s] = largest;
            }
        }
    }

    private void activate(Share share) {
        if (fusion == Fusion.SOFTMAX) {
            return;
        }
        int panel = rows * SAMPLES;
        if (activation == Activation.SOFTMAX) {
            for (int from = share.first * panel; from < share.end * panel; from += panel) {
                Activations.softmax(preActivation, output, from, units, top[share.worker], total[share.worker]);
            }
        } else if (units == rows) {
            Activations.apply(activation, preActivation, output, scratch, share.first * panel, share.end * panel);
        } else {
            for (int from = share.first * panel; from < share.end * panel; from += panel) {
                Activations.apply(activation, preActivation, output, scratch, from, from + units * SAMPLES);
            }
        }
    }

    @Override
    void backward(float[] parameters, Share share) {
        for (int panel = share.first; panel < share.end; panel++) {
            slope(panel * rows * SAMPLES, share.worker);
            if (pieces > 1) {
                giveToLargest(panel);
            }
        }
        if (small && source.wantsDelta()) {
            giveBackSmall(parameters, share);
        } else if (source.wantsDelta()) {
            int panel = source.rows() * SAMPLES;
            Arrays.fill(source.delta(), share.first * panel, share.end * panel, 0f);
            Kernel.multiply(transposed, 0, inputs, sums, sumDelta, sumRows, source.delta(), source.rows(), share.first,
                    share.end);
        }
    }

    private void giveBackSmall(float[] parameters, Share share) {
        for (int panel = share.first; panel < share.end; panel++) {
            for (int row = 0; row < inputs; row += BLOCK) {
                SmallKernel.columns(source.delta(), (panel * source.rows() + row) * SAMPLES, parameters,
                        weightOffset + row, inputs, sumDelta, panel * sumRows * SAMPLES, sums);
            }
        }
    }

    private void slope(int from, int worker) {
        if (fusion != Fusion.NONE) {
            return;
        }
        if (activation == Activation.SOFTMAX) {
            Activations.softmaxSlope(output, delta, from, units, total[worker]);
        } else {
            Activations.slope(activation, preActivation, output, delta, scratch, from, from + units * SAMPLES);
        }
    }

    /// Equal largest pieces: the first one takes the gradient.
    private void giveToLargest(int panel) {
        for (int unit = 0; unit < units; unit++) {
            int from = (panel * rows + unit) * SAMPLES;
            int to = (panel * sumRows + unit * pieces) * SAMPLES;
            for (int s = 0; s < SAMPLES; s++) {
                float rest = delta[from + s];
                for (int piece = 0; piece < pieces; piece++) {
                    int at = to + piece * SAMPLES + s;
                    boolean largest = sum[at] == preActivation[from + s];
                    sumDelta[at] = largest ? rest : 0;
                    rest = largest ? 0 : rest;
                }
            }
        }
    }

    @Override
    void differentiate(int block, Share share, float[] gradient, boolean anew) {
        weightGradient.sum(sumDelta, sumRows, share, gradient, blocks.firstRow(block), blocks.endRow(block), anew);
    }

    @Override
    boolean keeps() {
        return transposed.length > 0;
    }

    @Override
    void refresh(int block, float[] parameters) {
        if (keeps()) {
            Kernel.transpose(parameters, weightOffset, sums, inputs, transposed, blocks.firstRow(block),
                    blocks.endRow(block));
        }
    }
}

package dev.crescent.engine.cpu;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import java.util.List;

/// The memory that a session takes, known before it is opened but for small arrays of each worker, and how many samples
/// go through at once for it.
///
/// @param panels for training
/// @param evaluationPanels for evaluation
/// @param learned bytes for what grows with the parameters: they, their gradient, the optimizer's memory, the copies
///     in stages and in the snapshots that are published meanwhile
/// @param work bytes for what samples pass through
record Room(int panels, int evaluationPanels, long learned, long work) {
    /// A mini-batch goes through in turns if it has more, or if they take more bytes.
    private static final int MOST_PANELS = 32;
    private static final int MOST_EVALUATION_PANELS = 16;
    private static final long MOST_BYTES = 256L << 20;
    /// But so many are always enough work for some threads.
    private static final int LEAST_PANELS = 8;
    /// The newest one, the one before that a view may still show, and the one being made.
    private static final int SNAPSHOTS = 3;

    /// @throws dev.crescent.experiment.InvalidSettingException if the network does not fit the data
    static Room of(Problem problem) {
        ParameterLayout layout = ParameterLayout.of(problem.network(), problem.inputShape());
        Count training = new Count(problem, layout, true);
        Count evaluation = new Count(problem, layout, false);
        int batch = Panels.count(problem.training().batchSize());
        // Batch normalization looks at the whole mini-batch.
        int panels = layout.statistics().isEmpty() ? Math.min(batch, affordable(training.aPanel, MOST_PANELS)) : batch;
        int evaluationPanels = affordable(evaluation.aPanel, MOST_EVALUATION_PANELS);
        long remembered = (long) layout.size() * Updater.vectors(problem.training().optimizer());
        long own = 2L * Pipeline.room(layout) + remembered + training.copies;
        long published = SNAPSHOTS * (layout.total() + remembered);
        return new Room(panels, evaluationPanels, Float.BYTES * (own + published),
                Float.BYTES * (panels * training.aPanel + evaluationPanels * evaluation.aPanel));
    }

    private static int affordable(long floatsOfPanel, int most) {
        return Math.clamp(MOST_BYTES / Float.BYTES / floatsOfPanel, LEAST_PANELS, most);
    }

    long bytes() {
        return learned + work;
    }

    /// Bytes of a part of the data.
    static long of(Samples samples) {
        long labels = samples.labels() == null ? 0 : samples.labels().length;
        return Float.BYTES * ((long) samples.inputs().length + samples.targets().length) + Integer.BYTES * labels;
    }

    /// Floats of one pipeline.
    private static final class Count {
        private final boolean trains;
        /// Of what comes into the layer.
        private long sourceRows;
        private long aPanel;
        private long copies;

        Count(Problem problem, ParameterLayout layout, boolean trains) {
            this.trains = trains;
            List<List<Integer>> shapes = Shapes.of(problem.network(), problem.inputShape());
            int width = Shapes.width(problem.inputShape());
            sourceRows = Panels.rows(width);
            aPanel = sourceRows * Panels.SAMPLES;
            boolean learns = false;
            for (int i = 0; i < shapes.size(); i++) {
                Layer layer = problem.network().layers().get(i);
                List<Integer> input = i == 0 ? problem.inputShape() : shapes.get(i - 1);
                aPanel += rows(layer, input, shapes.get(i), learns) * Panels.SAMPLES;
                boolean back = trains && learns;
                copies += back ? layout.slice(i).map(ParameterLayout.Slice::weightCount).orElse(0) : 0;
                learns |= layout.slice(i).isPresent();
                sourceRows = outputRows(layer, shapes.get(i));
            }
            int outputs = Panels.rows(problem.network().output().units());
            aPanel += (problem.training().loss() == Loss.CROSS_ENTROPY ? 2L : 1L) * outputs * Panels.SAMPLES;
        }

        private long outputRows(Layer layer, List<Integer> output) {
            return switch (layer) {
                case Layer.Dense _, Layer.Maxout _, Layer.MaxPool _ -> Panels.rows(Shapes.width(output));
                case Layer.Conv conv -> (long) Panels.rows(conv.filters()) * output.get(1) * output.get(2);
                case Layer.BatchNorm _, Layer.Dropout _, Layer.Noise _, Layer.Flatten _ -> sourceRows;
            };
        }

        /// Rows of 16 floats that a stage has for a panel.
        ///
        /// @param back whether something before it learns
        private long rows(Layer layer, List<Integer> input, List<Integer> output, boolean back) {
            long in = sourceRows;
            long out = outputRows(layer, output);
            return switch (layer) {
                case Layer.Dense dense -> out * (1 + learning() + beside(dense.activation())) + columns(input);
                case Layer.Maxout maxout -> {
                    long sums = Panels.rows(maxout.units() * maxout.pieces());
                    yield out * (2 + learning() + (Activations.wantsScratch(maxout.activation()) ? 1 : 0))
                            + sums * (1 + learning()) + columns(input);
                }
                case Layer.Conv conv -> {
                    long border = (long) Shapes.before(conv) + Shapes.behind(conv);
                    long image = border == 0 ? 0 : input.get(0) * (input.get(1) + border) * (input.get(2) + border);
                    yield out * (1 + learning() + beside(conv.activation()))
                            + image * (trains && back ? 2 : 1) + filterSums(conv, input.get(0));
                }
                case Layer.MaxPool _ -> out * (trains && back ? 2 : 1);
                case Layer.BatchNorm _ -> in * (trains ? 3 : 1);
                case Layer.Dropout dropout -> trains && dropout.rate() > 0 ? in * (back ? 3 : 2) : 0;
                case Layer.Noise noise -> trains && noise.stddev() > 0 ? in : 0;
                case Layer.Flatten _ -> 0;
            };
        }

        /// What a [FilterGradient] keeps.
        private long filterSums(Layer.Conv conv, int channels) {
            List<Integer> shape = List.of(conv.filters(), channels, conv.kernel(), conv.kernel());
            return trains ? Math.ceilDiv(FilterGradient.kept(shape, conv.stride(), conv.bias()), Panels.SAMPLES) : 0;
        }

        private int learning() {
            return trains ? 1 : 0;
        }

        /// Arrays beside output and gradient.
        private static int beside(Activation activation) {
            return (Activations.inPlace(activation) ? 0 : 1) + (Activations.wantsScratch(activation) ? 1 : 0);
        }

        /// The transposed inputs of a [WeightGradient].
        private long columns(List<Integer> input) {
            return trains ? (Shapes.width(input) / Panels.SAMPLES + 1L) * Panels.SAMPLES : 0;
        }
    }
}

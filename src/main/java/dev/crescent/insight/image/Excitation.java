package dev.crescent.insight.image;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Shapes;
import dev.crescent.engine.Spread;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Model;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The samples that excite the units of a layer most, and the feature maps of a layer of images, each by its greatest
/// value: what a unit looks for. Used by one thread at a time.
public final class Excitation {
    private static final int MOST_AT_ONCE = 256;
    /// Outputs of a layer that are looked at together, so that wide layers need not much memory.
    private static final int OUTPUTS = 1 << 21;

    private final Evaluator evaluator;
    private final List<List<Integer>> shapes;
    private final int width;

    /// @param inputShape `[channels, rows, columns]`, or `[features]`
    /// @throws InvalidSettingException if a layer does not fit what comes into it
    public Excitation(Engine engine, Model.Network network, List<Integer> inputShape) {
        this.evaluator = engine.evaluator(network, inputShape);
        this.shapes = Shapes.of(network, inputShape);
        this.width = Shapes.width(inputShape);
    }

    /// What excites each unit or feature map of one layer most, all in one pass.
    ///
    /// @param parameters `[layout total]`
    /// @param samples with inputs as the network's
    /// @param layer its number in the network's layers, from 0
    /// @param k how many samples for each, 1 or more
    /// @param most samples that are looked at, 1 or more, spread over all, see [Spread]
    /// @param stopped asked now and then whether to give up
    /// @return for each unit, or each channel of an image, at most `k` peaks, the greatest first; null if it was stopped
    /// @throws IllegalArgumentException if there is no such layer, or `k` or `most` are less than 1
    public @Nullable List<List<Peak>> of(float[] parameters, Dataset.Samples samples, int layer, int k, int most,
            BooleanSupplier stopped) {
        if (layer < 0 || layer >= shapes.size()) {
            throw new IllegalArgumentException("layer: must be from 0 to " + (shapes.size() - 1) + ", is " + layer);
        }
        if (k < 1 || most < 1) {
            throw new IllegalArgumentException("k, most: must be 1 or more, are " + k + ", " + most);
        }
        SampleColumns columns = new SampleColumns(samples, width, Math.min(most, samples.count()));
        int units = Shapes.width(shapes.get(layer));
        int atOnce = Math.clamp(OUTPUTS / units, 1, MOST_AT_ONCE);
        Peaks[] peaks = IntStream.range(0, shapes.get(layer).getFirst()).mapToObj(_ -> new Peaks(k)).toArray(Peaks[]::new);
        float[] inputs = new float[width * atOnce];
        float[][] outputs = new float[shapes.size()][];
        outputs[layer] = new float[units * atOnce];
        for (int first = 0; first < columns.taken(); first += atOnce) {
            if (stopped.getAsBoolean()) {
                return null;
            }
            int count = Math.min(atOnce, columns.taken() - first);
            columns.turn(first, count, inputs);
            evaluator.forward(parameters, inputs, count, outputs);
            offer(columns, first, count, outputs[layer], shapes.get(layer), peaks);
        }
        return Arrays.stream(peaks).map(Peaks::list).toList();
    }

    /// @param values `[unit][count]`
    private static void offer(SampleColumns columns, int first, int count, float[] values, List<Integer> shape,
            Peaks[] peaks) {
        int places = Shapes.width(shape) / peaks.length;
        float[] greatest = new float[count];
        int[] where = new int[count];
        for (int map = 0; map < peaks.length; map++) {
            Arrays.fill(greatest, Float.NEGATIVE_INFINITY);
            for (int place = 0; place < places; place++) {
                int row = (map * places + place) * count;
                for (int i = 0; i < count; i++) {
                    if (values[row + i] > greatest[i]) {
                        greatest[i] = values[row + i];
                        where[i] = place;
                    }
                }
            }
            for (int i = 0; i < count; i++) {
                if (greatest[i] > Float.NEGATIVE_INFINITY) {
                    peaks[map].offer(columns.place(first + i), greatest[i], where[i], shape.size() == 3 ? shape.get(2) : 1);
                }
            }
        }
    }
}

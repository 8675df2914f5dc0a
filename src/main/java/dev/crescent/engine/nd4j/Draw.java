package dev.crescent.engine.nd4j;

import dev.crescent.engine.CounterRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/// A random number by its place, as [CounterRandom] has it on every engine.
@FunctionalInterface
interface Draw {
    /// @param key of the seed, the step and the layer
    /// @param index `n * width + u` for unit `u` of sample `n` of the mini-batch
    float at(long key, long index);

    /// An array that is filled anew each time the tape is played.
    ///
    /// @param like has its shape, `[samples, width]`
    default INDArray on(Tape tape, INDArray like, Step.Moment moment, int layer) {
        INDArray drawn = tape.array(like.shape());
        long width = like.size(1);
        float[] values = new float[Math.toIntExact(like.length())];
        tape.fill(drawn, () -> {
            long key = CounterRandom.key(moment.seed, moment.step, layer);
            for (int i = 0; i < values.length; i++) {
                values[i] = at(key, moment.first * width + i);
            }
            return values;
        });
        return drawn;
    }
}

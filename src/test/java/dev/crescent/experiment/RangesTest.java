package dev.crescent.experiment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every number of an experiment has a range, whoever makes the record.
class RangesTest {
    private static final Training TRAINING = Experiment.defaults().training();
    private static final Initializer ZEROS = Initializer.Standard.ZEROS;

    /// A range with both ends.
    private static Arguments within(String key, double low, double high, double step, DoubleFunction<Object> maker) {
        return Arguments.of(key, List.of(low, high), List.of(low - step, high + step), "must be from ", maker);
    }

    /// From 0, below 1.
    private static Arguments share(String key, DoubleFunction<Object> maker) {
        return Arguments.of(key, List.of(0.0, 0.999), List.of(-0.001, 1.0), "must be at least 0 and below 1, is ", maker);
    }

    static Stream<Arguments> ranges() {
        return Stream.of(
                within("batchSize", 1, 65_536, 1, v -> TRAINING.withBatchSize((int) v)),
                within("epochs", 0, 1e9, 1, v -> TRAINING.withEpochs((int) v)),
                within("l1", 0, 1000, 0.1, v -> TRAINING.withPenalty(v, 0)),
                within("l2", 0, 1000, 0.1, v -> TRAINING.withPenalty(0, v)),
                within("clip", 0, 1e9, 1, TRAINING::withClip),
                within("testFraction", 0, 0.95, 0.01, v -> Experiment.defaults().data().withTestFraction(v)),
                within("samples", 2, 1e6, 1, v -> new Source.Points(PointSet.XOR, (int) v, 0)),
                within("samples", 10, 100_000, 1, v -> new Source.Digits((int) v)),
                within("noise", 0, 10, 0.1, v -> new Source.Points(PointSet.XOR, 10, v)),
                within("units", 1, 65_536, 1, v -> new Layer.Dense((int) v, Activation.TANH)),
                within("pieces", 2, 16, 1, v -> new Layer.Maxout(1, (int) v, Activation.TANH, ZEROS, true, ZEROS)),
                within("stddev", 0, 100, 0.1, Layer.Noise::new),
                within("stddev", 0, 100, 0.1, Initializer.Normal::new),
                within("limit", 0, 100, 0.1, Initializer.Uniform::new),
                within("value", -100, 100, 0.1, Initializer.Constant::new),
                within("warmup", 0, 1e6, 1, Schedule.Constant::new),
                within("every", 1, 1e9, 1, v -> new Schedule.Step((int) v, 0.5, 0)),
                within("epochs", 1, 1e9, 1, v -> new Schedule.Cosine((int) v, 0)),
                within("weightDecay", 0, 10, 0.1, v -> new Optimizer.AdamW(0.1, 0.9, 0.9, v)),
                share("rate", Layer.Dropout::new),
                share("momentum", v -> new Optimizer.Sgd(0.1, v, false)),
                share("rho", v -> new Optimizer.RmsProp(0.1, v, false)),
                share("rho", v -> new Optimizer.AdaDelta(0.1, v)),
                share("beta1", v -> new Optimizer.Adam(0.1, v, 0.9)),
                share("beta2", v -> new Optimizer.Adam(0.1, 0.9, v)),
                share("beta1", v -> new Optimizer.NAdam(0.1, v, 0.9)),
                share("beta2", v -> new Optimizer.Lion(0.1, 0.9, v)),
                positive("learningRate", 1000, v -> new Optimizer.AdaGrad(v)),
                positive("factor", 10, v -> new Schedule.Step(1, v, 0)),
                positive("decay", 10, v -> new Schedule.Exponential(v, 0)));
    }

    /// Above 0.
    private static Arguments positive(String key, double high, DoubleFunction<Object> maker) {
        return Arguments.of(key, List.of(1e-12, high), List.of(0.0, -1.0, high + 1), "must be ", maker);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void theEndsAreTakenAndWhatIsBeyondIsRefused(String key, List<Double> taken, List<Double> refused, String sentence,
                                                 DoubleFunction<Object> maker) {
        for (double value : taken) {
            assertThatCode(() -> maker.apply(value)).as("%s %s", key, value).doesNotThrowAnyException();
        }
        for (double value : refused) {
            assertThatThrownBy(() -> maker.apply(value)).as("%s %s", key, value)
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageStartingWith(key + ": " + sentence).hasMessageEndingWith(", is " + Check.text(value));
        }
    }
}

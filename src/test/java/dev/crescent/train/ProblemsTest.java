package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The targets that each loss wants, and what does not fit together.
class ProblemsTest {
    private static final Source.Painted TWO = new Source.Painted(List.of(new PaintedPoint(1, 2, 0),
            new PaintedPoint(3, 4, 1)));
    private static final Source.Painted THREE = new Source.Painted(List.of(new PaintedPoint(1, 2, 2),
            new PaintedPoint(3, 4, 0)));
    private static final Source.Points PLANE = new Source.Points(PointSet.PLANE, 4, 0);

    private static Experiment experiment(Source source, int units, Activation activation, Loss loss) {
        Experiment moons = Experiments.moons();
        Model model = new Model.Network(1, List.of(new Layer.Dropout(0.1), new Layer.Dense(units, activation)));
        return new Experiment("", "", new Data(source, 1, 0, Scaling.NONE), moons.features(), model,
                moons.training().withLoss(loss), moons.device());
    }

    private static Problem problem(Experiment experiment) throws Exception {
        return Problems.of(experiment, Experiments.data(experiment));
    }

    @ParameterizedTest
    @CsvSource({"SIGMOID, BINARY_CROSS_ENTROPY, 0", "SIGMOID, MEAN_SQUARED_ERROR, 0", "SIGMOID, HINGE, -1",
        "TANH, HALF_SQUARED_ERROR, -1", "LINEAR, HINGE, -1", "LINEAR, HUBER, -1"})
    void oneOutputSaysClassZeroAsItsLossWantsIt(Activation activation, Loss loss, float low) throws Exception {
        Samples train = problem(experiment(TWO, 1, activation, loss)).train();
        assertThat(train.targets()).containsExactly(low, 1);
        assertThat(train.labels()).containsExactly(0, 1);
        assertThat(train.inputs()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void severalOutputsAreOneHot() throws Exception {
        for (Loss loss : List.of(Loss.CROSS_ENTROPY, Loss.MEAN_SQUARED_ERROR, Loss.HINGE)) {
            Problem problem = problem(experiment(THREE, 3, Activation.LINEAR, loss));
            assertThat(problem.train().targets()).containsExactly(0, 0, 1, 1, 0, 0);
            assertThat(problem.train().labels()).containsExactly(2, 0);
            assertThat(problem.test().count()).isZero();
        }
    }

    @Test
    void aRegressionHasItsValuesAndNoLabels() throws Exception {
        Experiment plane = experiment(PLANE, 1, Activation.LINEAR, Loss.HUBER);
        Samples train = problem(plane).train();
        assertThat(train.targets()).isEqualTo(Experiments.data(plane).train().values()).doesNotContain(0);
        assertThat(train.labels()).isNull();
    }

    @Test
    void saysWhatDoesNotFitAndWhere() {
        refuses(experiment(THREE, 2, Activation.SOFTMAX, Loss.CROSS_ENTROPY),
                "model.layers[1].units: must be 3 for the data's 3 classes, is 2");
        refuses(experiment(THREE, 1, Activation.TANH, Loss.MEAN_SQUARED_ERROR),
                "model.layers[1].units: must be 3 for the data's 3 classes, is 1");
        refuses(experiment(PLANE, 2, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR),
                "model.layers[1].units: must be 1 for a regression, is 2");
        refuses(experiment(PLANE, 1, Activation.LINEAR, Loss.HINGE),
                "training.loss: hinge is for classes, and the data are a regression; use mean-squared-error or huber");
        refuses(experiment(PLANE, 1, Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY), "training.loss: binary-cross-entropy"
                + " is for classes, and the data are a regression; use mean-squared-error or huber");
        refuses(Experiments.refused(), "model.type: perceptron cannot be trained by this version of Crescent; use network");
    }

    private static void refuses(Experiment experiment, String sentence) {
        assertThatThrownBy(() -> problem(experiment)).isInstanceOf(TrainingException.class).hasMessage(sentence);
    }
}

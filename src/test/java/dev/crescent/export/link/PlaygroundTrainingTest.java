package dev.crescent.export.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Part;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Training;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a link opens trains as it does in TensorFlow Playground, from the same start on the same samples.
class PlaygroundTrainingTest {
    private static final double TOLERANCE = 1e-4;
    private static final Engines ENGINES = new Engines(List.of(new CpuEngine()));

    private static Experiment open(String keys) throws LinkException {
        Experiment experiment = PlaygroundLink.read("https://playground.tensorflow.org/#" + keys).experiment();
        Training t = experiment.training();
        // The spiral's samples, too, in the order in which the reference takes them.
        return experiment.withTraining(new Training(t.loss(), t.optimizer(), t.batchSize(), t.epochs(), false, t.seed(), t.l1(),
                t.l2(), t.schedule(), t.clip()));
    }

    private static Run start(Experiment experiment) throws Exception {
        return Run.start(experiment, Datasets.load(experiment.data(), experiment.features(), Path.of("")), ENGINES);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "activation=relu&networkShape=8,8,8&dataset=xor&noise=20",
        "activation=sigmoid&networkShape=6,5&dataset=gauss&learningRate=0.3&batchSize=25",
        "activation=linear&networkShape=3&dataset=spiral&sinX=true&sinY=true&batchSize=1",
        "networkShape=&x=false&y=false&xSquared=true&ySquared=true&learningRate=0.003",
        "activation=tanh&dataset=spiral&networkShape=8,7&xTimesY=true&sinX=true&regularization=L2&regularizationRate=0.1",
        "activation=tanh&networkShape=5,4&regularization=L1&regularizationRate=0.001&percTrainData=90&batchSize=30",
        "problem=regression&regDataset=reg-plane&networkShape=4",
        "problem=regression&regDataset=reg-gauss&networkShape=8,4&activation=relu&noise=50&percTrainData=80&batchSize=16",
        "initZero=true&networkShape=3&dataset=gauss"})
    void stepByStepAsAReferenceInDouble(String keys) throws Exception {
        Experiment experiment = open(keys);
        PlaygroundState state = StateReader.read(keys);
        try (Run run = start(experiment)) {
            Dataset data = run.dataset();
            PlaygroundNet reference = new PlaygroundNet(state, data, run.parameters(), run.layout());
            assertThat(data.train().count()).isEqualTo(state.trainingSamples());
            for (int step = 0; step < 50; step++) {
                int batches = data.train().count() / state.batchSize();
                assertThat(data.train().count() % state.batchSize()).as("no smaller mini-batch at the end").isZero();
                run.train();
                reference.step(step % batches * state.batchSize());
                double[] expected = reference.parameters();
                float[] actual = run.parameters();
                assertThat(actual).hasSize(expected.length);
                for (int i = 0; i < expected.length; i++) {
                    assertThat((double) actual[i]).as("parameter %d after step %d", i, step + 1)
                            .isCloseTo(expected[i], within(TOLERANCE));
                }
            }
            assertThat(reference.dead).as("weights that L1 would have taken out there").isZero();
            assertThat(run.evaluate(Part.TRAINING).loss()).isCloseTo(reference.loss(data.train()), within(TOLERANCE));
            assertThat(run.evaluate(Part.TEST).loss()).isCloseTo(reference.loss(data.test()), within(TOLERANCE));
        }
    }

    @Test
    void theStartIsThePlaygrounds() throws Exception {
        try (Run run = start(open("networkShape=64,64"))) {
            float[] start = run.parameters();
            run.layout().slices().forEach(slice -> {
                double sum = 0;
                for (int i = 0; i < slice.weightCount(); i++) {
                    assertThat(start[slice.weightOffset() + i]).isBetween(-0.5f, 0.5f);
                    sum += Math.abs(start[slice.weightOffset() + i]);
                }
                assertThat(sum / slice.weightCount()).as("drawn evenly").isCloseTo(0.25, within(0.06));
                for (int i = 0; i < slice.biasCount(); i++) {
                    assertThat(start[slice.biasOffset() + i]).isEqualTo(0.1f);
                }
            });
        }
        try (Run run = start(open("initZero=true"))) {
            assertThat(run.parameters()).containsOnly(0);
        }
    }

    @Test
    void theFirstScreenLearnsItsCircle() throws Exception {
        try (Run run = start(open(""))) {
            double before = run.evaluate(Part.TEST).loss();
            while (run.epochsDone() < 500) {
                run.train(1000);
            }
            assertThat(run.evaluate(Part.TEST).loss()).isLessThan(0.02).isLessThan(before / 10);
        }
    }
}

package dev.crescent.insight.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.Dataset;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Source;
import dev.crescent.insight.OutputField;
import dev.crescent.insight.PlaneNetwork;
import dev.crescent.insight.hidden.HiddenNetwork.Look;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HiddenNetworkTest {
    private static final Experiment TWOS = Scenes.with(Scenes.tanh(2), new Layer.Dropout(0.2), Scenes.tanh(2), Scenes.OUTPUT);

    @Test
    void theWayBeginsWithTheInputsAndIsAtEveryStageWhatTheLayerSays() throws Exception {
        Dataset data = Scenes.data(TWOS);
        float[] parameters = Scenes.path(TWOS, data, 120).getLast();
        HiddenNetwork network = Scenes.network(TWOS, data);
        HiddenSpace space = network.look(parameters, Scenes.FLAT);
        assertThat(space.stages()).extracting(Stage::layer).containsExactly(-1, 0, 2, 3);
        assertThat(space.samples()).isEqualTo(500);
        for (int k = 0; k < 4; k++) {
            float[][] said = Scenes.outputs(TWOS, data, network.chosen(), parameters, space.stages().get(k).layer());
            float[] xyz = Scenes.at(space, k);
            for (int s = 0; s < 500; s++) {
                assertThat(xyz[3 * s]).as("stage " + k).isCloseTo(said[0][s], within(1e-6f));
                assertThat(xyz[3 * s + 1]).isCloseTo(said[1][s], within(1e-6f));
                assertThat(xyz[3 * s + 2]).isZero();
            }
        }
    }

    @Test
    void halfwayToALayerAreItsWeightedSumsAndBeforeThatAMixture() throws Exception {
        Dataset data = Scenes.data(TWOS);
        float[] parameters = Scenes.path(TWOS, data, 120).getLast();
        HiddenSpace space = Scenes.network(TWOS, data).look(parameters, Scenes.FLAT);
        float[] start = Scenes.at(space, 0);
        float[] quarter = Scenes.at(space, 0.25);
        float[] half = Scenes.at(space, 0.5);
        float[] end = Scenes.at(space, 1);
        Affine ahead = Objects.requireNonNull(space.stages().getFirst().ahead());
        for (int s = 0; s < space.points(); s++) {
            double x = start[3 * s];
            double y = start[3 * s + 1];
            // The layout is PyTorch's: weights [out, in], then biases.
            double sum = parameters[0] * x + parameters[1] * y + parameters[4];
            assertThat((double) half[3 * s]).isCloseTo(sum, within(1e-4));
            assertThat(Math.tanh(half[3 * s])).isCloseTo(end[3 * s], within(1e-4));
            assertThat((double) quarter[3 * s]).isCloseTo((x + sum) / 2, within(1e-4));
            assertThat(ahead.at(0, x, y, 0, 1)).isCloseTo(half[3 * s], within(1e-4));
            assertThat(ahead.at(1, x, y, 0, 0.5)).isCloseTo(quarter[3 * s + 1], within(1e-4));
        }
    }

    @Test
    void withMoreUnitsPlacesAreProjectionsAndTheirShareOfTheVarianceIsTrue() throws Exception {
        Experiment experiment = Scenes.with(Scenes.tanh(6), Scenes.tanh(5), Scenes.OUTPUT);
        Dataset data = Scenes.data(experiment);
        float[] parameters = Scenes.path(experiment, data, 150).getLast();
        for (Look look : List.of(Scenes.FLAT, Scenes.DEEP)) {
            HiddenNetwork network = Scenes.network(experiment, data);
            HiddenSpace space = network.look(parameters, look);
            Stage stage = space.stages().get(2);
            assertThat(stage.axes().direct()).isFalse();
            float[][] said = Scenes.outputs(experiment, data, network.chosen(), parameters, 1);
            float[] xyz = Scenes.at(space, 2);
            double drawn = 0;
            double all = 0;
            for (int s = 0; s < 500; s++) {
                for (int k = 0; k < 3; k++) {
                    double along = 0;
                    for (int i = 0; i < 5 && k < stage.axes().axes().length; i++) {
                        along += stage.axes().axes()[k][i] * (said[i][s] - stage.axes().center()[i]);
                    }
                    assertThat((double) xyz[3 * s + k]).isCloseTo(along, within(1e-5));
                    drawn += along * along;
                }
                for (int i = 0; i < 5; i++) {
                    all += Math.pow(said[i][s] - stage.axes().center()[i], 2);
                }
            }
            assertThat(stage.held()).isCloseTo(drawn / all, within(1e-5)).isBetween(0.6, 1.0);
        }
    }

    @Test
    void onADrawnLineTheNextLayersSumIsZero() throws Exception {
        Experiment experiment = Scenes.with(Scenes.tanh(2), Scenes.tanh(4), Scenes.OUTPUT);
        Dataset data = Scenes.data(experiment);
        float[] p = Scenes.path(experiment, data, 150).getLast();
        HiddenSpace space = Scenes.network(experiment, data).look(p, Scenes.FLAT);
        ParameterLayout layout = ParameterLayout.of((Model.Network) experiment.model(), data.inputShape());
        for (int k = 0; k < 2; k++) {
            Stage stage = space.stages().get(k);
            assertThat(stage.separates()).isEqualTo(Stage.Separates.UNITS);
            ParameterLayout.Slice slice = layout.slices().get(k);
            int seen = 0;
            for (int unit = 0; unit < slice.biasCount(); unit++) {
                double[] ends = stage.cuts().get(unit).segment(space.extent(k), 100, 100);
                for (int end = 0; end < ends.length; end += 2) {
                    int w = slice.weightOffset() + 2 * unit;
                    assertThat(p[w] * ends[end] + p[w + 1] * ends[end + 1] + p[slice.biasOffset() + unit]).isCloseTo(0, within(1e-3));
                    seen++;
                }
            }
            assertThat(seen).isPositive();
        }
    }

    /// With more units: the place on the plane of components, back in the layer's space, is on the hyperplane; and with more
    /// classes, only where they are the two most probable.
    @Test
    void onALineBetweenClassesBothAreEquallyProbableAndNoThirdOneMore() throws Exception {
        Experiment blobs = Builtins.read("blobs");
        Experiment experiment = blobs.withModel(new Model.Network(1, List.of(Scenes.tanh(4), new Layer.Dense(3, Activation.SOFTMAX))));
        Dataset data = Scenes.data(experiment);
        float[] p = Scenes.path(experiment, data, 200).getLast();
        ParameterLayout.Slice slice = ParameterLayout.of((Model.Network) experiment.model(), data.inputShape()).slices().getLast();
        for (Look look : List.of(Scenes.FLAT, Scenes.DEEP)) {
            HiddenSpace space = Scenes.network(experiment, data).look(p, look);
            Stage stage = space.stages().get(1);
            assertThat(stage.separates()).isEqualTo(Stage.Separates.CLASSES);
            assertThat(stage.cuts()).hasSize(3);
            int seen = 0;
            for (Cut cut : stage.cuts()) {
                double[] ends = look.deep() ? cut.polygon(space.extent(1), 3) : cut.segment(space.extent(1), 3, 3);
                int each = look.deep() ? 3 : 2;
                for (int end = 0; end < ends.length; end += each) {
                    double[] sums = sums(stage, p, slice, ends, end, each);
                    Arrays.sort(sums);
                    assertThat(sums[2] - sums[1]).as("the two most probable").isCloseTo(0, within(1e-6));
                    seen++;
                }
            }
            assertThat(seen).isGreaterThanOrEqualTo(4);
        }
    }

    private static double[] sums(Stage stage, float[] p, ParameterLayout.Slice slice, double[] ends, int at, int each) {
        double[] h = stage.axes().center().clone();
        for (int k = 0; k < each; k++) {
            for (int i = 0; i < h.length; i++) {
                h[i] += ends[at + k] * stage.axes().axes()[k][i];
            }
        }
        double[] sums = new double[3];
        for (int c = 0; c < 3; c++) {
            sums[c] = p[slice.biasOffset() + c];
            for (int i = 0; i < h.length; i++) {
                sums[c] += p[slice.weightOffset() + c * h.length + i] * h[i];
            }
        }
        return sums;
    }

    @Test
    void theBackdropIsTheRestOfTheNetworkAndTheMeshTheWholeOfIt() throws Exception {
        Dataset data = Scenes.data(TWOS);
        float[] parameters = Scenes.path(TWOS, data, 120).getLast();
        HiddenNetwork network = Scenes.network(TWOS, data);
        HiddenSpace space = network.look(parameters, new Look(false, 2, 1, null));
        HiddenSpace.Backdrop backdrop = Objects.requireNonNull(space.backdrop());
        float[][] hidden = Scenes.outputs(TWOS, data, network.chosen(), parameters, 2);
        float[][] last = Scenes.outputs(TWOS, data, network.chosen(), parameters, 3);
        for (int s = 0; s < 500; s += 7) {
            assertThat(backdrop.field().at(0, hidden[0][s], hidden[1][s])).isCloseTo(last[1][s], within(0.02));
        }
        OutputField decision = Objects.requireNonNull(space.decision());
        PlaneNetwork plane = new PlaneNetwork(TWOS, data.task(), 2, Objects.requireNonNull(data.plane()),
                Scenes.ENGINE.evaluator((Model.Network) TWOS.model(), data.inputShape()));
        double[] there = plane.outputs(plane.activations(parameters, 0.3, -0.2));
        assertThat(decision.at(0, 0.3, -0.2)).isCloseTo(there[1], within(0.02));
    }

    @Test
    void aPlaceThatIsAskedForGoesTheSameWay() throws Exception {
        Dataset data = Scenes.data(TWOS);
        float[] parameters = Scenes.path(TWOS, data, 60).getLast();
        HiddenNetwork network = Scenes.network(TWOS, data);
        int number = network.chosen().numbers()[17];
        float[] raw = Chosen.part(data, number).raw();
        int at = 2 * Chosen.within(data, number);
        HiddenSpace space = network.look(parameters, new Look(false, -1, 1, new Look.Place(raw[at], raw[at + 1])));
        assertThat(space.placed()).isTrue();
        for (double t = 0; t <= space.end(); t += 0.2) {
            float[] xyz = Scenes.at(space, t);
            int last = 3 * (space.points() - 1);
            assertThat(xyz[last]).isCloseTo(xyz[3 * 17], within(1e-5f));
            assertThat(xyz[last + 1]).isCloseTo(xyz[3 * 17 + 1], within(1e-5f));
        }
    }

    @Test
    void imagesHaveNoMeshAndAnySizeOfLayerIsShown() throws Exception {
        Experiment digits = Builtins.read("digits-small");
        Experiment few = digits.withData(digits.data().withSource(new Source.Digits(300)));
        Dataset data = Scenes.data(few);
        float[] parameters = InitialParameters.of((Model.Network) few.model(), data.inputShape());
        HiddenSpace space = Scenes.network(few, data).look(parameters, Scenes.FLAT);
        assertThat(space.side()).isZero();
        assertThat(space.decision()).isNull();
        assertThat(space.samples()).isBetween(200, 300);
        assertThat(space.stages().getFirst().held()).isBetween(0.05, 0.9);
        assertThat(space.stages()).allSatisfy(stage -> assertThat(stage.held()).isBetween(0.01, 1.0));
    }

    @Test
    void whatIsNotFiniteIsNowhereAndSpoilsNothing() throws Exception {
        Experiment experiment = Scenes.with(Scenes.tanh(4), Scenes.OUTPUT);
        Dataset data = Scenes.data(experiment);
        float[] parameters = Scenes.path(experiment, data, 20).getLast();
        parameters[0] = Float.NaN;
        HiddenSpace space = Scenes.network(experiment, data).look(parameters, Scenes.FLAT);
        assertThat(Scenes.at(space, 0)[0]).isFinite();
        assertThat(Scenes.at(space, 1)[0]).isNaN();
        assertThat(space.extent(1).half()).isPositive();
        assertThat(space.stages().get(1).held()).isNaN();
        for (Cut cut : space.stages().getFirst().cuts()) {
            assertThat(cut.segment(space.extent(0), 1, 1)).doesNotContain(Double.NaN);
        }
    }

    @Test
    void withoutSamplesThePlaneAloneIsShown() throws Exception {
        Experiment experiment = Scenes.with(Scenes.tanh(4), Scenes.OUTPUT);
        Dataset full = Scenes.data(experiment);
        Dataset.Samples none = new Dataset.Samples(0, new float[0], new float[0], 2, new int[0], new float[0]);
        Dataset data = new Dataset(full.task(), full.classNames(), full.inputNames(), full.inputShape(), none, none, full.plane());
        float[] parameters = InitialParameters.of((Model.Network) experiment.model(), data.inputShape());
        HiddenSpace space = Scenes.network(experiment, data).look(parameters, Scenes.FLAT);
        assertThat(space.samples()).isZero();
        assertThat(space.stages().get(1).held()).isBetween(0.5, 1.0);
        assertThat(Scenes.at(space, 1)[0]).isFinite();
    }

    @Test
    void ofManySamplesSomeFromAllOverAreChosen() throws Exception {
        Dataset data = Scenes.data(TWOS);
        Chosen chosen = Chosen.of(data, 100);
        assertThat(chosen.count()).isEqualTo(100);
        assertThat(chosen.training()).isEqualTo(50);
        assertThat(chosen.numbers()[0]).isZero();
        assertThat(chosen.numbers()[99]).isEqualTo(495);
        assertThat(Chosen.of(data, 1000).count()).isEqualTo(500);
    }

    @Test
    void aLayerThatIsTooWideIsRefused() throws Exception {
        Experiment experiment = Builtins.read("digits-small");
        Experiment wide = experiment.withData(experiment.data().withSource(new Source.Digits(20)))
                .withModel(new Model.Network(1, List.of(new Layer.Conv(200, 3, 1, Padding.SAME,
                        Activation.RELU, Initializer.Standard.ZEROS, true,
                        Initializer.Standard.ZEROS), new Layer.Dense(10, Activation.SOFTMAX))));
        Dataset data = Scenes.data(wide);
        assertThat(HiddenNetwork.widest((Model.Network) wide.model(), data)).isEqualTo(200 * 28 * 28);
        assertThatThrownBy(() -> Scenes.network(wide, data)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("156800");
    }
}

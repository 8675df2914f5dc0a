package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FitTest {
    private static final Experiment MOONS = Experiment.defaults();

    private static Experiment on(Experiment experiment, Source source) {
        Data data = experiment.data().withSource(source);
        return Fit.with(experiment, data, Fit.target(data).orElseThrow());
    }

    private static int outputs(Experiment experiment) {
        return ((Model.Network) experiment.model()).output().units();
    }

    private static Activation outputActivation(Experiment experiment) {
        return ((Model.Network) experiment.model()).output().activation();
    }

    @ParameterizedTest
    @EnumSource
    void everyPointSetGetsANetworkThatCanLearnIt(PointSet set) {
        Source.Points points = new Source.Points(set, 100, 0);
        Experiment fitted = on(MOONS, points);

        if (set.task() == Task.REGRESSION) {
            assertThat(outputs(fitted)).isEqualTo(1);
            assertThat(outputActivation(fitted)).isEqualTo(Activation.LINEAR);
            assertThat(fitted.training().loss()).isEqualTo(Loss.MEAN_SQUARED_ERROR);
        } else {
            assertThat(outputs(fitted)).isEqualTo(Fit.target(fitted.data()).orElseThrow().classes());
            assertThat(outputActivation(fitted)).isEqualTo(Activation.SOFTMAX);
        }
        assertThat(on(fitted, ((Source.Points) MOONS.data().source()))).isEqualTo(MOONS);
    }

    @Test
    void whatFitsAlreadyStays() {
        Experiment single = on(MOONS, new Source.Points(PointSet.XOR, 100, 0));
        Model.Network network = (Model.Network) single.model();
        Experiment tanh = single.withTraining(single.training().withLoss(Loss.HALF_SQUARED_ERROR))
                .withModel(network.withLayer(2, network.output().withUnits(1).withActivation(Activation.TANH)));

        assertThat(outputActivation(on(tanh, new Source.Points(PointSet.CIRCLE, 100, 0)))).isEqualTo(Activation.TANH);
    }

    @Test
    void otherSamplesOfTheSameDataNeverTouchTheModel() {
        Model.Network network = (Model.Network) MOONS.model();
        Experiment linear = MOONS.withTraining(MOONS.training().withLoss(Loss.MEAN_SQUARED_ERROR));
        for (Activation activation : List.of(Activation.LINEAR, Activation.SIGMOID, Activation.RELU)) {
            for (int units : List.of(1, 2)) {
                Experiment legal = linear.withModel(network.withLayer(2, network.output().withUnits(units)
                        .withActivation(activation)));
                for (Data data : List.of(legal.data().withSeed(31), legal.data().withTestFraction(0.2),
                        legal.data().withSource(new Source.Points(PointSet.MOONS, 77, 0.3)),
                        legal.data().withSource(new Source.Points(PointSet.XOR, 77, 0.3)))) {
                    assertThat(Fit.with(legal, data, Fit.target(data).orElseThrow())).isEqualTo(legal.withData(data));
                }
            }
        }
    }

    @Test
    void anotherNumberOfClassesChangesTheNumberOfOutputsOnly() {
        Model.Network network = (Model.Network) MOONS.model();
        Experiment linear = MOONS.withTraining(MOONS.training().withLoss(Loss.HINGE))
                .withModel(network.withLayer(2, network.output().withActivation(Activation.LINEAR)));
        Experiment three = on(linear, new Source.Points(PointSet.BLOBS, 100, 0.4));

        assertThat(outputs(three)).isEqualTo(3);
        assertThat(outputActivation(three)).isEqualTo(Activation.LINEAR);
        assertThat(three.training()).isEqualTo(linear.training());
    }

    /// Legal, if not what one would choose: the data ask for the same as before, so nobody else chooses.
    @Test
    void anOutputThatWasChosenForARegressionStaysWithAnother() {
        Experiment plane = on(MOONS, new Source.Points(PointSet.PLANE, 100, 0));
        Model.Network network = (Model.Network) plane.model();
        Experiment sigmoid = plane.withModel(network.withLayer(2, network.output().withActivation(Activation.SIGMOID)));
        assertThat(outputActivation(on(sigmoid, new Source.Points(PointSet.GAUSS_REGRESSION, 100, 0))))
                .isEqualTo(Activation.SIGMOID);
    }

    /// A single linear value can be trained on two classes, but was made for a regression.
    @Test
    void aRegressionsOutputIsReplacedForClassesAndASigmoidForARegression() {
        Experiment plane = on(MOONS, new Source.Points(PointSet.PLANE, 100, 0));
        assertThat(outputs(on(plane, new Source.Points(PointSet.XOR, 100, 0)))).isEqualTo(2);
        Model.Network network = (Model.Network) MOONS.model();
        Experiment sigmoid = MOONS.withTraining(MOONS.training().withLoss(Loss.MEAN_SQUARED_ERROR))
                .withModel(network.withLayer(2, network.output().withUnits(1).withActivation(Activation.SIGMOID)));
        assertThat(outputActivation(on(sigmoid, new Source.Points(PointSet.PLANE, 100, 0)))).isEqualTo(Activation.LINEAR);
    }

    /// Of a table, the task before is not known without reading it.
    @Test
    void aLinearOutputForClassesThatMoreAreAddedToStaysLinear() {
        Model.Network network = (Model.Network) MOONS.model();
        Experiment single = MOONS.withTraining(MOONS.training().withLoss(Loss.HINGE))
                .withModel(network.withLayer(2, network.output().withUnits(2).withActivation(Activation.LINEAR)));
        Fit.Target three = new Fit.Target(Task.CLASSIFICATION, 3);
        Fit.Target two = new Fit.Target(Task.CLASSIFICATION, 2);
        Experiment back = Fit.with(Fit.with(single, single.data(), two, three), single.data(), three, two);
        assertThat(outputActivation(back)).isEqualTo(Activation.LINEAR);
        assertThat(outputActivation(Fit.with(single, single.data(), Fit.UNKNOWN, two))).isEqualTo(Activation.SOFTMAX);
    }

    @Test
    void imagesGetANetworkMadeForThemAndPointsTheDefaultOneAgain() throws Exception {
        Experiment made = Builtins.read("digits-conv");
        Experiment mine = MOONS.withTitle("mine").withFeatures(List.of("x1", "x1*x2"));
        Data digits = made.data();
        Experiment seeing = Fit.withImages(mine, digits, made);
        assertThat(seeing).isEqualTo(mine.withData(digits).withTraining(made.training()).withModel(made.model()));

        Experiment back = on(seeing, new Source.Points(PointSet.BLOBS, 100, 0.4));
        assertThat(back.model()).isEqualTo(on(MOONS, new Source.Points(PointSet.BLOBS, 100, 0.4)).model());
        assertThat(back.training()).isEqualTo(MOONS.training());
        assertThat(back.features()).as("nothing but points reads them").isEqualTo(mine.features());
    }

    @Test
    void otherImagesOfTheSameKindKeepTheNetwork() throws Exception {
        Experiment softmax = Builtins.read("mnist-softmax");
        Data clothes = softmax.data().withSource(new Source.Images(ImageSet.FASHION_MNIST, null, 0));
        Experiment made = Builtins.read("digits-conv");
        assertThat(Fit.withImages(softmax, clothes, made)).isEqualTo(softmax.withData(clothes));
        Experiment unknown = softmax.withData(softmax.data().withSource(new Source.Images(ImageSet.IDX, "some", 0)));
        assertThat(Fit.withImages(unknown, clothes, made).model()).as("of any size").isEqualTo(made.model());
    }

    @Test
    void aTableInPlaceOfImagesGetsTheDefaultNetwork() throws Exception {
        Experiment conv = Builtins.read("digits-conv");
        Data table = conv.data().withSource(new Source.Csv("a.csv", "", Task.CLASSIFICATION, List.of(), List.of(), null));
        Experiment fitted = Fit.with(conv, table, new Fit.Target(Task.CLASSIFICATION, 4));
        assertThat(outputs(fitted)).isEqualTo(4);
        assertThat(((Model.Network) fitted.model()).layers()).hasSameSizeAs(((Model.Network) MOONS.model()).layers());
    }

    @Test
    void paintingAThirdClassAddsAnOutput() {
        Source.Painted painted = new Source.Painted(List.of(new PaintedPoint(0, 0, 0), new PaintedPoint(1, 1, 2)));

        assertThat(outputs(on(MOONS, painted))).isEqualTo(3);
    }
}

package dev.crescent.ui.bars;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    private static Model.Network network(Experiment experiment) {
        return (Model.Network) experiment.model();
    }

    @Test
    void oneActivationForAllHiddenLayersLeavesTheOutputAlone() {
        Experiment changed = Choices.withHiddenActivation(Experiment.defaults(), Activation.RELU);

        assertThat(Choices.hiddenActivation(changed)).contains(Activation.RELU);
        assertThat(network(changed).output().activation()).isEqualTo(Activation.SOFTMAX);
    }

    @Test
    void differentActivationsHaveNoCommonName() {
        Model.Network network = network(Experiment.defaults());
        Layer.Dense first = (Layer.Dense) network.layers().getFirst();
        Experiment mixed = Experiment.defaults()
                .withModel(network.withLayer(0, first.withActivation(Activation.RELU)));

        assertThat(Choices.hiddenActivation(mixed)).isEmpty();
    }

    @Test
    void aLossBringsTheOutputLayerItNeeds() {
        Experiment binary = Choices.withLoss(Experiment.defaults(), Loss.BINARY_CROSS_ENTROPY, 2).orElseThrow();
        assertThat(network(binary).output().units()).isEqualTo(1);
        assertThat(network(binary).output().activation()).isEqualTo(Activation.SIGMOID);

        Experiment back = Choices.withLoss(binary, Loss.CROSS_ENTROPY, 2).orElseThrow();
        assertThat(back).isEqualTo(Experiment.defaults());
    }

    @Test
    void binaryCrossEntropyIsNotOfferedForThreeClasses() {
        assertThat(Choices.withLoss(Experiment.defaults(), Loss.BINARY_CROSS_ENTROPY, 3)).isEmpty();
    }

    @Test
    void everyOptimizerKeepsTheRateAndHasItsOwnName() {
        List<Optimizer> optimizers = Choices.optimizers(0.07);

        assertThat(optimizers).allSatisfy(o -> assertThat(o.learningRate()).isEqualTo(0.07));
        assertThat(optimizers.stream().map(Choices::name)).doesNotHaveDuplicates().contains("SGD", "Momentum", "Adam");
    }

    @Test
    void theSpeedSliderIsLogarithmicFromOneStepASecondToNoLimit() {
        assertThat(SpeedScale.stepsPerSecond(0)).isEqualTo(1);
        assertThat(SpeedScale.stepsPerSecond(0.49)).isBetween(315.0, 318.0);
        assertThat(SpeedScale.stepsPerSecond(1)).isInfinite();
        assertThat(SpeedScale.stepsPerSecond(0.59)).isBetween(1000.0, 1050.0);
    }

    @Test
    void largeCountsAreShort() {
        assertThat(Counts.rate(1_840_000)).isEqualTo("1.84 M");
        assertThat(Counts.rate(12_340)).isEqualTo("12.3 k");
        assertThat(Counts.rate(999)).isEqualTo("999");
        assertThat(Counts.steps(2.5)).isEqualTo("2.5");
    }

    @Test
    void countersChangeTheirUnitBeforeTheyOutgrowTheBar() {
        assertThat(Counts.whole(9_999_999)).isEqualTo("9,999,999");
        assertThat(Counts.whole(10_000_000)).isEqualTo("10.0 M");
        assertThat(Counts.rate(9_999)).isEqualTo("9,999");
        assertThat(Counts.steps(9_994)).isEqualTo("9,994");
        assertThat(Counts.steps(9_995)).isEqualTo("10 k");
    }
}

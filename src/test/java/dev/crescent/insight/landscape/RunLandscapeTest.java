package dev.crescent.insight.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Part;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Source;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunLandscapeTest {
    private static final CpuEngine ENGINE = new CpuEngine(1);
    private final Experiment experiment = Experiment.defaults();

    private record Trained(Dataset data, List<PathPoint> path) {}

    private Trained trained(int epochs) throws Exception {
        Dataset data = Datasets.load(experiment.data(), experiment.features(), Path.of(""));
        List<PathPoint> path = new ArrayList<>();
        try (Run run = Run.start(experiment, data, new Engines(List.of(ENGINE)))) {
            for (int epoch = 0; epoch <= epochs; epoch++) {
                path.add(new PathPoint(run.step(), run.evaluate(Part.TRAINING).loss(), run.evaluate(Part.TEST).loss(), run.parameters()));
                for (int step = 0; step < 25; step++) {
                    run.train();
                }
            }
        }
        return new Trained(data, path);
    }

    @Test
    void theBallLiesOnTheLandscapeWithItsTrueLoss() throws Exception {
        Trained trained = trained(30);
        RunLandscape landscape = RunLandscape.of(experiment, trained.data, trained.path, ENGINE, 2);
        assertThat(landscape.ofPath()).isTrue();
        assertThat(landscape.grid().isComplete()).isTrue();
        assertThat(landscape.grid().side()).isEqualTo(LossGrid.USUAL_SIDE);
        assertThat(landscape.measured().isWhole()).isTrue();
        RunLandscape.Seen seen = landscape.at(trained.path, ENGINE);
        assertThat(seen.loss()).isCloseTo(trained.path.getLast().trainLoss(), within(1e-9));
        assertThat(landscape.grid().at(seen.ball().a(), seen.ball().b())).isCloseTo(seen.loss(), within(0.15 * seen.loss() + 0.02));
        assertThat(seen.held().whole()).isBetween(0.5, 1.0);
        assertThat(seen.path().points()).hasSize(31);
        RunLandscape.Seen early = landscape.at(trained.path.subList(0, 6), ENGINE);
        assertThat(early.path().places()).isEqualTo(seen.path().places().subList(0, 6));
        assertThat(early.loss()).isCloseTo(trained.path.get(5).trainLoss(), within(1e-9));
    }

    @Test
    void weightsWithoutAPathAreSeenAlongRandomDirections() throws Exception {
        Trained trained = trained(0);
        RunLandscape landscape = RunLandscape.of(experiment, trained.data, trained.path, ENGINE, 1);
        assertThat(landscape.ofPath()).isFalse();
        RunLandscape.Seen seen = landscape.at(trained.path, ENGINE);
        assertThat(seen.ball().distance()).isLessThan(1e-6);
        int middle = LossGrid.USUAL_SIDE / 2;
        assertThat(landscape.grid().loss(middle, middle)).isCloseTo(seen.loss(), within(1e-5));
        assertThat(landscape.at(trained.path, ENGINE).held()).isEqualTo(HeldVariance.NONE);
        RunLandscape again = RunLandscape.of(experiment, trained.data, List.of(trained.path.getFirst(), trained.path.getFirst()), ENGINE, 1);
        assertThat(again.ofPath()).as("a network that did not move").isFalse();
        assertThat(Arrays.equals(again.grid().losses(), landscape.grid().losses())).as("the same directions each time").isTrue();
    }

    @Test
    void whatHasNoLandscapeSaysSo() throws Exception {
        Trained trained = trained(0);
        assertThat(RunLandscape.refusal(experiment, trained.data, ENGINE)).isEmpty();
        float[] broken = trained.path.getFirst().parameters().clone();
        Arrays.fill(broken, Float.NaN);
        assertThatThrownBy(() -> RunLandscape.of(experiment, trained.data, List.of(new PathPoint(0, 1, 1, broken)), ENGINE, 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no finite numbers");
        Experiment empty = experiment.withData(experiment.data().withSource(new Source.Painted(List.of())));
        Dataset none = Datasets.load(empty.data(), empty.features(), Path.of(""));
        assertThat(RunLandscape.refusal(empty, none, ENGINE).orElse("")).contains("no training samples");
    }
}

package dev.crescent.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.Part;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the tour says of overfitting is what its audience reads off the numbers.
class OverfittingSceneTest {
    private record Ended(Metrics training, Metrics test) {}

    private static Ended trained(Beat beat) throws Exception {
        Dataset data = Datasets.load(beat.experiment().data(), beat.experiment().features(), Path.of(""));
        try (Run run = Run.start(beat.experiment(), data, new Engines(List.of(new CpuEngine(1))))) {
            while (run.epochsDone() < beat.pace().epochs()) {
                run.train();
            }
            return new Ended(run.evaluate(Part.TRAINING), run.evaluate(Part.TEST));
        }
    }

    @Test
    void thePriceOnLargeWeightsMendsWhatWasLearnedByHeart() throws Exception {
        List<Beat> beats = Lessons.tour("en").scenes().get(5).beats();
        Ended byHeart = trained(beats.getFirst());
        Ended calm = trained(beats.getLast());
        assertThat(byHeart.training().accuracy()).isGreaterThan(0.97);
        assertThat(byHeart.test().accuracy()).isLessThan(0.75);
        assertThat(calm.test().accuracy()).isGreaterThan(0.82);
        assertThat(calm.test().loss()).isLessThan(byHeart.test().loss() / 3);
    }
}

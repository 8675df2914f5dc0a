package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.engine.EngineOverCpu;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.UnavailableException;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which engine trains where nobody asks for one by its name, and where somebody does.
class EnginesTest {
    private final Fake usual = new Fake("cpu");
    private final Fake other = new Fake("cuda");
    private final Engines engines = new Engines(List.of(usual, other));

    private static final class Fake extends EngineOverCpu {
        private boolean gains;
        private boolean missing;
        private String refusal = "";
        private int prepared;

        Fake(String id) {
            super(id);
        }

        @Override
        public boolean gains(Problem problem) {
            return gains;
        }

        @Override
        public Optional<String> refuses(Problem problem) {
            return Optional.of(refusal).filter(sentence -> !sentence.isEmpty());
        }

        @Override
        public void prepare(Preparation watcher) throws UnavailableException {
            prepared++;
            if (missing) {
                throw new UnavailableException("It is not here");
            }
        }
    }

    private String ready(Device device) throws Exception {
        Problem problem = Problems.of(Experiment.defaults(), Experiments.data(Experiment.defaults()));
        return engines.ready(device, problem, Preparation.QUIET).id();
    }

    @Test
    void whatGainsIsChosenAndNothingElseIsMadeReady() throws Exception {
        assertThat(ready(Device.AUTO)).isEqualTo("cpu");
        assertThat(other.prepared).as("of no use").isZero();
        other.gains = true;
        assertThat(ready(Device.AUTO)).isEqualTo("cuda");
        assertThat(other.prepared).isEqualTo(1);
        assertThat(ready(Device.CPU)).as("asked for by its name").isEqualTo("cpu");
    }

    @Test
    void whatCannotWorkHereIsPassedOverUnlessItIsAskedForByItsName() throws Exception {
        other.gains = true;
        other.missing = true;
        assertThat(ready(Device.AUTO)).isEqualTo("cpu");
        assertThatThrownBy(() -> ready(Device.CUDA)).isInstanceOf(UnavailableException.class).hasMessage("It is not here");
    }

    @Test
    void whatRefusesIsNotMadeReady() throws Exception {
        other.gains = true;
        other.refusal = "Not this one";
        assertThat(ready(Device.AUTO)).isEqualTo("cpu");
        assertThatThrownBy(() -> ready(Device.CUDA)).isInstanceOf(TrainingException.class).hasMessage("Not this one");
        assertThat(other.prepared).isZero();
        assertThatThrownBy(() -> ready(Device.ND4J)).isInstanceOf(TrainingException.class).hasMessageContaining("no nd4j engine");
    }
}

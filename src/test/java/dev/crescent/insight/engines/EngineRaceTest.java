package dev.crescent.insight.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.Datasets;
import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// On engines whose steps take as long as is said, by a clock of their own.
class EngineRaceTest {
    private static final Effort EFFORT = new Effort(10_000_000, 4, 20_000_000);
    private static final Experiment MOONS = Experiment.defaults();

    private final AtomicLong clock = new AtomicLong();
    private final List<Throwable> failures = new ArrayList<>();
    private final TimedEngine fast = new TimedEngine("cpu", clock, problem -> 1_000_000, true);
    private final TimedEngine slow = new TimedEngine("nd4j", clock, problem -> 2_500_000, true);

    private EngineRace race(Experiment experiment, Engine... engines) throws Exception {
        Dataset data = Datasets.load(experiment.data(), experiment.features(), Path.of(""));
        return new EngineRace(experiment, data, List.of(engines), EFFORT, failures::add, clock::get);
    }

    private static RaceFinding all(EngineRace race) {
        while (race.go(() -> false, () -> { })) {
            assertThat(race.finding().isOver()).isFalse();
        }
        assertThat(race.finding().isOver()).isTrue();
        return race.finding();
    }

    @Test
    void whoLikesManyStepsAtOnceIsGivenThem() throws Exception {
        fast.stride = 5;
        try (EngineRace race = race(MOONS, fast, slow)) {
            assertThat(all(race).lanes().getFirst().rate()).as("25 steps an epoch").isCloseTo(50_000, within(1e-6));
        }
    }

    @Test
    void ratesAreThoseOfTheClock() throws Exception {
        try (EngineRace race = race(MOONS, fast, slow)) {
            RaceFinding found = all(race);
            assertThat(found.isOver()).isTrue();
            assertThat(found.round()).isEqualTo(4);
            assertThat(found.lanes()).extracting(EngineLane::id).containsExactly("cpu", "nd4j");
            assertThat(found.lanes()).extracting(EngineLane::state).containsOnly(EngineLane.State.DONE);
            EngineLane first = found.lanes().getFirst();
            assertThat(first.rate()).as("10 samples a millisecond").isCloseTo(10_000, within(1e-6));
            assertThat(first.low()).isEqualTo(first.high()).isEqualTo(first.latest());
            assertThat(found.lanes().getLast().rate()).isCloseTo(4_000, within(1e-6));
            assertThat(first.epoch()).as("40 steps of 25 an epoch").isCloseTo(1.6, within(1e-9));
            assertThat(found.lanes().getLast().epoch()).isCloseTo(0.64, within(1e-9));
        }
        assertThat(fast.open).as("sessions left open").isZero();
        assertThat(failures).isEmpty();
    }

    /// After as many steps both have the same loss: they are the same network with the same mini-batches.
    @Test
    void allBeginAtTheSameStart() throws Exception {
        try (EngineRace race = race(MOONS, fast, slow)) {
            RaceFinding found = all(race);
            int fastRaced = 40;
            int slowRaced = 16;
            List<Double> ofFast = fast.losses.subList(fast.losses.size() - fastRaced, fast.losses.size());
            List<Double> ofSlow = slow.losses.subList(slow.losses.size() - slowRaced, slow.losses.size());
            assertThat(ofFast.subList(0, slowRaced)).isEqualTo(ofSlow);
            assertThat(found.lanes().getFirst().loss()).isLessThan(found.lanes().getLast().loss());
        }
    }

    @Test
    void theyTakeTurns() throws Exception {
        slow.turns = fast.turns;
        try (EngineRace race = race(MOONS, fast, slow)) {
            all(race);
        }
        assertThat(fast.turns).as("warmed up one after the other, then four rounds").containsExactly("cpu", "nd4j",
                "cpu", "nd4j", "cpu", "nd4j", "cpu", "nd4j", "cpu", "nd4j");
    }

    @Test
    void itTellsWhatTheyAreAt() throws Exception {
        List<String> said = new ArrayList<>();
        try (EngineRace race = race(MOONS, fast)) {
            assertThat(race.finding().lanes().getFirst().state()).isEqualTo(EngineLane.State.WAITING);
            race.go(() -> false, () -> said.add(race.finding().lanes().getFirst().state() + " " + race.finding().lanes()
                    .getFirst().words()));
        }
        assertThat(said).containsSubsequence("PREPARING Winding up: 50 %", "WARMING_UP a clock", "RACING a clock");
    }

    @Test
    void whoIsMissingOrRefusesIsOutWithASentence() throws Exception {
        slow.missing = "It is not there";
        TimedEngine choosy = new TimedEngine("cuda", clock, problem -> 1, true);
        choosy.refusal = "It does not like it.";
        try (EngineRace race = race(MOONS, fast, slow, choosy)) {
            RaceFinding found = all(race);
            assertThat(found.lanes()).extracting(EngineLane::state).containsExactly(EngineLane.State.DONE, EngineLane.State.OUT,
                    EngineLane.State.OUT);
            assertThat(found.lanes()).extracting(EngineLane::words).containsExactly("a clock", "It is not there",
                    "It does not like it.");
            assertThat(found.isOver()).isTrue();
        }
        assertThat(slow.open + choosy.open).isZero();
    }

    @Test
    void withNobodyLeftTheRaceIsOver() throws Exception {
        slow.missing = "It is not there";
        try (EngineRace race = race(MOONS, slow)) {
            RaceFinding found = all(race);
            assertThat(found.round()).isLessThan(found.rounds());
            assertThat(found.isOver()).isTrue();
        }
    }

    /// As a GPU that is lost: from then on another engine may do its work, whose speed this is not.
    @Test
    void whoStopsWorkingIsOut() throws Exception {
        try (EngineRace race = race(MOONS, fast, slow)) {
            for (int i = 0; i < 4; i++) {
                race.go(() -> false, () -> { });
            }
            assertThat(race.finding().lanes().getLast().rate()).isPositive();
            slow.missing = "It was lost";
            RaceFinding found = all(race);
            assertThat(found.lanes().getLast().state()).isEqualTo(EngineLane.State.OUT);
            assertThat(found.lanes().getLast().words()).isEqualTo("It was lost");
            assertThat(found.lanes().getFirst().state()).isEqualTo(EngineLane.State.DONE);
        }
    }

    /// As a GPU that has too little memory for this, and could be used for something else.
    @Test
    void whoseWorkAnotherEngineDoesIsOut() throws Exception {
        slow.elsewhere = true;
        try (EngineRace race = race(MOONS, fast, slow)) {
            RaceFinding found = all(race);
            assertThat(found.lanes().getLast().state()).isEqualTo(EngineLane.State.OUT);
            assertThat(found.lanes().getLast().words()).isEqualTo("It failed, and another engine went on in its place");
            assertThat(found.lanes().getFirst().state()).isEqualTo(EngineLane.State.DONE);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void whoFailsIsOutAndTheFailureIsReported() throws Exception {
        slow.failsAt = 10;
        try (EngineRace race = race(MOONS, fast, slow)) {
            RaceFinding found = all(race);
            assertThat(found.lanes().getLast().words()).isEqualTo("It failed (IllegalStateException: out of ink)");
            assertThat(found.lanes().getFirst().state()).isEqualTo(EngineLane.State.DONE);
        }
        assertThat(failures).hasSize(1);
        assertThat(slow.open).isZero();
    }

    @Test
    void trainingThatDivergesSaysSo() throws Exception {
        Experiment wild = MOONS.withTraining(MOONS.training().withOptimizer(new Optimizer.Sgd(1000, 0, false))
                .withLoss(Loss.MEAN_SQUARED_ERROR)).withModel(linear());
        try (EngineRace race = race(wild, fast)) {
            assertThat(all(race).lanes().getFirst().words()).startsWith("Training diverged at epoch ");
        }
    }

    private static Model linear() {
        return new Model.Network(1, List.of(new Layer.Dense(2,
                Activation.LINEAR)));
    }

    @Test
    void whatIsNoNetworkSaysSo() throws Exception {
        Experiment neighbors = MOONS.withModel(new Model.NearestNeighbors(3));
        try (EngineRace race = race(neighbors, fast)) {
            assertThat(all(race).lanes().getFirst().words()).startsWith("model.type: nearest-neighbors cannot be trained");
        }
    }

    @Test
    void aSliceThatWasCutShortDoesNotCount() throws Exception {
        try (EngineRace race = race(MOONS, fast)) {
            race.go(() -> false, () -> { });
            race.go(() -> true, () -> { });
            assertThat(race.finding().lanes().getFirst().rate()).isZero();
        }
    }
}

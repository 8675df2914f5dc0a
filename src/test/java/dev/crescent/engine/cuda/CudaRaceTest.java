package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.Datasets;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Twins;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.race.Entrant;
import dev.crescent.insight.race.Finish;
import dev.crescent.insight.race.NetworkRace;
import dev.crescent.insight.race.RaceMoment;
import dev.crescent.insight.race.RaceTerms;
import dev.crescent.insight.race.Standing;
import dev.crescent.train.Engines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Optimizers that race on the device.
class CudaRaceTest {
    private static final CpuEngine CPU = new CpuEngine(1);
    private static final Finish FAR = Finish.atLoss(1e-9);
    private static final int STEPS = 12;
    private static final List<Entrant> FOUR = List.of(new Entrant(0, new Optimizer.Sgd(0.1, 0, false)),
            new Entrant(1, new Optimizer.Sgd(0.03, 0.9, false)), new Entrant(2, new Optimizer.RmsProp(0.003, 0.99, false)),
            new Entrant(3, new Optimizer.Adam(0.01, 0.9, 0.999)));

    private final List<String> told = new ArrayList<>();
    private final CudaEngine engine = new CudaEngine(CPU, told::add, StandIn.DRIVERS::open);
    private final Engines engines = new Engines(List.of(CPU, engine));

    private static RaceTerms terms(Device device) throws Exception {
        Experiment moons = Experiment.defaults().withDevice(device);
        return new RaceTerms(moons, Datasets.load(moons.data(), moons.features(), Path.of("")));
    }

    private static RaceMoment raced(NetworkRace race) throws Exception {
        race.enter(FOUR);
        for (int i = 0; i < STEPS; i++) {
            race.go(1);
        }
        return race.moment(1);
    }

    private static RaceMoment onTheProcessor() throws Exception {
        try (NetworkRace race = new NetworkRace(terms(Device.CPU), FAR, new Engines(List.of(CPU)))) {
            return raced(race);
        }
    }

    private static void same(RaceMoment actual, RaceMoment expected) {
        for (int i = 0; i < FOUR.size(); i++) {
            Standing own = actual.standings().get(i);
            Standing other = expected.standings().get(i);
            Twins.close(own.path().getLast().parameters(), other.path().getLast().parameters(), "parameters");
            assertThat(own.course().count()).isEqualTo(other.course().count()).isEqualTo(1 + STEPS);
            assertThat(own.course().lastLoss()).isCloseTo(other.course().lastLoss(), within(Twins.TOLERANCE));
        }
    }

    /// A launch to train and two to measure, both parts.
    @Test
    void allTrainInOneLaunchAStep() throws Exception {
        StandIn.begin("");
        engine.prepare(Preparation.QUIET);
        try (NetworkRace race = new NetworkRace(terms(Device.CUDA), FAR, engines)) {
            race.enter(FOUR);
            long before = StandIn.calls("cuLaunchKernel");
            race.go(1);
            assertThat(StandIn.calls("cuLaunchKernel")).isEqualTo(before + 3);
        }
        try (NetworkRace race = new NetworkRace(terms(Device.CUDA), FAR, engines)) {
            same(raced(race), onTheProcessor());
        }
        assertThat(told).isEmpty();
    }

    @Test
    void whoLeavesAndWhoJoinsChangesNothingForTheOthers() throws Exception {
        StandIn.begin("");
        try (NetworkRace race = new NetworkRace(terms(Device.CUDA), FAR, engines)) {
            race.enter(FOUR.subList(0, 2));
            for (int i = 0; i < STEPS / 2; i++) {
                race.go(1);
            }
            race.enter(List.of(FOUR.get(3), FOUR.get(1), FOUR.get(2)));
            while (race.catchUp()) {
                assertThat(race.step()).isEqualTo(STEPS / 2);
            }
            for (int i = 0; i < STEPS / 2; i++) {
                race.go(1);
            }
            race.enter(FOUR);
            while (race.catchUp()) {
                assertThat(race.step()).isEqualTo(STEPS);
            }
            same(race.moment(1), onTheProcessor());
        }
        assertThat(told).isEmpty();
    }

    @Test
    void theRaceGoesOnWhereTheDeviceFails() throws Exception {
        StandIn.begin("");
        try (NetworkRace race = new NetworkRace(terms(Device.CUDA), FAR, engines)) {
            race.enter(FOUR);
            StandIn.fail("cuLaunchKernel:9=719");
            same(raced(race), onTheProcessor());
        }
        assertThat(told).hasSize(1).allSatisfy(sentence -> assertThat(sentence).contains("nothing is lost"));
    }

    @Test
    void withoutAGpuItIsTheProcessors() throws Exception {
        CudaEngine missing = new CudaEngine(CPU, told::add, () -> new CudaDrivers.Refused(Trouble.NO_DRIVER, ""));
        try (NetworkRace race = new NetworkRace(terms(Device.CUDA), FAR, new Engines(List.of(CPU, missing)))) {
            RaceMoment moment = raced(race);
            for (int i = 0; i < FOUR.size(); i++) {
                assertThat(moment.standings().get(i).path().getLast().parameters()).as("the same bits")
                        .isEqualTo(onTheProcessor().standings().get(i).path().getLast().parameters());
            }
        }
        assertThat(told).as("the training says so, not every race").isEmpty();
    }
}

package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentWriter;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.export.Weights;
import dev.crescent.insight.race.Entrant;
import dev.crescent.insight.race.Finish;
import dev.crescent.insight.race.NetworkRace;
import dev.crescent.insight.race.RaceTerms;
import dev.crescent.insight.race.Standing;
import dev.crescent.train.Engines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What races in the window is what the command line trains.
class RaceEqualsTrainingTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void afterTwoEpochsEachRacerHasTheWeightsThatTheTrainCommandWrites() throws Exception {
        Experiment moons = Builtins.read("moons");
        Dataset data = Datasets.load(moons.data(), moons.features(), Path.of(""));
        RaceTerms terms = new RaceTerms(moons, data);
        try (NetworkRace race = new NetworkRace(terms, Finish.atLoss(1e-9), new Engines(List.of(new CpuEngine(1))))) {
            race.enter(List.of(new Entrant(0, new Optimizer.Sgd(0.1, 0, false)), new Entrant(1, new Optimizer.Sgd(0.03, 0.9, false)),
                    new Entrant(2, new Optimizer.RmsProp(0.003, 0.99, false)), new Entrant(3, new Optimizer.Adam(0.01, 0.9, 0.999))));
            for (long i = 0; i < 2 * terms.stepsPerEpoch(); i++) {
                race.go(1);
            }
            for (Standing standing : race.moment(1).standings()) {
                Path file = Files.writeString(folder.resolve("racer.crescent"),
                        ExperimentWriter.write(terms.with(standing.entrant().optimizer())));
                Path weights = folder.resolve("weights.npz");
                CommandRun run = CommandRun.of("train", file.toString(), "--epochs", "2", "--weights", weights.toString());
                assertThat(run.status()).as(run.err()).isZero();
                ParameterLayout layout = ParameterLayout.of((Model.Network) moons.model(), data.inputShape());
                assertThat(standing.epoch()).isEqualTo(2);
                assertThat(standing.path().getLast().parameters()).isEqualTo(Weights.read(weights, layout));
            }
        }
    }
}

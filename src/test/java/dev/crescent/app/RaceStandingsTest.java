package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Datasets;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.race.Finish;
import dev.crescent.insight.race.NetworkRace;
import dev.crescent.insight.race.RaceMoment;
import dev.crescent.insight.race.RaceTerms;
import dev.crescent.train.Engines;
import dev.crescent.ui.race.Lane;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceStandingsTest {
    private final RaceEntries entries = new RaceEntries();

    private RaceMoment after(int steps, Finish finish) throws Exception {
        Experiment experiment = Experiment.defaults();
        RaceTerms terms = new RaceTerms(experiment, Datasets.load(experiment.data(), experiment.features(), Path.of("")));
        try (NetworkRace race = new NetworkRace(terms, finish, new Engines(List.of(new CpuEngine(1))))) {
            race.enter(entries.entrants());
            for (int i = 0; i < steps; i++) {
                race.go(1);
            }
            return race.moment(1);
        }
    }

    @Test
    void aLaneGoesFromTheStartToTheFinish() throws Exception {
        List<Lane> start = RaceStandings.lanes(after(0, Finish.atLoss(0.3)), entries.all(), List.of());
        assertThat(start).extracting(Lane::progress).containsOnly(0.0);
        assertThat(start).extracting(Lane::state).containsOnly("at the start");
        assertThat(start).extracting(Lane::letter).containsExactly("S", "M", "R", "A");
        RaceMoment moment = after(100, Finish.atLoss(0.3));
        List<Lane> lanes = RaceStandings.lanes(moment, entries.all(), List.of());
        assertThat(lanes).extracting(Lane::progress).containsOnly(1.0);
        assertThat(lanes).extracting(Lane::state).allMatch(state -> state.matches("[1-4]\\. \\d+ steps"))
                .anyMatch(state -> state.startsWith("1. "));
        assertThat(RaceStandings.results(moment, entries.all())).allSatisfy(row -> assertThat(row.cells().getLast())
                .as("seconds").matches("\\d+\\.\\d+"));
        assertThat(RaceStandings.subject(moment)).contains("step 100, a lane runs from loss 0.8", " to 0.3, a tick every 10 steps");
    }

    @Test
    void whoHasNotArrivedIsNotDrawnAsIfItHad() throws Exception {
        RaceMoment moment = after(100, Finish.atAccuracy(1));
        for (Lane lane : RaceStandings.lanes(moment, entries.all(), List.of())) {
            assertThat(lane.finished()).isFalse();
            assertThat(lane.progress()).isBetween(0.0, 0.98);
            assertThat(lane.value()).endsWith("%");
            assertThat(lane.ticks()).hasSize(10);
        }
        assertThat(RaceStandings.results(moment, entries.all())).allSatisfy(row -> assertThat(row.cells()).containsOnly("\u2013"));
    }

    @Test
    void ticksAreRoundAndNotTooMany() {
        for (long steps : new long[] {10, 119, 120, 130, 660, 5000, 100_000}) {
            long pitch = RaceStandings.pitch(steps);
            assertThat(steps / pitch).isLessThanOrEqualTo(12);
            assertThat(Long.toString(pitch)).matches("[125]0+");
        }
    }

    @Test
    void lettersAndColorsAreEachOnesOwn() {
        entries.add(new Optimizer.Adam(1, 0.9, 0.999));
        assertThat(entries.all().getLast().letter()).isEqualTo("A2");
        assertThat(entries.all().getLast().optimizer().learningRate()).isEqualTo(0.01);
        entries.suit(true);
        assertThat(entries.all().getLast().optimizer().learningRate()).isEqualTo(0.001);
        entries.remove(1);
        entries.add(new Optimizer.Lion(1, 0.9, 0.99));
        assertThat(entries.all()).extracting(RaceEntries.Entry::color).doesNotHaveDuplicates().contains(1);
        assertThat(entries.entrants()).extracting(e -> e.number()).doesNotHaveDuplicates();
    }
}

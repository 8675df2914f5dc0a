package dev.crescent.insight.race;

import static dev.crescent.insight.race.Races.ADAM;
import static dev.crescent.insight.race.Races.ENGINES;
import static dev.crescent.insight.race.Races.FOUR;
import static dev.crescent.insight.race.Races.MOMENTUM;
import static dev.crescent.insight.race.Races.SGD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.Part;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NetworkRaceTest {
    private static final Finish FAR = Finish.atLoss(1e-9);

    private static NetworkRace race(RaceTerms terms, Finish finish, List<Entrant> entrants) throws Exception {
        NetworkRace race = new NetworkRace(terms, finish, ENGINES);
        race.enter(entrants);
        return race;
    }

    private static RaceMoment after(int steps, RaceTerms terms, List<Entrant> entrants) throws Exception {
        try (NetworkRace race = race(terms, FAR, entrants)) {
            go(race, steps);
            return race.moment(1);
        }
    }

    private static void go(NetworkRace race, int steps) {
        for (int i = 0; i < steps; i++) {
            race.go(1);
        }
    }

    private static float[] parameters(Standing of) {
        return of.path().getLast().parameters();
    }

    @Test
    void allSeeTheSameMiniBatchAtTheSameStep() throws Exception {
        WatchedEngine engine = new WatchedEngine();
        try (NetworkRace race = new NetworkRace(Races.terms(Races.random()), FAR, new Engines(List.of(engine)))) {
            race.enter(FOUR);
            go(race, 40);
            race.enter(Races.entrants(SGD, MOMENTUM, Races.RMSPROP, ADAM, new Optimizer.Lion(0.001, 0.9, 0.99)));
            while (race.catchUp()) {
                assertThat(race.step()).isEqualTo(40);
            }
            go(race, 10);
            List<List<Integer>> first = Objects.requireNonNull(engine.batches.get(SGD));
            assertThat(engine.batches.values()).hasSize(5).allSatisfy(batches -> assertThat(batches).hasSize(50).isEqualTo(first));
            assertThat(first).as("they are shuffled anew in each epoch").doesNotHaveDuplicates();
            assertThat(race.moment(1).standings()).extracting(s -> s.path().getFirst().parameters())
                    .as("the start").allSatisfy(start -> assertThat(start).isEqualTo(race.moment(1).standings().getFirst()
                            .path().getFirst().parameters()));
        }
        assertThat(engine.open).isZero();
    }

    @Test
    void eachGoesTheVeryWayThatItGoesAlone() throws Exception {
        Experiment experiment = Races.random();
        RaceMoment moment = after(100, Races.terms(experiment), FOUR);
        for (Standing standing : moment.standings()) {
            try (Run run = Run.start(experiment.withTraining(experiment.training()
                    .withOptimizer(standing.entrant().optimizer())), Races.data(experiment), ENGINES)) {
                for (int i = 0; i < 100; i++) {
                    run.train();
                }
                assertThat(parameters(standing)).isEqualTo(run.parameters());
                assertThat(standing.course().lastLoss()).isEqualTo(run.evaluate(Part.TRAINING).loss());
                assertThat(standing.course().lastAccuracy()).isEqualTo(run.evaluate(Part.TEST).accuracy());
                assertThat(standing.epoch()).isEqualTo(run.epoch());
            }
        }
        assertThat(parameters(moment.standings().get(0))).isNotEqualTo(parameters(moment.standings().get(3)));
    }

    @Test
    void aRaceThatBeginsAnewGoesTheSameWay() throws Exception {
        RaceMoment first = after(60, Races.terms(Races.random()), FOUR);
        RaceMoment second = after(60, Races.terms(Races.random()), FOUR);
        for (int i = 0; i < FOUR.size(); i++) {
            Course a = first.standings().get(i).course();
            Course b = second.standings().get(i).course();
            assertThat(b.count()).isEqualTo(a.count()).isEqualTo(61);
            assertThat(Arrays.copyOf(b.loss(), b.count())).isEqualTo(Arrays.copyOf(a.loss(), a.count()));
            assertThat(parameters(second.standings().get(i))).isEqualTo(parameters(first.standings().get(i)));
        }
        RaceMoment elsewhere = after(60, Races.terms(Races.random()).withStart(7), FOUR);
        assertThat(elsewhere.standings().getFirst().course().loss()[0]).isNotEqualTo(first.standings().getFirst().course().loss()[0]);
    }

    @Test
    void whoJoinsLaterOrChangesIsWhereItWouldBeHadItBeenThereFromTheStart() throws Exception {
        RaceTerms terms = Races.terms(Races.random());
        try (NetworkRace race = race(terms, FAR, Races.entrants(SGD, MOMENTUM))) {
            go(race, 30);
            Standing before = race.moment(1).standings().getFirst();
            race.enter(List.of(new Entrant(0, SGD), new Entrant(1, ADAM)));
            assertThat(race.moment(1).standings().getFirst().course().lastSeconds()).as("it stays")
                    .isEqualTo(before.course().lastSeconds());
            assertThatThrownBy(() -> race.go(1)).isInstanceOf(IllegalStateException.class);
            while (race.catchUp()) {
                assertThat(race.moment(1).standings().get(1).step()).isLessThanOrEqualTo(30);
            }
            go(race, 1);
            RaceMoment other = after(31, terms, List.of(new Entrant(0, SGD), new Entrant(1, ADAM)));
            for (int i = 0; i < 2; i++) {
                assertThat(parameters(race.moment(1).standings().get(i))).isEqualTo(parameters(other.standings().get(i)));
            }
        }
    }

    @Test
    void aFinishIsTheFirstTimeAndIsKept() throws Exception {
        RaceTerms terms = Races.terms(Experiment.defaults());
        List<Entrant> wild = Races.entrants(new Optimizer.Sgd(0.5, 0.9, false), ADAM);
        try (NetworkRace race = race(terms, Finish.atLoss(0.3), wild)) {
            go(race, 400);
            RaceMoment moment = race.moment(1);
            for (Standing standing : moment.standings()) {
                Course course = standing.course();
                int first = 0;
                while (course.loss()[first] > 0.3) {
                    first++;
                }
                Arrival arrival = Objects.requireNonNull(standing.arrival());
                assertThat(arrival.step()).isEqualTo(first).isPositive();
                assertThat(arrival.epoch()).isCloseTo(first / 25.0, within(1e-12));
                assertThat(arrival.seconds()).isEqualTo(course.seconds()[first]).isPositive();
            }
            assertThat(moment.standings().getFirst().course().loss()).as("a loss that rises again")
                    .satisfies(losses -> assertThat(Arrays.stream(losses, (int) Objects.requireNonNull(
                            moment.standings().getFirst().arrival()).step(), 400).max().orElse(0)).isGreaterThan(0.3));
            assertThat(moment.isDecided()).isTrue();

            race.judge(Finish.atLoss(1e-6));
            assertThat(race.isDecided()).isFalse();
            race.judge(Finish.atAccuracy(0.9));
            Standing adam = race.moment(1).standings().get(1);
            int at = (int) Objects.requireNonNull(adam.arrival()).step();
            assertThat(adam.course().accuracy()[at]).isGreaterThanOrEqualTo(0.9);
            assertThat(adam.course().accuracy()[at - 1]).isLessThan(0.9);
        }
    }

    @Test
    void placesGoBySteps() throws Exception {
        try (NetworkRace race = race(Races.terms(Experiment.defaults()), Finish.atLoss(0.3), Races.entrants(SGD, ADAM, ADAM))) {
            while (!race.isDecided()) {
                assertThat(race.go(1)).isTrue();
            }
            RaceMoment moment = race.moment(1);
            long sgd = Objects.requireNonNull(moment.standings().get(0).arrival()).step();
            long adam = Objects.requireNonNull(moment.standings().get(1).arrival()).step();
            assertThat(adam).isNotEqualTo(sgd);
            assertThat(moment.place(moment.standings().get(1))).isEqualTo(adam < sgd ? 1 : 2)
                    .as("the same optimizer twice").isEqualTo(moment.place(moment.standings().get(2)));
            assertThat(moment.place(moment.standings().get(0))).isEqualTo(adam < sgd ? 3 : 1);
        }
    }

    @Test
    void oneThatDivergesSaysSoAndTheOthersGoOn() throws Exception {
        Experiment defaults = Experiment.defaults();
        Experiment squares = defaults.withModel(new Model.Network(1, List.of(new Layer.Dense(2, Activation.LINEAR))))
                .withTraining(defaults.training().withLoss(Loss.MEAN_SQUARED_ERROR));
        try (NetworkRace race = race(Races.terms(squares), FAR, Races.entrants(new Optimizer.Sgd(50, 0, false), ADAM))) {
            go(race, 200);
            Standing lost = race.moment(1).standings().get(0);
            assertThat(lost.isLost()).isTrue();
            assertThat(lost.lost()).startsWith("Training diverged at epoch").contains("the learning rate is 50.");
            assertThat(lost.step()).isBetween(1L, 100L);
            assertThat(lost.path()).allSatisfy(point -> {
                for (float parameter : point.parameters()) {
                    assertThat(parameter).isFinite();
                }
            });
            Standing other = race.moment(1).standings().get(1);
            assertThat(other.step()).isEqualTo(200);
            assertThat(other.isLost()).isFalse();
            race.judge(Finish.atLoss(other.course().loss()[0]));
            assertThat(race.isDecided()).isTrue();
            race.enter(List.of(lost.entrant()));
            assertThat(race.go(1)).as("nobody is left").isFalse();
        }
    }

    @Test
    void aMomentCanBeTakenBack() throws Exception {
        RaceMoment whole = after(80, Races.terms(Races.random()), FOUR);
        RaceMoment early = whole.at(33);
        RaceMoment then = after(33, Races.terms(Races.random()), FOUR);
        assertThat(early.step()).isEqualTo(33);
        for (int i = 0; i < FOUR.size(); i++) {
            Standing standing = early.standings().get(i);
            assertThat(standing.course().count()).isEqualTo(34);
            assertThat(standing.course().lastLoss()).isEqualTo(then.standings().get(i).course().lastLoss());
            assertThat(parameters(standing)).isEqualTo(parameters(then.standings().get(i)));
            assertThat(standing.epoch()).isEqualTo(then.standings().get(i).epoch());
        }
        assertThat(whole.at(80)).isSameAs(whole);
    }

    @Test
    void whatCannotBeTrainedIsRefused() throws Exception {
        Experiment perceptron = Experiment.defaults().withModel(new Model.Perceptron());
        RaceTerms terms = Races.terms(perceptron);
        assertThatThrownBy(() -> new NetworkRace(terms, FAR, ENGINES)).isInstanceOf(TrainingException.class)
                .hasMessageContaining("perceptron");
    }

    @Test
    void largeNetworksAreMeasuredLessOftenButTheirStartIs() throws Exception {
        Experiment digits = Builtins.read("digits-mlp");
        RaceMoment moment = after(12, Races.terms(digits), Races.entrants(ADAM));
        assertThat(moment.every()).isGreaterThan(1);
        Course course = moment.standings().getFirst().course();
        assertThat(course.count()).isEqualTo(1 + 12 / moment.every());
        assertThat(course.steps()[0]).isZero();
        assertThat(course.steps()[course.count() - 1]).isEqualTo(12 / moment.every() * moment.every());
    }

    @Test
    void anotherNetworkStartOrBatchIsAnotherRace() throws Exception {
        Experiment digits = Builtins.read("digits-small");
        RaceTerms terms = Races.terms(digits);
        assertThat(terms.isLike(terms.withStart(((Model.Network) digits.model()).seed()))).isTrue();
        assertThat(terms.isLike(terms.withStart(99))).isFalse();
        assertThat(terms.isLike(new RaceTerms(digits.withTraining(digits.training().withOptimizer(SGD).withEpochs(7)),
                terms.dataset()))).as("the optimizer on the bench does not matter").isTrue();
        assertThat(terms.isLike(new RaceTerms(digits.withTraining(digits.training().withBatchSize(3)), terms.dataset()))).isFalse();
    }
}

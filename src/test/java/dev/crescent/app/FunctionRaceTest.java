package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.descent.FormulaFunction;
import dev.crescent.insight.descent.MinimumFinder;
import dev.crescent.insight.descent.PlaneFunction;
import dev.crescent.insight.descent.PlaneVector;
import dev.crescent.insight.descent.TestFunction;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionRaceTest {
    private static final Optimizer LION = new Optimizer.Lion(1, 0.9, 0.99);

    private final FunctionRace race = new FunctionRace();

    private void steps(int count) {
        for (int i = 0; i < count; i++) {
            race.step();
        }
    }

    @ParameterizedTest
    @EnumSource(TestFunction.class)
    void atTheUsualRatesAMinimumIsReachedOnEveryFunction(TestFunction function) {
        race.setFunction(function, function.minima());
        steps(5000);
        for (Racer racer : race.racers()) {
            boolean slow = function == TestFunction.ROSENBROCK && Set.of("SGD", "RMSprop").contains(racer.name());
            if (!slow) {
                assertThat(racer.standing().state()).as(racer.name()).isIn(Racer.State.ARRIVED, Racer.State.LOCAL);
            }
        }
    }

    @Test
    void whoJoinsLaterIsWhereItWouldBeHadItBeenThereFromTheStart() {
        steps(40);
        race.add(LION);
        int late = race.racers().size() - 1;
        FunctionRace other = new FunctionRace();
        other.add(LION);
        for (int i = 0; i < 40; i++) {
            other.step();
        }
        assertThat(race.racers().get(late).descent().at()).isEqualTo(other.racers().get(late).descent().at());
        assertThat(race.racers().get(late).descent().count()).isEqualTo(40);
    }

    @Test
    void aMovedStartIsFollowedForAsManySteps() {
        steps(30);
        race.moveStart(new PlaneVector(2, 2));
        Racer moved = race.racers().getFirst();
        assertThat(moved.descent().count()).isEqualTo(30);
        assertThat(moved.descent().at(0)).isEqualTo(new PlaneVector(2, 2));
        race.setStart(new PlaneVector(1, 1));
        assertThat(race.steps()).isZero();
        assertThat(race.racers().getFirst().descent().count()).isZero();
    }

    @Test
    void aRateThatTheUserHasSetStaysOnOtherFunctions() {
        race.set(0, race.racers().getFirst().optimizer().withLearningRate(0.007), true);
        steps(3);
        double usual = race.racers().get(1).optimizer().learningRate();
        race.setFunction(TestFunction.PLATEAU, TestFunction.PLATEAU.minima());
        assertThat(race.racers().getFirst().descent().count()).as("begins anew").isZero();
        assertThat(race.racers().getFirst().optimizer().learningRate()).isEqualTo(0.007);
        assertThat(race.racers().get(1).optimizer().learningRate()).isGreaterThan(usual);
    }

    @Test
    void lettersAndColorsAreAllDifferent() {
        race.add(new Optimizer.Adam(1, 0.5, 0.9));
        race.add(new Optimizer.NAdam(1, 0.9, 0.999));
        assertThat(race.racers().stream().map(Racer::letter)).containsExactly("S", "M", "R", "A", "A2", "Na");
        assertThat(race.racers().stream().map(Racer::color).collect(Collectors.toSet())).hasSize(6);
        assertThatThrownBy(() -> race.add(LION)).isInstanceOf(IllegalStateException.class).hasMessageContaining("6");
        race.remove(1);
        race.set(0, LION, false);
        assertThat(race.racers().getFirst().letter()).isEqualTo("L");
        race.add(LION);
        assertThat(race.racers().getLast().letter()).isEqualTo("L2");
        assertThat(race.racers().getLast().color()).as("the color that became free").isEqualTo(1);
    }

    @Test
    void placesGoByStepsAndAreKept() {
        steps(400);
        List<Racer.Standing> before = race.racers().stream().map(Racer::standing).toList();
        assertThat(before).allMatch(standing -> standing.state() == Racer.State.ARRIVED);
        Racer first = race.racers().stream().filter(racer -> race.place(racer) == 1).findFirst().orElseThrow();
        assertThat(before).allMatch(standing -> standing.steps() >= first.standing().steps());
        assertThat(race.isDecided()).isTrue();
        steps(400);
        assertThat(race.racers().stream().map(Racer::standing).toList()).isEqualTo(before);
    }

    @Test
    void minimaThatAreFoundLaterJudgeTheWholeWay() {
        PlaneFunction bowl = FormulaFunction.parse("(x - 1)^2 + 2*(y + 1)^2");
        race.setFunction(bowl, List.of());
        steps(300);
        assertThat(race.racers().getFirst().standing().state()).isNotEqualTo(Racer.State.ARRIVED);
        race.setMinima(MinimumFinder.of(bowl, bowl.region(), () -> false));
        Racer.Standing late = race.racers().getFirst().standing();
        assertThat(late.state()).isEqualTo(Racer.State.ARRIVED);
        race.restart();
        steps(300);
        assertThat(race.racers().getFirst().standing()).isEqualTo(late);
    }

    @Test
    void whatLeavesThePictureHasDiverged() {
        race.set(0, race.racers().getFirst().optimizer().withLearningRate(10), true);
        steps(20);
        assertThat(race.racers().getFirst().standing().state()).isEqualTo(Racer.State.DIVERGED);
        assertThat(race.racers().get(1).standing().state()).isEqualTo(Racer.State.UNDER_WAY);
    }

    @Test
    void theDrawnPathStaysShortAndEndsAtTheBall() {
        race.setFunction(TestFunction.ROSENBROCK, TestFunction.ROSENBROCK.minima());
        race.racers().getFirst().steps(1);
        race.set(0, LION.withLearningRate(0.05), true);
        Racer racer = race.racers().getFirst();
        racer.steps(15_000);
        assertThat(racer.track().length()).isLessThan(2100).isGreaterThan(100);
        assertThat(racer.track().lastA()).isEqualTo((float) racer.descent().at().x());
        assertThat(racer.track().a()[0]).isEqualTo((float) race.start().x());
        assertThat(racer.values()[racer.descent().count()]).isEqualTo(racer.descent().value());
    }
}

package dev.crescent.insight.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// On engines whose steps take as long as is said, by a clock of their own.
class SizeStudyTest {
    private static final Effort EFFORT = new Effort(1_000_000, 3, 100_000);

    private final AtomicLong clock = new AtomicLong();
    private final List<Throwable> failures = new ArrayList<>();
    /// 100 ns a unit of width and sample: 78,125 samples a second at 128 units.
    private final TimedEngine small = new TimedEngine("cpu", clock, problem -> 100L * TimedEngine.width(problem) * batch(problem),
            false);
    /// 1.28 ms for a step of any size: as fast where a mini-batch of 128 meets 100 units.
    private final TimedEngine large = new TimedEngine("cuda", clock, problem -> 1_280_000, false);

    private static int batch(Problem problem) {
        return problem.training().batchSize();
    }

    private SizeStudy study(TimedEngine... engines) {
        return new SizeStudy(List.of(engines), EFFORT, failures::add, clock::get);
    }

    private static SizeFinding all(SizeStudy study) {
        while (study.go(() -> false, () -> { })) {
            assertThat(study.finding().isOver()).isFalse();
        }
        return study.finding();
    }

    @Test
    void everySizeOfEveryEngineIsMeasured() {
        SizeFinding found = all(study(small, large));
        assertThat(found.isOver()).isTrue();
        for (SizeChart chart : found.charts()) {
            assertThat(chart.complete()).isTrue();
            for (SpeedCurve curve : chart.curves()) {
                assertThat(curve.points()).extracting(SpeedCurve.Point::size).isEqualTo(chart.size().measured());
                assertThat(curve.remark()).isEmpty();
            }
        }
        SizeChart width = found.charts().getFirst();
        assertThat(width.curves().getFirst().rateAt(256)).isCloseTo(1e9 / 100 / 256, within(1e-6));
        assertThat(width.curves().getLast().rateAt(256)).isCloseTo(128 / 1.28e-3, within(1e-6));
        assertThat(found.charts().getLast().curves().getLast().rateAt(1)).isCloseTo(1 / 1.28e-3, within(1e-6));
        assertThat(small.open).as("sessions left open").isZero();
        assertThat(failures).isEmpty();
    }

    @Test
    void theLeadChangesWhereTheArithmeticSaysSo() {
        SizeFinding found = all(study(small, large));
        assertThat(found.charts().getFirst().crossings()).singleElement().satisfies(crossing -> {
            assertThat(crossing.size()).as("1.28 ms / (100 ns * 128)").isCloseTo(100, within(1e-6));
            assertThat(crossing.after()).isEqualTo("cuda");
        });
        assertThat(found.charts().getLast().crossings()).singleElement().satisfies(crossing ->
                assertThat(crossing.size()).as("1.28 ms / (100 ns * 128)").isCloseTo(100, within(1e-6)));
    }

    @Test
    void enginesTakeTurnsInRounds() {
        small.turns = large.turns;
        all(study(small, large));
        List<String> turns = large.turns;
        assertThat(turns).as("warmed up, then once at every size in every round").hasSize(2 * (1 + 3 * 19));
        for (int i = 1; i < turns.size(); i++) {
            assertThat(turns.get(i)).isNotEqualTo(turns.get(i - 1));
        }
    }

    @Test
    void oneThatIsMissingSaysWhyAndTheOthersAreMeasured() {
        large.missing = "There is no GPU";
        SizeFinding found = all(study(small, large));
        assertThat(found.charts().getFirst().contenders()).isEqualTo(1);
        assertThat(found.charts().getFirst().curves().getLast().remark()).isEqualTo("There is no GPU");
        assertThat(large.steps).isZero();
        assertThat(found.charts().getFirst().crossings()).isEmpty();
        assertThat(found.charts().getFirst().fastest()).isEqualTo("cpu");
    }

    @Test
    void oneThatFailsIsOutAndTheFailureIsReported() {
        large.failsAt = 30;
        SizeFinding found = all(study(small, large));
        assertThat(found.charts().getFirst().curves().getLast().remark()).isEqualTo("It failed (IllegalStateException: out of ink)");
        assertThat(found.charts().getFirst().curves().getFirst().points()).hasSize(8);
        assertThat(failures).hasSize(1);
        assertThat(large.open).as("sessions left open").isZero();
    }

    @Test
    void whatIsRefusedIsNotMeasured() {
        large.refusal = "Too large.";
        SizeFinding found = all(study(small, large));
        assertThat(found.charts().getFirst().curves().getLast().points()).isEmpty();
        assertThat(found.charts().getFirst().curves().getLast().remark()).isEqualTo("Too large.");
        assertThat(large.steps).as("nor to warm up").isZero();
    }

    /// As where the GPU has too little memory for a width: another engine's speed is not taken for its.
    @Test
    void sizesAtWhichAnotherEngineWentOnAreNotMeasured() {
        large.elsewhereFrom = 1024;
        SizeFinding found = all(study(small, large));
        SpeedCurve curve = found.charts().getFirst().curves().getLast();
        assertThat(curve.points()).isNotEmpty().allSatisfy(point -> assertThat(point.size()).isLessThan(1024));
        assertThat(curve.remark()).isEqualTo("It failed, and another engine went on in its place");
        assertThat(found.charts().getFirst().curves().getFirst().points()).hasSize(8);
        assertThat(found.charts().getLast().curves().getLast().points()).as("mini-batches of a narrow network").hasSize(11);
        assertThat(failures).isEmpty();
    }

    /// What was measured while somebody stopped it does not count.
    @Test
    void whoeverStopsItKeepsWhatIsMeasured() {
        SizeStudy study = study(small, large);
        for (int i = 0; i < 5; i++) {
            study.go(() -> false, () -> { });
        }
        study.go(() -> true, () -> { });
        SizeFinding found = study.finding();
        assertThat(found.measured()).isEqualTo(3);
        assertThat(found.charts().getFirst().curves().getFirst().points()).hasSize(3);
        assertThat(found.charts().getFirst().complete()).isFalse();
    }

    @Test
    void itTellsWhatIsMadeReady() {
        List<String> words = new ArrayList<>();
        SizeStudy study = study(small);
        study.go(() -> false, () -> words.add(study.finding().words()));
        assertThat(words).containsExactly("Winding up: 50 %");
        assertThat(study.finding().words()).isEmpty();
    }
}

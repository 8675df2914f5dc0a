package dev.crescent.insight.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class GradientSamplerTest {
    private static final BooleanSupplier NEVER = () -> false;
    private static final Problem BOWL = Worlds.bowl();
    private static final float[] HERE = {1.5f, -0.5f};
    private static final Plane PLANE = Plane.ofParameters(Worlds.layout(BOWL), HERE, 0, 1);

    private static GradientCloud cloud(Problem problem, Plane plane, float[] parameters, int batchSize, int batches) {
        try (GradientSampler sampler = new GradientSampler(Worlds.ENGINE, problem, batchSize)) {
            return sampler.cloud(plane, parameters, 0, batches, 3, NEVER);
        }
    }

    /// `d/dw mean (w x + b - t)^2` and `d/db`, down.
    @Test
    void theWholePartsArrowIsTheSteepestWayDown() {
        Samples samples = BOWL.train();
        double w = 0;
        double b = 0;
        for (int i = 0; i < samples.count(); i++) {
            double error = HERE[0] * samples.inputs()[i] + HERE[1] - samples.targets()[i];
            w -= 2 * error * samples.inputs()[i] / samples.count();
            b -= 2 * error / samples.count();
        }
        GradientCloud cloud = cloud(BOWL, PLANE, HERE, 1000, 2);
        assertThat(cloud.batchSize()).isEqualTo(samples.count());
        assertThat(cloud.arrows()).hasSize(2);
        GradientCloud.Arrow arrow = cloud.arrows().getFirst();
        assertThat(arrow.a()).isCloseTo(w, within(1e-5));
        assertThat(arrow.b()).isCloseTo(b, within(1e-5));
        assertThat(arrow.length()).isCloseTo(Math.hypot(w, b), within(1e-5));
    }

    @Test
    void allMiniBatchesOfAnEpochTogetherAreTheWholePart() {
        double[] whole = cloud(BOWL, PLANE, HERE, 40, 1).mean();
        GradientCloud parts = cloud(BOWL, PLANE, HERE, 8, 5);
        assertThat(parts.mean()[0]).isCloseTo(whole[0], within(1e-5));
        assertThat(parts.mean()[1]).isCloseTo(whole[1], within(1e-5));
        assertThat(parts.spread()).isGreaterThan(0.01);
    }

    @Test
    void largerMiniBatchesShrinkTheCloud() {
        double one = cloud(BOWL, PLANE, HERE, 1, 200).spread();
        double ten = cloud(BOWL, PLANE, HERE, 10, 200).spread();
        assertThat(ten).isLessThan(0.4 * one);
        assertThat(cloud(BOWL, PLANE, HERE, 40, 5).spread()).isLessThan(1e-6);
    }

    @Test
    void onlyAPartOfTheGradientLiesInThePlane() {
        Problem problem = Worlds.images();
        float[] parameters = Worlds.start(problem);
        Plane plane = FilterPlane.of(Worlds.layout(problem), parameters, 1).plane();
        GradientCloud cloud = cloud(problem, plane, parameters, 10, 6);
        assertThat(cloud.arrows()).hasSize(6)
                .allMatch(arrow -> Math.hypot(arrow.a(), arrow.b()) < arrow.length() && arrow.length() > 0)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedGivesTheSameCloud() {
        assertThat(cloud(BOWL, PLANE, HERE, 7, 20)).isEqualTo(cloud(BOWL, PLANE, HERE, 7, 20));
    }

    @Test
    void whoIsStoppedKeepsWhatThereIs() {
        AtomicInteger asked = new AtomicInteger();
        try (GradientSampler sampler = new GradientSampler(Worlds.ENGINE, BOWL, 4)) {
            assertThat(sampler.cloud(PLANE, HERE, 0, 50, 1, () -> asked.incrementAndGet() > 3).arrows()).hasSize(3);
        }
    }

    @Test
    void gradientsThatAreNoNumbersAreLeftOut() {
        assertThat(cloud(BOWL, PLANE, new float[] {Float.NaN, 0}, 4, 3).arrows()).isEmpty();
    }

    @Test
    void withoutSamplesThereIsNoCloud() {
        Samples nothing = Samples.none(1, 1);
        Problem none = new Problem(BOWL.network(), BOWL.training(), BOWL.inputShape(), nothing, nothing);
        GradientCloud cloud = cloud(none, PLANE, HERE, 4, 3);
        assertThat(cloud.arrows()).isEmpty();
        assertThat(cloud.mean()).containsExactly(0, 0);
        assertThat(cloud.spread()).isZero();
    }
}

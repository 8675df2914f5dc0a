package dev.crescent.insight.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Experiment;
import dev.crescent.insight.hidden.HiddenNetwork.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private static final double[][] IDENTITY = {{1, 0}, {0, 1}};

    @Test
    void anotherSignAndAnotherOrderChangeNothing() {
        Follower follower = new Follower();
        double[][] plane = {{0.6, 0.8, 0, 0}, {0, 0, 1, 0}};
        follower.begin(plane, IDENTITY);
        double[][] same = follower.follow(new double[][] {{0, 0, -1, 0}, {-0.6, -0.8, 0, 0}});
        for (int k = 0; k < 2; k++) {
            assertThat(same[k]).containsExactly(plane[k], within(1e-9));
        }
        assertThat(follower.settled()).isTrue();
    }

    @Test
    void axesTurnedWithinTheirPlaneComeBackUnturned() {
        Follower follower = new Follower();
        double[][] plane = {{1, 0, 0}, {0, 1, 0}};
        follower.begin(plane, IDENTITY);
        double[][] same = follower.follow(new double[][] {{Math.cos(1), Math.sin(1), 0}, {-Math.sin(1), Math.cos(1), 0}});
        assertThat(same[0]).containsExactly(new double[] {1, 0, 0}, within(1e-9));
        assertThat(same[1]).containsExactly(new double[] {0, 1, 0}, within(1e-9));
    }

    /// When the third component overtakes the second, the plane of the first two is another one at once.
    @Test
    void toAnotherPlaneTheAxesTurnABitAtATimeAndArrive() {
        Follower follower = new Follower();
        follower.begin(new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}}, IDENTITY);
        double[][] other = {{1, 0, 0, 0}, {0, 0, 1, 0}};
        double angle = 0;
        for (int i = 0; i < 12; i++) {
            double[][] now = follower.follow(other);
            assertThat(now[0]).containsExactly(new double[] {1, 0, 0, 0}, within(1e-9));
            assertThat(Axes.dot(now[1], now[1])).isCloseTo(1, within(1e-9));
            angle += Follower.MOST;
            assertThat(Math.abs(now[1][1])).isCloseTo(Math.cos(angle), within(1e-9));
            assertThat(follower.settled()).isFalse();
        }
        assertThat(Math.abs(follower.follow(other)[1][2])).isCloseTo(1, within(1e-9));
        assertThat(follower.settled()).isTrue();
    }

    @Test
    void axesAlongWhichNothingVariesStayWhereTheyAre() {
        double[][] whole = Follower.completed(new double[][] {{1, 0, 0}, {0, 0, 0}}, new double[][] {{0, 0, 1}, {0.8, 0.6, 0}});
        assertThat(whole[1]).containsExactly(new double[] {0, 0, 1}, within(1e-9));
        whole = Follower.completed(new double[][] {{0, 0, 0}, {0, 0, 0}}, null);
        assertThat(Axes.dot(whole[0], whole[1])).isCloseTo(0, within(1e-9));
        assertThat(Axes.dot(whole[1], whole[1])).isCloseTo(1, within(1e-9));
    }

    /// While a network learns, its components change their signs and their order. From step to step no sample may jump: the
    /// farthest that any goes is a small part of the picture, whose half side is 1.
    @Test
    void noSampleJumpsWhileANetworkLearns() throws Exception {
        Experiment experiment = Scenes.with(Scenes.tanh(5), Scenes.tanh(6), Scenes.OUTPUT);
        Dataset data = Scenes.data(experiment);
        List<float[]> path = Scenes.path(experiment, data, 250);
        for (Look look : List.of(Scenes.FLAT, Scenes.DEEP)) {
            HiddenNetwork network = Scenes.network(experiment, data);
            double most = 0;
            double least = 1;
            double[][][] axes = new double[3][][];
            float[][] before = new float[3][];
            for (float[] parameters : path) {
                HiddenSpace space = network.look(parameters, look);
                for (int k = 1; k <= 2; k++) {
                    float[] now = Scenes.at(space, k);
                    for (int i = 0; before[k] != null && i < 3 * space.samples(); i++) {
                        most = Math.max(most, Math.abs(now[i] - before[k][i]) / space.extent(k).half());
                    }
                    before[k] = now;
                    double[][] bare = bare(experiment, data, network.chosen(), parameters, k - 1);
                    for (int axis = 0; axes[k] != null && axis < 2; axis++) {
                        least = Math.min(least, Axes.dot(bare[axis], axes[k][axis]));
                    }
                    axes[k] = bare;
                }
            }
            assertThat(most).as("the farthest that a sample went").isLessThan(0.35);
            assertThat(least).as("without following, an axis turns over").isLessThan(-0.9);
        }
    }

    /// The components as they come, without a memory.
    private static double[][] bare(Experiment experiment, Dataset data, Chosen chosen, float[] parameters, int layer) {
        float[][] said = Scenes.outputs(experiment, data, chosen, parameters, layer);
        float[] rows = new float[said.length * chosen.count()];
        for (int u = 0; u < said.length; u++) {
            System.arraycopy(said[u], 0, rows, u * chosen.count(), chosen.count());
        }
        return PrincipalComponents.of(new Cloud(rows, said.length, chosen.count(), chosen.count()), 2, null).axes();
    }

    @Test
    void axesAreKeptWhenSamplesComeAndGo() throws Exception {
        Experiment experiment = Scenes.with(Scenes.tanh(5), Scenes.OUTPUT);
        Dataset data = Scenes.data(experiment);
        float[] parameters = Scenes.path(experiment, data, 100).getLast();
        HiddenNetwork before = Scenes.network(experiment, data);
        double[][] axes = before.look(parameters, Scenes.FLAT).stages().get(1).axes().axes();
        Dataset.Samples some = new Dataset.Samples(200, data.train().inputs(), data.train().raw(), 2, data.train().labels(),
                data.train().values());
        Dataset fewer = new Dataset(data.task(), data.classNames(), data.inputNames(), data.inputShape(), some, data.test(),
                data.plane());
        HiddenNetwork after = Scenes.network(experiment, fewer);
        after.follow(before);
        double[][] now = after.look(parameters, Scenes.FLAT).stages().get(1).axes().axes();
        assertThat(Axes.dot(now[0], axes[0])).isGreaterThan(0.95);
        assertThat(Axes.dot(now[1], axes[1])).isGreaterThan(0.95);
    }
}

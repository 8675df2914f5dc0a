package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.engine.Sweep;
import dev.crescent.engine.Twins;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How often copies are made of what lies on the device.
class CopyTimesTest {
    private static final long MILLISECOND = 1_000_000;
    private static final CpuEngine CPU = new CpuEngine(1);
    private static final Problem PROBLEM = Twins.problem(List.of(Twins.dense(4, Activation.TANH), Twins.dense(3, Activation.SOFTMAX)),
            Twins.training(Loss.CROSS_ENTROPY, Twins.SGD), List.of(2));

    private static final List<Optimizer> OPTIMIZERS = List.of(Twins.SGD);

    private long now;

    private void takes(CopyTimes times, long nanos) {
        times.begin();
        now += nanos;
        times.end();
    }

    @Test
    void aCopyIsDueAfterAFifthOfASecond() {
        CopyTimes times = new CopyTimes(() -> now);
        now += 199 * MILLISECOND;
        assertThat(times.isDue()).isFalse();
        now += MILLISECOND;
        assertThat(times.isDue()).isTrue();
        times.skip();
        assertThat(times.isDue()).isFalse();
    }

    /// A network of a hundred million parameters, say: its copies would cost half of the time.
    @Test
    void copiesThatTakeLongAreMadeSeldom() {
        CopyTimes times = new CopyTimes(() -> now);
        takes(times, 200 * MILLISECOND);
        now += 3999 * MILLISECOND;
        assertThat(times.isDue()).isFalse();
        now += MILLISECOND;
        assertThat(times.isDue()).isTrue();
        takes(times, MILLISECOND);
        now += 200 * MILLISECOND;
        assertThat(times.isDue()).as("it was slow once").isTrue();
    }

    /// Twenty steps of 50 ms: a download each for the loss, and one for the parameters after every fourth.
    @Test
    void sessionsAndSweepsGoByIt() {
        int[] order = Twins.order(PROBLEM);
        try (Device device = new Device(StandIn.openWithKernels(""));
                Session session = new GuardedSession(PROBLEM, CudaSession.open(PROBLEM, device), _ -> { }, CPU::open, () -> now);
                Sweep sweep = new GuardedSweep(CudaSweep.open(PROBLEM, OPTIMIZERS, device, () -> 0).orElseThrow(), _ -> { },
                        () -> CPU.sweep(PROBLEM, OPTIMIZERS), () -> now)) {
            assertThat(downloads(() -> session.train(order, 0, Twins.BATCH, 0.1))).isEqualTo(20 + 5);
            assertThat(downloads(() -> sweep.trainAll(order, 0, Twins.BATCH, Twins.BATCH, new double[1][1], new double[1][1])))
                    .isEqualTo(20 + 5);
        }
    }

    /// However many numbers are kept of their steps, which end at once here: the first one leads astray. A copy is one download
    /// for the parameters of all, and one for each vector of the memory.
    @Test
    void aThousandNetworksAreCopiedNoMoreOftenThanOne() {
        int[] order = Twins.order(PROBLEM);
        List<Optimizer> adams = Collections.nCopies(1000, new Optimizer.Adam(0.01, 0.9, 0.999));
        double[][] rates = new double[adams.size()][order.length];
        Arrays.stream(rates).forEach(row -> Arrays.fill(row, 1e300));
        double[][] losses = new double[adams.size()][order.length];
        try (Device device = new Device(StandIn.openWithKernels(""));
                Sweep sweep = new GuardedSweep(CudaSweep.open(PROBLEM, adams, device, () -> 0).orElseThrow(), _ -> { },
                        () -> CPU.sweep(PROBLEM, adams), () -> now)) {
            StandIn.fail("none:1=1");
            for (int epoch = 0; epoch < 25; epoch++) {
                sweep.trainAll(order, 0, order.length, 1, rates, losses);
            }
            assertThat(StandIn.calls("cuMemcpyDtoH")).as("for the losses").isEqualTo(StandIn.calls("cuLaunchKernel"));
            now += 200 * MILLISECOND;
            sweep.trainAll(order, 0, order.length, 1, rates, losses);
            assertThat(StandIn.calls("cuMemcpyDtoH")).isEqualTo(StandIn.calls("cuLaunchKernel") + 3);
        }
    }

    private long downloads(Runnable step) {
        now += 200 * MILLISECOND;
        step.run();
        long before = StandIn.calls("cuMemcpyDtoH");
        for (int i = 0; i < 20; i++) {
            now += 50 * MILLISECOND;
            step.run();
        }
        return StandIn.calls("cuMemcpyDtoH") - before;
    }
}

package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Sweep;
import dev.crescent.engine.Twins;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What goes to the device and back, through a buffer that holds some of it.
class DeviceTest {
    private static final int COUNT = 600_001;

    @Test
    void arraysOfAnyLengthComeBackAsTheyWere() {
        double[] doubles = IntStream.range(0, COUNT).mapToDouble(i -> CounterRandom.uniform(1, i)).toArray();
        float[] floats = new float[COUNT];
        IntStream.range(0, COUNT).forEach(i -> floats[i] = CounterRandom.uniform(2, i));
        try (Device device = new Device(StandIn.open("")); Arena arena = new Arena(device)) {
            long there = arena.doubles(COUNT);
            device.upload(doubles, 0, COUNT, there);
            assertThat(device.doubles(there, COUNT)).isEqualTo(doubles);
            device.upload(floats, 0, COUNT, there);
            float[] back = new float[COUNT];
            device.download(there, back, 0, COUNT);
            assertThat(back).isEqualTo(floats);
        }
    }

    /// A process may stand still for as long as it likes, behind its first look.
    @Test
    void whatIsDoneIsNotLostHoweverLateSomebodyLooks() {
        awaitAfterALaunch("busy=1");
        assertThatExceptionOfType(CudaException.class).isThrownBy(() -> awaitAfterALaunch("busy=3"))
                .withMessageContaining("no answer");
    }

    private static void awaitAfterALaunch(String settings) {
        CudaDriver driver = StandIn.openWithKernels(settings);
        try (Device device = new Device(driver, -1); Arena arena = new Arena(device)) {
            CudaDriver.Launch fill = driver.launch("fill", 3);
            fill.set(0, arena.floats(1));
            fill.set(1, 1f);
            fill.set(2, 1);
            Device.over(fill, 1);
            device.await();
            assertThat(device.isLost()).isFalse();
        }
    }

    /// Networks times steps: more losses in one launch than the buffer holds.
    @Test
    void aLaunchMayHaveMoreLossesThanTheBufferHolds() {
        Problem problem = Twins.problem(List.of(Twins.dense(1, Activation.LINEAR)),
                Twins.training(Loss.MEAN_SQUARED_ERROR, Twins.SGD).withBatchSize(1), List.of(1), 32);
        int networks = 4200;
        List<Optimizer> optimizers = Collections.nCopies(networks, Twins.SGD);
        try (Device device = new Device(StandIn.openWithKernels(""));
                Sweep sweep = CudaSweep.open(problem, optimizers, device, () -> 0).orElseThrow()) {
            double[][] losses = new double[networks][32];
            sweep.trainAll(Twins.order(problem), 0, 32, 1, new double[networks][32], losses);
            assertThat(StandIn.calls("cuLaunchKernel")).isEqualTo(1);
            assertThat(losses[networks - 1]).isEqualTo(losses[0]).doesNotContain(0.0);
        }
    }
}

package dev.crescent.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.crescent.engine.Problem;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RoomTest {
    private static final Optimizer ADAM = new Optimizer.Adam(0.01, 0.9, 0.999);
    private static final List<Integer> IMAGE = List.of(4, 20, 20);

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of("wide", problem(List.of(1500), 32, new Optimizer.Sgd(0.1, 0, false),
                        Problems.dense(1000, Activation.RELU), Problems.dense(700, Activation.GELU))),
                Arguments.of("adam", problem(List.of(1500), 32, ADAM, Problems.dense(1500, Activation.TANH))),
                Arguments.of("long batches", problem(List.of(300), 5000, ADAM, Problems.dense(900, Activation.SWISH))),
                Arguments.of("maxout", problem(List.of(300), 500, ADAM, new Layer.Maxout(300, 4, Activation.MISH,
                        Initializer.Standard.HE_UNIFORM, true, Problems.BIASES), Problems.dense(90, Activation.ELU))),
                Arguments.of("random", problem(List.of(2000), 500, ADAM, new Layer.Dropout(0.5), new Layer.Noise(0.1),
                        Problems.dense(500, Activation.SIGMOID), new Layer.Dropout(0.5), new Layer.Noise(0.1))),
                Arguments.of("images", problem(IMAGE, 300, ADAM, Problems.conv(9, 5, 1, Padding.SAME, Activation.RELU),
                        Problems.conv(10, 3, 1, Padding.FULL, Activation.SOFTPLUS), new Layer.MaxPool(2, 2, Rounding.UP),
                        Problems.conv(8, 3, 2, Padding.VALID, Activation.LINEAR), new Layer.Flatten())),
                Arguments.of("batch normalization", problem(IMAGE, 1000, ADAM,
                        Problems.conv(6, 3, 1, Padding.VALID, Activation.LINEAR), new Layer.BatchNorm(),
                        new Layer.MaxPool(2, 1, Rounding.DOWN))));
    }

    private static Problem problem(List<Integer> shape, int batch, Optimizer optimizer, Layer... layers) {
        List<Layer> all = Stream.concat(Stream.of(layers), Stream.of(Problems.dense(10, Activation.SOFTMAX))).toList();
        return Problems.problem(all, Problems.training(Loss.CROSS_ENTROPY, optimizer, batch), shape, 40);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void itIsWhatASessionAllocates(String name, Problem problem) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Room room = Room.of(problem);
        new CpuSession(problem, 1).close(); // what classes allocate when they are first used is no session's
        long before = threads.getCurrentThreadAllocatedBytes();
        try (CpuSession session = new CpuSession(problem, 1)) {
            double allocated = threads.getCurrentThreadAllocatedBytes() - before;
            int remembered = Updater.vectors(problem.training().optimizer()) * session.layout().size();
            long snapshots = 3L * Float.BYTES * (session.layout().total() + remembered);
            // The starting values are made apart and copied.
            long starting = (long) Float.BYTES * session.layout().total();
            assertThat(allocated / (room.bytes() - snapshots + starting)).as(name).isBetween(0.99, 1.03);
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheNumber() {
        Problem problem = problem(List.of(1500), 32, ADAM, Problems.dense(1500, Activation.TANH));
        long bytes = Room.of(problem).bytes();
        assertThat(bytes).isBetween(110_000_000L, 130_000_000L);
        assertThat(new CpuEngine(1, _ -> bytes).refuses(problem)).isEmpty();
        assertThat(new CpuEngine(1, _ -> bytes - 1).refuses(problem)).hasValueSatisfying(s -> assertThat(s)
                .startsWith("This network needs 122 MB of memory, 118 MB for parameters and optimizer")
                .contains("mini-batches of 32").contains("MB are free").doesNotContain("GB"));
    }

    @Test
    void theHeapThatIsAdvisedIsEnough() {
        Problem problem = problem(List.of(30_000), 32, ADAM, Problems.dense(30_000, Activation.TANH));
        long free = 1 << 30;
        String sentence = new CpuEngine(1, _ -> free).refuses(problem).orElseThrow();
        Matcher advice = Pattern.compile("-Xmx(\\d+)g\\.").matcher(sentence);
        assertThat(advice.find()).as(sentence).isTrue();
        double more = Long.parseLong(advice.group(1)) * (double) (1 << 30) - Runtime.getRuntime().maxMemory();
        double missing = Room.of(problem).bytes() - free;
        assertThat(more * 15 / 16).as("of which a sixteenth is left for others").isBetween(missing, missing + 1.1e9);
    }

    @Test
    void aNetworkBeyondThisProgramsHeapIsRefused() {
        Problem problem = problem(List.of(30_000), 32, ADAM, Problems.dense(30_000, Activation.TANH));
        assertThat(Room.of(problem).bytes()).isGreaterThan(30_000_000_000L);
        assertThat(new CpuEngine().refuses(problem)).hasValueSatisfying(s -> assertThat(s).contains("GB of memory"));
    }

    @Test
    void largeImagesGoThroughInTurnsOfFewerSamples() {
        Problem large = problem(List.of(1, 100, 100), 512, ADAM, Problems.conv(64, 3, 1, Padding.SAME, Activation.RELU));
        Problem small = problem(List.of(1, 20, 20), 512, ADAM, Problems.conv(4, 3, 1, Padding.SAME, Activation.RELU));
        assertThat(Room.of(large).panels()).isEqualTo(8);
        assertThat(Room.of(small).panels()).isEqualTo(32);
        assertThat(Room.of(small).evaluationPanels()).isEqualTo(16);
    }
}

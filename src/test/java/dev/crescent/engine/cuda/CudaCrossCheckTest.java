package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.CrossCheck;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Model;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The kernels, compiled for this processor, through the real jcuda and a driver that stands in for NVIDIA's; without
/// anything that would go on elsewhere.
class CudaCrossCheckTest extends CrossCheck {
    private final Device device = new Device(StandIn.openWithKernels(""));

    @BeforeEach
    void here() {
        device.driver.makeCurrent();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(StandIn.bytes()).as("bytes on the device").isZero();
        device.close();
    }

    /// Whether small networks are trained by one kernel for all, as usual.
    boolean mayFuse() {
        return true;
    }

    @Override
    protected Engine engine() {
        return new Engine() {
            @Override
            public String id() {
                return "bare";
            }

            @Override
            public Optional<String> refuses(Problem problem) {
                return problem.flaw();
            }

            @Override
            public Session open(Problem problem) {
                return CudaSession.open(problem, device, mayFuse(), System::nanoTime);
            }

            @Override
            public Evaluator evaluator(Model.Network network, List<Integer> inputShape) {
                return new CudaEvaluator(network, inputShape, device);
            }
        };
    }
}

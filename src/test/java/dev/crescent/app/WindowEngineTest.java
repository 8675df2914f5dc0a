package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.engine.UnavailableException;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.train.Engines;
import dev.crescent.ui.FxExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What the window shows of an engine that has to be made ready.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowEngineTest {
    @TempDir
    private Path home = Path.of("");
    private final CountDownLatch gate = new CountDownLatch(1);
    private volatile String problem = "";
    private WindowBench app;

    /// The default engine under another name, ready when the gate opens.
    private final class Slow implements Engine {
        private final CpuEngine engine = new CpuEngine();

        @Override
        public String id() {
            return "nd4j";
        }

        @Override
        public Optional<String> refuses(Problem asked) {
            return engine.refuses(asked);
        }

        @Override
        public void prepare(Preparation watcher) throws UnavailableException {
            watcher.goesOn("Unpacking", 0.5);
            try {
                assertThat(gate.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            if (!problem.isEmpty()) {
                throw new UnavailableException(problem);
            }
        }

        @Override
        public Session open(Problem asked) {
            return engine.open(asked);
        }

        @Override
        public Evaluator evaluator(Model.Network network, List<Integer> inputShape) {
            return engine.evaluator(network, inputShape);
        }
    }

    @BeforeEach
    void open() {
        app = new WindowBench(home, new Engines(List.of(new CpuEngine(), new Slow())));
    }

    @AfterEach
    void close() {
        gate.countDown();
        app.close();
    }

    private void ask() {
        Workbench bench = app.window.bench();
        bench.change(bench.experiment().withDevice(Device.ND4J), "", true);
        app.await("it is told", () -> app.line().equals("Unpacking: 50 %"));
    }

    private Experiment experiment() {
        return app.window.bench().experiment();
    }

    @Test
    void theLineSaysWhatIsPreparedAndGoes() {
        ask();
        app.press("Space");
        FxExtension.pulse(app.scene());
        assertThat(app.line()).as("the window goes on drawing, and waits").isEqualTo("Unpacking: 50 %");
        gate.countDown();
        app.awaitSnapshot("it trains there", s -> s.running() && s.experiment().device() == Device.ND4J);
        app.await("the line has gone", () -> app.line().isEmpty());
    }

    @Test
    void withoutItTheCpuGoesOnAndTheSettingSaysSo() {
        app.press("Space");
        app.awaitSnapshot("training goes on", s -> s.running() && s.epoch() > 1);
        problem = "It has no libraries; use the device cpu";
        ask();
        double epoch = app.awaitSnapshot("some state", s -> true).epoch();
        gate.countDown();
        app.await("it is told", () -> app.line().equals("It has no libraries; use the device cpu. Training goes on with it."));
        assertThat(experiment().device()).isEqualTo(Device.CPU);
        app.awaitSnapshot("training goes on", s -> s.running() && s.epoch() > epoch && s.experiment().equals(experiment()));
    }
}

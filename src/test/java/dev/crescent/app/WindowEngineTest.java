package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.EngineOverCpu;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.train.Engines;
import dev.crescent.ui.FxExtension;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a window shows of an engine that keeps it waiting, or that fails.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowEngineTest {
    @TempDir
    private Path home = Path.of("");
    /// A permit for each step.
    private final Semaphore steps = new Semaphore(0);
    private WindowBench app;

    @BeforeEach
    void open() {
        app = new WindowBench(home, new Engines(List.of(new Slow())));
    }

    @AfterEach
    void close() {
        steps.release(Integer.MAX_VALUE);
        app.close();
    }

    private String runButton() {
        return ((Button) app.scene().lookup(".run-button")).getText();
    }

    @Test
    void theRunButtonDoesNotWaitForTheFirstStep() {
        app.press("Space");
        app.await("the button pauses", () -> runButton().equals("Pause"));
        assertThat(app.latest().running()).as("what the trainer has told").isFalse();
        app.press("Space");
        app.await("the button runs", () -> runButton().equals("Run"));
        assertThat(app.latest().step()).isZero();
    }

    @Test
    void whatWentOnElsewhereIsSaidInTheWindow() throws InterruptedException {
        Thread trains = Thread.ofPlatform().start(() -> app.announced.announce("The GPU stopped working."));
        trains.join();
        app.await("the sentence", () -> app.line().equals("The GPU stopped working."));
    }

    @Test
    void theNetworkThatComesTrainedReadsBeforeItsImagesAreThere() {
        app.press("Space");
        app.await("the trainer is held up within a step", steps::hasQueuedThreads);
        app.click("rail.digits");
        app.await("the shipped network", () -> app.bench().beganTrained());
        RoomHands room = new RoomHands(app);
        room.draw(RoomHands.FOUR);
        app.await("it is read", () -> room.said().startsWith("4 "));
        assertThat(app.latest().experiment()).as("what the trainer has").isNotEqualTo(app.experiment());
        assertThat(app.find("teach-add").isDisabled()).as("there is nothing to learn with yet").isTrue();
    }

    /// The CPU engine, whose steps wait for permits.
    private final class Slow extends EngineOverCpu {
        Slow() {
            super("cpu");
        }

        @Override
        public Session open(Problem problem) {
            Session session = super.open(problem);
            return (Session) Proxy.newProxyInstance(Session.class.getClassLoader(), new Class<?>[] {Session.class},
                    (_, method, arguments) -> {
                        if (method.getName().equals("train")) {
                            steps.acquireUninterruptibly();
                        }
                        try {
                            return method.invoke(session, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}

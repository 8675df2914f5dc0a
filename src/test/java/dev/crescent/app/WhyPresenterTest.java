package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.train.Engines;
import dev.crescent.train.Snapshot;
import dev.crescent.train.Trainer;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import dev.crescent.ui.digits.WhyView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class WhyPresenterTest {
    private static Snapshot resting() throws Exception {
        try (Trainer trainer = new Trainer(RoomHands.few(), new Engines(List.of(new CpuEngine(1))), Path.of(""), error -> { })) {
            long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
            while (System.nanoTime() < end) {
                Snapshot latest = trainer.latest();
                if (latest != null) {
                    return latest;
                }
                LockSupport.parkNanos(500_000);
            }
            throw new AssertionError("No snapshot in 30 s");
        }
    }

    /// The same network a little later.
    private static Snapshot later(Snapshot s) {
        return new Snapshot(s.experiment(), s.dataset(), s.run(), s.step() + 1, s.epoch(), s.parameters().clone(),
                s.optimizer(), s.train(), s.test(), 1, true, s.history());
    }

    /// Every few milliseconds there are other weights then; an answer to each would never come to its end.
    @Test
    void whileTrainingAQuestionIsAnsweredToItsEnd() throws Exception {
        Snapshot now = resting();
        float[] image = Arrays.copyOf(now.dataset().train().inputs(), 784);
        WhyView view = new WhyView();
        Node change = view.lookupAll("*").stream().filter(node -> Texts.get("digits.accessible.counterfactual")
                .equals(node.getAccessibleText())).findFirst().orElseThrow();
        DigitReader.Reading reading = new DigitReader(new CpuEngine(1)).read(now, image, 1);
        try (WhyPresenter presenter = new WhyPresenter(view, new WhyWorker(new CpuEngine(1), error -> { }))) {
            long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
            while (!RoomHands.isFilled(change) && System.nanoTime() < end) {
                now = later(now);
                presenter.show(now, image, reading, 1);
                presenter.frame();
                LockSupport.parkNanos(500_000);
            }
            assertThat(RoomHands.isFilled(change)).isTrue();
        }
    }
}

package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// On JUnit's own thread, since frames have to pass between what is shown and what follows.
class CurtainTest {
    private static final long SECONDS = 240;
    private static final Preferences PREFERENCES = new Preferences(Path.of("unused"));

    @BeforeAll
    static void startToolkit() throws Exception {
        FxExtension.start();
    }

    @Test
    void theWindowHasItsThemesColorSomeFramesBeforeItsContent() throws Throwable {
        CountDownLatch followed = new CountDownLatch(1);
        AtomicInteger frames = new AtomicInteger();
        AtomicReference<Paint> color = new AtomicReference<>();
        AtomicReference<Bounds> mark = new AtomicReference<>();
        AtomicReference<Point2D> middle = new AtomicReference<>();
        FxExtension.onFx(() -> {
            Stage stage = new Stage();
            AnimationTimer counts = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frames.incrementAndGet();
                }
            };
            counts.start();
            Curtain.show(stage, Theme.DARK, PREFERENCES, () -> {
                color.set(stage.getScene().getFill());
                mark.set(stage.getScene().getRoot().getChildrenUnmodifiable().getFirst().getBoundsInParent());
                middle.set(new Point2D(stage.getScene().getWidth() / 2, stage.getScene().getHeight() / 2));
                stage.hide();
                counts.stop();
                followed.countDown();
            });
            assertThat(stage.isShowing()).isTrue();
            assertThat(followed.getCount()).as("not at once").isOne();
        });
        assertThat(followed.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(color.get()).isEqualTo(Palette.of(Theme.DARK).color("bg-default"));
        assertThat(mark.get().contains(middle.get())).as("the mark is in the middle").isTrue();
        assertThat(frames.get()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void nothingFollowsAWindowThatIsClosedMeanwhile() throws Throwable {
        CountDownLatch later = new CountDownLatch(20);
        CountDownLatch followed = new CountDownLatch(1);
        FxExtension.onFx(() -> {
            Stage stage = new Stage();
            Curtain.show(stage, Theme.LIGHT, PREFERENCES, followed::countDown);
            stage.hide();
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    later.countDown();
                    if (later.getCount() == 0) {
                        stop();
                    }
                }
            }.start();
        });
        assertThat(later.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        FxExtension.onFx(() -> assertThat(followed.getCount()).isOne());
    }
}

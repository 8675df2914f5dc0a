package dev.crescent.app;

import dev.crescent.data.digits.Drawing;
import dev.crescent.export.DrawingFile;
import dev.crescent.ui.digits.PadView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/// Keeps what is on the pad, so that the next window finds it there. Used by the JavaFX thread.
final class PadMemory implements AutoCloseable {
    /// A hand that goes on drawing is not written down at every point.
    private static final Duration REST = Duration.seconds(1);

    private final PadView pad;
    private final Path file;
    private final Executor worker;
    private final PauseTransition rest = new PauseTransition(REST);
    private Drawing kept = Drawing.EMPTY;

    /// @param worker one thread for files
    PadMemory(PadView pad, Path file, Executor worker) {
        this.pad = pad;
        this.file = file;
        this.worker = worker;
        rest.setOnFinished(e -> keep());
    }

    /// Puts what was kept on the pad, unless something is there already.
    ///
    /// @param then called when it is there
    void recall(Runnable then) {
        worker.execute(() -> {
            try {
                Drawing read = DrawingFile.read(file);
                Platform.runLater(() -> recalled(read, then));
            } catch (IOException e) {
                Logs.warning("What was on the pad cannot be read", e);
            }
        });
    }

    private void recalled(Drawing read, Runnable then) {
        if (pad.drawing().isEmpty() && !read.isEmpty()) {
            kept = read;
            pad.show(read);
            then.run();
        }
    }

    /// The drawing is another one: it is kept when the hand rests.
    void changed() {
        rest.playFromStart();
    }

    private void keep() {
        Drawing now = pad.drawing();
        if (now.equals(kept)) {
            return;
        }
        kept = now;
        worker.execute(() -> {
            try {
                if (now.isEmpty()) {
                    Files.deleteIfExists(file);
                } else {
                    Files.createDirectories(file.toAbsolutePath().getParent());
                    DrawingFile.write(file, now);
                }
            } catch (IOException e) {
                Logs.warning("What is on the pad cannot be kept", e);
            }
        });
    }

    /// Keeps what there is now.
    @Override
    public void close() {
        rest.stop();
        keep();
    }
}

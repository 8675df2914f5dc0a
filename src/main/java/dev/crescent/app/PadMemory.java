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
import org.jspecify.annotations.Nullable;

/// Keeps what is on the pad, so that the next window finds it there. Used by the JavaFX thread.
final class PadMemory implements AutoCloseable {
    /// A hand that goes on drawing is not written down at every point.
    private static final Duration REST = Duration.seconds(1);

    private final PadView pad;
    private final Path file;
    private final Executor worker;
    private final PauseTransition rest = new PauseTransition(REST);
    private Drawing kept = Drawing.EMPTY;
    private boolean recalling;
    private @Nullable Drawing taken; // while the one before is not there yet

    /// @param worker one thread for files
    PadMemory(PadView pad, Path file, Executor worker) {
        this.pad = pad;
        this.file = file;
        this.worker = worker;
        rest.setOnFinished(e -> keep());
    }

    /// Puts what was kept on the pad, unless something is there already.
    ///
    /// @param then called when that is done
    void recall(Runnable then) {
        recalling = true;
        worker.execute(() -> {
            Drawing read = read();
            Platform.runLater(() -> recalled(read, then));
        });
    }

    private Drawing read() {
        try {
            return DrawingFile.read(file);
        } catch (IOException e) {
            Logs.warning("What was on the pad cannot be read", e);
            return Drawing.EMPTY;
        }
    }

    private void recalled(Drawing read, Runnable then) {
        recalling = false;
        if (pad.drawing().isEmpty() && !read.isEmpty()) {
            kept = read;
            pad.show(read);
        }
        if (taken != null) {
            pad.show(taken);
            taken = null;
            changed();
        }
        then.run();
    }

    /// Puts a drawing on the pad, over the one that was kept: Undo leads back to that.
    void take(Drawing drawing) {
        if (recalling) {
            taken = drawing;
        } else {
            pad.show(drawing);
            changed();
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
        if (taken != null) {
            pad.show(taken);
        }
        keep();
    }
}

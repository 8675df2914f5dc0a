package dev.crescent.app;

import dev.crescent.export.WholeFile;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.picture.Look;
import dev.crescent.ui.picture.PictureKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Films the run on the bench into a file that the user chooses, on a thread of its own. Belongs to the JavaFX thread.
final class FilmActions implements AutoCloseable {
    private static final String EXTENSION = ".gif";
    private static final int MOST_SECONDS = 2;

    private final Workbench bench;
    private final FileDialogs dialogs;
    private final Consumer<String> tell;
    private final Consumer<String> warn;
    private final Failures failures;
    private volatile double share = Double.NaN; // of the film that is done; NaN while there is none
    private volatile boolean cancelled;
    private @Nullable Thread thread;

    /// @param tell tells the user a sentence
    /// @param warn likewise, of something that went wrong
    FilmActions(Workbench bench, FileDialogs dialogs, Consumer<String> tell, Consumer<String> warn, Failures failures) {
        this.bench = bench;
        this.dialogs = dialogs;
        this.tell = tell;
        this.warn = warn;
        this.failures = failures;
    }

    /// How much of the film is done, from 0 to 1; NaN while there is none.
    double share() {
        return share;
    }

    /// Asks for a file, and films the run as far as it has come by then.
    void film(PictureKind kind, Look look, double factor) {
        FileChooser.ExtensionFilter gif = new FileChooser.ExtensionFilter(Texts.get("timeline.films"), "*" + EXTENSION);
        dialogs.toWrite("timeline.filmTitle", gif, EXTENSION, Titles.base(bench.document()) + EXTENSION,
                file -> film(file, kind, look, factor));
    }

    private void film(Path file, PictureKind kind, Look look, double factor) {
        if (!Double.isNaN(share)) {
            return;
        }
        List<Snapshot> frames = Film.frames(bench.playhead().timeline());
        share = 0;
        cancelled = false;
        thread = Thread.ofPlatform().name("crescent-film").daemon(true).start(() -> make(file, kind, look, frames, factor));
    }

    private void make(Path file, PictureKind kind, Look look, List<Snapshot> frames, double factor) {
        try {
            Film.write(file, kind, look, frames, factor, done -> {
                if (cancelled) {
                    throw new CancellationException();
                }
                share = done;
            });
            end(tell, Texts.get("timeline.filmed", file, frames.size()));
        } catch (CancellationException e) {
            end(tell, Texts.get("timeline.filmStopped"));
        } catch (IOException e) {
            end(warn, Texts.get("window.notWritten", file, Sentences.local(WholeFile.reason(file, e))));
        } catch (RuntimeException | OutOfMemoryError e) {
            if (!cancelled) {
                failures.report(e);
            }
        } finally {
            share = Double.NaN;
        }
    }

    private static void end(Consumer<String> how, String sentence) {
        Platform.runLater(() -> how.accept(sentence));
    }

    /// Stops the film that is made; no file is written.
    void cancel() {
        cancelled = true;
    }

    /// Stops what is made, and lets it clear up. The thread may be waiting for JavaFX's, which is this one.
    @Override
    public void close() {
        cancel();
        Thread making = thread;
        if (making != null) {
            making.interrupt();
            try {
                making.join(Duration.ofSeconds(MOST_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package dev.crescent.app;

import dev.crescent.export.WholeFile;
import dev.crescent.train.Engines;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// What is kept of a window's work so that nothing is lost, and what was kept before: the user is told where work cannot
/// be kept, and what can be had back.
final class KeptWork {
    private final Workbench bench;
    private final Desk desk;
    private final Autosave onBench;
    private final Autosave waiting;
    private final Path folder;
    private final Engines engines;
    private final ExecutorService worker;
    private final Banners banners;
    private final Map<Autosave, String> problems = new ConcurrentHashMap<>(); // why what is kept there cannot be, while it cannot

    /// @param desk where this window's work is kept
    /// @param folder of which the user is told
    /// @param worker one thread for files
    KeptWork(Workbench bench, Desk desk, Path folder, Engines engines, ExecutorService worker, Banners banners) {
        this.bench = bench;
        this.desk = desk;
        this.onBench = desk.autosave();
        this.waiting = desk.waiting();
        this.folder = folder;
        this.engines = engines;
        this.worker = worker;
        this.banners = banners;
    }

    /// Keeps what is on the bench. Not on the JavaFX thread.
    void keep(Work work) {
        keep(work, onBench);
    }

    private void keep(Work work, Autosave autosave) {
        try {
            autosave.write(work);
            if (problems.remove(autosave) != null && problems.isEmpty()) {
                Platform.runLater(() -> banners.tell(Texts.get("window.keptAgain")));
            }
        } catch (IOException e) {
            String problem = Texts.get("window.notKept", folder, Sentences.local(WholeFile.reason(folder, e)));
            if (problems.put(autosave, problem) == null) {
                Logs.warning("The unsaved experiment cannot be kept", e);
                Platform.runLater(() -> banners.warn(problem));
            }
        }
    }

    /// How many bytes of tables were kept with the work on the bench last, on any thread.
    long heldBytes() {
        return onBench.heldBytes();
    }

    /// What waits for its room is kept as what is on the bench is, soon.
    ///
    /// @param place null if nothing waits any more
    void keepWaiting(@Nullable Place place) {
        if (!worker.isShutdown()) {
            worker.execute(() -> {
                if (place == null) {
                    waiting.clear();
                    problems.remove(waiting);
                } else {
                    keep(new Work(place.document(), place.stands(), ""), waiting);
                }
            });
        }
    }

    /// Says again why the work cannot be kept, as long as it cannot.
    void remind() {
        problems.values().stream().findFirst().ifPresent(banners::warn);
    }

    /// What waited for its room when the program ended; null if nothing did. Not on the JavaFX thread.
    ///
    /// @param read what was read of it already; null if nothing was
    @Nullable Place waited(@Nullable Opening read) {
        Place found = told(read == null ? Opening.waiting(waiting, engines) : read);
        return found == null ? null : found.withShipped();
    }

    /// Offers what a window that has gone left. Not on the JavaFX thread.
    void offerLeft() {
        desk.left().ifPresent(path -> {
            Place found = told(Opening.waiting(new Autosave(path), engines));
            if (found != null) {
                Place place = found.withShipped();
                Platform.runLater(() -> banners.suggest(Texts.get("window.leftWork", Titles.of(place.document())),
                        List.of(new Banner.Action(Texts.get("window.openWork"), () -> bench.open(place)))));
            }
        });
    }

    /// What was found; null if nothing was, or if it cannot be put on the bench, which the user is told.
    private @Nullable Place told(@Nullable Opening found) {
        if (found == null) {
            return null;
        }
        if (!found.remark().isEmpty()) {
            Platform.runLater(() -> banners.warn(found.remark()));
        }
        return found.problem().isEmpty() ? found.place() : null;
    }
}

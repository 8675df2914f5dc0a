package dev.crescent.app;

import dev.crescent.export.WholeFile;
import dev.crescent.train.Engines;
import dev.crescent.train.Progress;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// What is kept of a window's work so that nothing is lost, and what was kept before: the user is told where work cannot
/// be kept, and what can be had back.
final class KeptWork {
    private final Desk desk;
    private final Autosave onBench;
    private final Autosave waiting;
    private final Path folder;
    private final Engines engines;
    private final ExecutorService worker;
    private final Banners banners;
    private final Map<Autosave, String> problems = new ConcurrentHashMap<>(); // why what is kept there cannot be, while it cannot
    private volatile @Nullable Left opened; // what was left behind and is on the bench, until it is kept from there

    /// @param desk where this window's work is kept
    /// @param folder of which the user is told
    /// @param worker one thread for files
    KeptWork(Desk desk, Path folder, Engines engines, ExecutorService worker, Banners banners) {
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
        if (keep(work, onBench)) {
            settle(work);
        }
    }

    /// @return whether it is kept
    private boolean keep(Work work, Autosave autosave) {
        try {
            autosave.write(work);
            if (problems.remove(autosave) != null && problems.isEmpty()) {
                Platform.runLater(() -> banners.tell(Texts.get("window.keptAgain")));
            }
            return true;
        } catch (IOException e) {
            String problem = Texts.get("window.notKept", folder, Sentences.local(WholeFile.reason(folder, e)));
            if (problems.put(autosave, problem) == null) {
                Logs.warning("The unsaved experiment cannot be kept", e);
                Platform.runLater(() -> banners.warn(problem));
            }
            return false;
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
                    keep(new Work(place.document(), place.stands(), place.pinned(), ""), waiting);
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

    /// Unsaved work of last time is not on the bench, since something else was asked for, but can be had by an undo: it is set
    /// aside until it is. Before anything is kept.
    void setAside(Place work) {
        desk.setAside().ifPresent(file -> opened = new Left(file, work));
    }

    /// Offers what windows that have gone left, but for what an undo brings back. Not on the JavaFX thread.
    ///
    /// @param opener puts it on the bench, unless the user does not want that after all; then runs what it was given
    void offerLeft(BiConsumer<Place, Runnable> opener) {
        Left ours = opened;
        offer(desk.left().stream().filter(file -> ours == null || !file.equals(ours.file)).toList(), opener);
    }

    private void offer(List<Path> left, BiConsumer<Place, Runnable> opener) {
        for (int i = 0; i < left.size(); i++) {
            Path file = left.get(i);
            Place found = told(Opening.waiting(new Autosave(file), engines));
            if (found != null) {
                Left work = new Left(file, found.withShipped());
                List<Path> others = left.subList(i + 1, left.size());
                Platform.runLater(() -> suggest(work, others, opener));
                return;
            }
        }
    }

    /// Whoever wants neither is offered it again at the next start.
    private void suggest(Left work, List<Path> others, BiConsumer<Place, Runnable> opener) {
        String title = Titles.of(work.place.document());
        banners.offerLeft(others.isEmpty() ? Texts.get("window.leftWork", title)
                        : Texts.get("window.leftWorks", title, others.size() + 1),
                List.of(new Banner.Action(Texts.get("window.openWork"), () -> opener.accept(work.place, () -> opened = work)),
                        new Banner.Action(Texts.get("window.throwAway"), () -> worker.execute(() -> {
                            new Autosave(work.file).clear();
                            offer(others, opener);
                        }))));
    }

    /// What was left behind and is open now is kept with this window from then on.
    private void settle(Work work) {
        Left left = opened;
        if (left != null && left.isIn(work)) {
            opened = null;
            new Autosave(left.file).clear();
        }
    }

    /// Work that a window left behind.
    private record Left(Path file, Place place) {
        /// Whether nothing of it is missing there.
        boolean isIn(Work work) {
            Progress trained = place.stands();
            Progress kept = work.progress();
            return work.document().experiment().equals(place.document().experiment())
                    && (trained == null || kept != null && goesOn(trained, kept));
        }

        /// Whether training that came to one state has since come to the other, as it may have by another run of the same
        /// experiment, too.
        private static boolean goesOn(Progress from, Progress to) {
            return to.own().count() >= from.own().count() && (to.step() == from.step()
                    ? Arrays.equals(to.parameters(), from.parameters())
                    : to.step() > from.step() && to.history().goesOnFrom(from.history()));
        }
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

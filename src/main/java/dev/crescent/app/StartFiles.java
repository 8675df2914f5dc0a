package dev.crescent.app;

import dev.crescent.ui.start.StartView;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The files of late on the start screen: what is known of them, and their pictures. All methods run on the JavaFX thread.
final class StartFiles {
    private static final int MOST = 4;

    private final StartView view;
    private final StartGallery gallery;
    private final StartPlayer player;
    private final Preferences preferences;
    private final Executor worker;
    private List<RecentFacts> shown = List.of();
    private boolean known; // whether the system was asked about those that are shown

    /// @param worker on which the system is asked: behind the gallery's trainings it would take seconds
    StartFiles(StartView view, StartGallery gallery, StartPlayer player, Preferences preferences, Executor worker) {
        this.view = view;
        this.gallery = gallery;
        this.player = player;
        this.preferences = preferences;
        this.worker = worker;
    }

    /// Lists them without knowing more than their names.
    void list() {
        show(recent().stream().map(path -> new RecentFacts(path, null, 0)).toList(), false);
    }

    /// Asks the system about them, then shows what it knows and has their pictures made.
    ///
    /// @param then called after that
    void ask(Runnable then) {
        List<Path> paths = recent();
        worker.execute(() -> {
            List<RecentFacts> facts = paths.stream().map(RecentFacts::of).toList();
            Platform.runLater(() -> {
                if (paths.equals(recent())) {
                    show(facts, true);
                }
                then.run();
            });
        });
    }

    /// Shows those that were opened or saved since, if there are any.
    void update() {
        if (!shown.stream().map(RecentFacts::path).toList().equals(recent())) {
            ask(() -> { });
        }
    }

    /// Forgets a file. It is gone from the list at once; another one may come in its place.
    void remove(Path file) {
        preferences.removeRecent(file);
        show(shown.stream().filter(each -> !each.path().equals(file)).toList(), known);
        ask(() -> { });
    }

    private List<Path> recent() {
        return preferences.recent().stream().limit(MOST).toList();
    }

    private void show(List<RecentFacts> facts, boolean asked) {
        shown = facts;
        known = asked;
        ZonedDateTime now = ZonedDateTime.now();
        view.showRecent(facts.stream().map(file -> asked ? file.shown(now) : file.listed()).toList());
        if (asked) {
            showPictures(facts);
        }
    }

    private void showPictures(List<RecentFacts> facts) {
        List<StartGallery.OfFile> pictures = facts.stream().filter(file -> file.written() != null)
                .map(StartGallery.OfFile::new).toList();
        gallery.keepFiles(pictures);
        for (StartGallery.OfFile picture : pictures) {
            gallery.make(picture, stopped -> StartPictures.ofFile(picture.facts().path()), true);
        }
        player.showFiles(pictures);
    }
}

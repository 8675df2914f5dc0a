package dev.crescent.app;

import dev.crescent.data.digits.Drawing;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.ui.start.StartView;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.Zoom;
import java.nio.file.Path;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The start screen, in the place of the room: what is on the bench stays there, and trains on or waits as it did. All
/// methods run on the JavaFX thread.
final class StartRoom implements AutoCloseable {
    /// Frames that are drawn before anything is computed.
    private static final int FIRST_FRAMES = 3;

    private final Doors doors;
    private final FileActions files;
    private final Runnable preferencesChanged;
    private final Presenting presenting;
    private final StartView view = new StartView(StartOffer.ALL.stream().map(StartOffer::card).toList());
    private final StartGallery gallery;
    private final StartPlayer player;
    private final StartFiles recent;
    private final StartPad pad;
    private Palette palette = Palette.of(Theme.LIGHT);
    private StartGallery.@Nullable Look look;
    private @Nullable Experiment entered; // what was on the bench then
    private int frames; // since it was entered

    /// The ways that lead away from here.
    interface Doors {
        /// Back to the room and what is on the bench.
        void leave();

        /// To the race of optimizers down a function.
        void race();

        /// To the digit room with a drawing, which may be empty.
        void digits(Drawing drawn);
    }

    /// @param preferencesChanged called when the list of files has changed
    StartRoom(Doors doors, Tools tools, Preferences preferences, Runnable preferencesChanged, Presenting presenting) {
        this.doors = doors;
        this.files = tools.files();
        this.preferencesChanged = preferencesChanged;
        this.presenting = presenting;
        this.gallery = new StartGallery(tools.failures()::report);
        this.player = new StartPlayer(view, gallery);
        this.recent = new StartFiles(view, gallery, player, preferences, tools.worker());
        this.pad = new StartPad(view, new StartReader(new CpuEngine(1), tools.failures()::report), tools);
        view.setListener(new Input());
    }

    Region content() {
        return view;
    }

    void setTheme(Theme theme) {
        palette = Palette.of(theme);
        view.setTheme(palette);
    }

    /// Shows the lessons as they are now.
    void showLessons() {
        view.showLessons(presenting.lessons());
    }

    /// Shows what a talk has changed: the lessons that were seen, and that one of the user's own was opened.
    void update() {
        showLessons();
        recent.update();
    }

    /// It is shown from now on. Pictures come when it has been drawn.
    ///
    /// @param onBench what is there
    void enter(Experiment onBench) {
        entered = onBench;
        frames = 0;
        gallery.setSeen(true);
        showLessons();
        recent.list();
        view.enter();
    }

    /// Whether there is something else on the bench by now, such as a table that was dropped.
    boolean isOutdated(Experiment onBench) {
        return !onBench.equals(entered);
    }

    /// It is not shown any more.
    void leave() {
        gallery.setSeen(false);
        player.stop();
    }

    /// Escape goes back to the room. What trains otherwise does nothing here, where nobody would see it.
    boolean take(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        switch (event.getCode()) {
            case ESCAPE -> doors.leave();
            case SPACE, S, R -> { }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Takes back the last step on the pad, if the keyboard is there.
    void undo() {
        pad.undo();
    }

    void redo() {
        pad.redo();
    }

    /// Brings it up to date; called once a frame while it is shown.
    void frame(long now) {
        frames = Math.min(frames + 1, FIRST_FRAMES + 1);
        StartGallery.Look wanted = look();
        if (frames >= FIRST_FRAMES && wanted != null && !wanted.equals(look)) {
            look = wanted;
            gallery.setLook(wanted);
        }
        if (frames == FIRST_FRAMES) {
            makePictures();
        }
        player.frame(look, now);
        pad.frame();
    }

    /// How pictures are to be painted; null before there is any room for them.
    private StartGallery.@Nullable Look look() {
        if (view.pictureWidth() < 2 || view.pictureHeight() < 2) {
            return null;
        }
        double density = Zoom.density(view);
        return new StartGallery.Look(palette, (int) Math.round(density * view.pictureWidth()),
                (int) Math.round(density * view.pictureHeight()), (int) Math.round(density * StartView.fileSide()), density);
    }

    private void makePictures() {
        for (int i = 0; i < StartOffer.ALL.size(); i++) {
            StartOffer offer = StartOffer.ALL.get(i);
            gallery.make(new StartGallery.OfCard(i), stopped -> offer.first().get(), false);
        }
        recent.ask(() -> { // what takes longest comes last
            for (int i = 0; i < StartOffer.ALL.size(); i++) {
                gallery.make(new StartGallery.OfCard(i), StartOffer.ALL.get(i).then()::apply, true);
            }
        });
    }

    @Override
    public void close() {
        gallery.close();
        pad.close();
    }

    /// What the user does.
    private final class Input implements StartView.Listener {
        @Override
        public void cardChosen(int card) {
            String example = StartOffer.ALL.get(card).example();
            if (example.isEmpty()) {
                doors.race();
            } else {
                files.example(example);
            }
        }

        @Override
        public void playWanted(int card) {
            player.play(card);
        }

        @Override
        public void playEnded() {
            player.stop();
        }

        @Override
        public void openPressed() {
            files.open();
        }

        @Override
        public void newPressed() {
            files.create();
        }

        @Override
        public void digitRoomWanted() {
            doors.digits(pad.drawing());
        }

        @Override
        public void lessonWanted(int lesson) {
            presenting.tour(lesson);
        }

        @Override
        public void recentChosen(Path file) {
            files.openAgain(file);
        }

        @Override
        public void recentRemoved(Path file) {
            recent.remove(file);
            preferencesChanged.run();
        }
    }
}

package dev.crescent.app;

import dev.crescent.data.digits.Drawing;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Data;
import dev.crescent.ui.Texts;
import dev.crescent.ui.bars.SettingsBar;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What a window shows between its bars: a room, or in its place the start screen or the race of the engines. All but the
/// playground are made when they are entered first: who comes for points does not wait for digits. All methods run on the
/// JavaFX thread.
final class RoomViews implements AutoCloseable {
    /// The experiment that the digit room begins with.
    private static final String DIGITS = "digits";

    private final Tools tools;
    private final Workbench bench;
    private final RunPath path;
    private final WindowBars bars;
    private final SettingsBar settings;
    private final Marker marker;
    private final Rooms rooms;
    private final ImageChoices choices;
    private final StackPane content = new StackPane();
    private final PlaygroundRoom playground;
    private final StartRoom start;
    private @Nullable DigitsRoom digits; // null until it is entered
    private @Nullable DescentRoom descent; // likewise
    private @Nullable EngineRoom engines; // likewise
    private boolean racingEngines; // whether that is shown, over the room
    private boolean atStart; // likewise
    private int imagesShown;
    private Theme theme = Theme.LIGHT;

    /// Marks in the rail where the window is.
    interface Marker {
        /// @param room null for the start screen
        /// @param panels whether the room's panels are there, which can be folded
        void show(Rooms.@Nullable Room room, boolean panels);
    }

    /// @param path of the run on the bench
    /// @param keepWaiting called with what waits from now on, null for none, so that it is not lost
    /// @param marker told what is shown
    RoomViews(Tools tools, RunPath path, PlaygroundRoom playground, WindowBars bars, SettingsBar settings, Preferences preferences,
            Runnable preferencesChanged, Presenting presenting, Consumer<@Nullable Place> keepWaiting,
            Marker marker) {
        this.tools = tools;
        this.bench = tools.bench();
        this.path = path;
        this.playground = playground;
        this.bars = bars;
        this.settings = settings;
        this.marker = marker;
        FileActions files = tools.files();
        rooms = new Rooms(bench, this::showRoom, read -> files.example(DIGITS, read), keepWaiting);
        choices = new ImageChoices(bench, files, () -> files.example(DIGITS, this::openTrained));
        start = new StartRoom(new Doors(), tools, preferences, preferencesChanged, presenting);
        content.getChildren().setAll(playground.panels());
    }

    Region content() {
        return content;
    }

    Rooms rooms() {
        return rooms;
    }

    boolean isAtStart() {
        return atStart;
    }

    void setTheme(Theme next) {
        theme = next;
        playground.setTheme(next);
        start.setTheme(next);
        if (digits != null) {
            digits.setTheme(next);
        }
        if (descent != null) {
            descent.setTheme(next);
        }
        if (engines != null) {
            engines.setTheme(next);
        }
    }

    private DigitsRoom digits() {
        DigitsRoom made = digits;
        if (made == null) {
            made = new DigitsRoom(tools, new CpuEngine(), playground.downloads());
            made.setTheme(theme);
            digits = made;
        }
        return made;
    }

    private DescentRoom descent() {
        DescentRoom made = descent;
        if (made == null) {
            made = new DescentRoom(bench, path, tools.failures(), this::showTransport);
            made.setTheme(theme);
            descent = made;
        }
        return made;
    }

    /// The race of the engines if that is shown, else null.
    private @Nullable EngineRoom race() {
        return racingEngines ? engines : null;
    }

    /// Goes to a room, whatever is shown.
    void enter(Rooms.Room next) {
        leaveEngines();
        leaveStart();
        rooms.enter(next);
    }

    /// Shows the race of the engines in the place of the room.
    void raceEngines() {
        if (racingEngines) {
            return;
        }
        EngineRoom made = engines;
        if (made == null) {
            made = new EngineRoom(bench, tools.failures(), this::leaveEngines);
            made.setTheme(theme);
            engines = made;
        }
        leaveRoom();
        racingEngines = true;
        marker.show(rooms.current(), false);
        content.getChildren().setAll(made.content());
        showTransport();
        made.enter();
    }

    private void leaveEngines() {
        if (racingEngines) {
            showRoom(rooms.current());
        }
    }

    /// Shows the start screen in the place of the room.
    void showStart() {
        if (!atStart) {
            leaveEngines();
            leaveRoom();
            atStart = true;
            content.getChildren().setAll(start.content());
            marker.show(null, false);
            showTransport();
            start.enter(bench.experiment());
        }
    }

    void leaveStart() {
        if (atStart) {
            atStart = false;
            start.leave();
            showRoom(rooms.current());
        }
    }

    private void leaveRoom() {
        switch (rooms.current()) {
            case PLAYGROUND -> playground.leave();
            case DIGITS -> digits().leave();
            case DESCENT -> descent().leave();
        }
    }

    private void showRoom(Rooms.Room next) {
        if (atStart) {
            return; // it is shown when the user leaves the start screen
        }
        EngineRoom race = race();
        if (race != null) {
            racingEngines = false;
            race.leave();
        }
        if (next != Rooms.Room.PLAYGROUND) {
            playground.leave();
        }
        if (digits != null && next != Rooms.Room.DIGITS) {
            digits.leave();
        }
        if (descent != null && next != Rooms.Room.DESCENT) {
            descent.leave();
        }
        marker.show(next, next == Rooms.Room.PLAYGROUND);
        settings.showForImages(next == Rooms.Room.DIGITS);
        switch (next) {
            case PLAYGROUND -> content.getChildren().setAll(playground.panels());
            case DIGITS -> {
                bench.playhead().live(); // that room has no timeline
                content.getChildren().setAll(digits().content());
                digits().enter();
                showImages();
            }
            case DESCENT -> {
                content.getChildren().setAll(descent().content());
                descent().enter();
            }
        }
        showTransport();
    }

    /// What is run in the descent room has the bars.
    private void showTransport() {
        EngineRoom race = race();
        boolean down = !atStart && race == null && rooms.current() == Rooms.Room.DESCENT;
        bars.setShown(!atStart);
        if (down) {
            bars.showRoom(descent().bar(), descent().transport());
        } else {
            bars.showRoom(null, race == null ? List.of() : race.transport());
        }
    }

    /// What there are pictures of that only the room has.
    List<ShownView> pictures() {
        EngineRoom engineRace = race();
        if (engineRace != null) {
            return engineRace.pictures();
        }
        if (atStart) {
            return List.of();
        }
        return switch (rooms.current()) {
            case PLAYGROUND -> playground.pictures();
            case DIGITS -> digits().pictures();
            case DESCENT -> descent().pictures();
        };
    }

    /// What is on the bench is something else, or was changed.
    void documentChanged() {
        if (engines != null && engines.isOutdated()) {
            leaveEngines();
        }
        if (atStart && start.isOutdated(bench.experiment())) {
            leaveStart();
        }
    }

    /// Brings what is shown up to date; called once a frame.
    void frame(long now) {
        EngineRoom race = race();
        if (atStart) {
            start.frame(now);
        } else if (race != null) {
            race.frame();
        } else {
            frameOfRoom(now);
        }
    }

    private void frameOfRoom(long now) {
        switch (rooms.current()) {
            case PLAYGROUND -> playground.frame(now);
            case DIGITS -> {
                digits().frame(now);
                if (digits().imageCount() != imagesShown) {
                    showImages();
                }
            }
            case DESCENT -> descent().frame(now);
        }
    }

    /// Says in the settings which networks and images there are, as soon as a room for images was entered.
    void showImages() {
        DigitsRoom shown = digits;
        if (shown != null) {
            imagesShown = shown.imageCount();
            shown.setNetwork(choices.network());
            settings.showImages(choices.network(), choices.networks(), choices.set(), choices.sets(),
                    imagesShown == 0 ? Texts.get("set.browseAll") : Texts.get("set.browse", imagesShown));
        }
    }

    /// Shows all images of the data set.
    void browseImages() {
        digits().browse();
    }

    /// Shows the lessons of the start screen as they are now.
    void showLessons() {
        start.showLessons();
    }

    /// The window's own content is seen again after a talk.
    void afterTalk() {
        if (atStart) {
            start.update();
        }
    }

    /// The network that comes trained, on the digits that are on the bench.
    private void openTrained(Place place) {
        Data data = bench.experiment().data();
        bench.open(DigitReader.suits(bench.experiment()) && !Workbench.isOfClothes(data.source())
                ? new Place(Document.begun(place.document().experiment().withData(data)), null, place.weights()) : place);
    }

    /// Takes back what was done last, on the pad if the keyboard is there.
    void undo() {
        if (atStart) {
            start.undo();
        } else if (digits == null || !digits.undo()) {
            bench.undo();
        }
    }

    void redo() {
        if (atStart) {
            start.redo();
        } else if (digits == null || !digits.redo()) {
            bench.redo();
        }
    }

    /// What stands at the foot of what is shown and has to stay in reach, in pixels.
    double foot() {
        return digits != null && rooms.current() == Rooms.Room.DIGITS && !racingEngines && !atStart ? digits.foot() : 0;
    }

    /// Takes a key that means something else in what is shown.
    ///
    /// @return whether it was its to take
    boolean take(KeyEvent event) {
        EngineRoom race = race();
        if (atStart) {
            return start.take(event);
        }
        if (race != null) {
            return race.take(event);
        }
        return switch (rooms.current()) {
            case PLAYGROUND -> event.getCode() == KeyCode.ESCAPE && playground.shrink() || playground.take(event);
            case DIGITS -> false;
            case DESCENT -> descent().take(event);
        };
    }

    /// Takes a key that nothing else in the window has taken.
    void takeElsewhere(KeyEvent event) {
        if (digits != null && rooms.current() == Rooms.Room.DIGITS && !racingEngines && !atStart) {
            digits.keyElsewhere(event);
        }
    }

    @Override
    public void close() {
        playground.close();
        if (digits != null) {
            digits.close();
        }
        if (descent != null) {
            descent.close();
        }
        if (engines != null) {
            engines.close();
        }
        start.close();
    }

    /// The ways from the start screen.
    private final class Doors implements StartRoom.Doors {
        @Override
        public void leave() {
            leaveStart();
        }

        @Override
        public void race() {
            descent().showFunction(StartPictures.RACED);
            enter(Rooms.Room.DESCENT);
        }

        @Override
        public void digits(Drawing drawn) {
            enter(Rooms.Room.DIGITS);
            if (!drawn.isEmpty()) {
                RoomViews.this.digits().take(drawn);
            }
        }
    }
}

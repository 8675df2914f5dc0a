package dev.crescent.ui.bars;

import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar at the bottom: the run's moments, to be gone back to, played, gone on from and filmed.
public final class TimelineBar extends HBox {
    /// How many times as fast as the usual playback, which takes ten seconds for the whole run.
    private static final double[] SPEEDS = {0.25, 0.5, 1, 2, 4};
    private static final double READOUT = 164;

    private final Button start = icon(Feather.SKIP_BACK, "timeline.start");
    private final Button play = icon(Feather.PLAY, "timeline.play");
    private final MenuButton speed = new MenuButton(speedName(1));
    private final TimelineSlider slider = new TimelineSlider();
    private final Label epoch = new Label();
    private final Label last = muted("");
    private final Label step = muted("");
    private final HBox pill = new HBox(6);
    private final Region dot = new Region();
    private final Label live = new Label();
    private final Button branch = new Button(Texts.get("timeline.branch"), new FontIcon(Feather.GIT_BRANCH));
    private final FilmControl film = new FilmControl();
    private Listener listener = new Listener() {};
    private boolean playing;

    public TimelineBar() {
        getStyleClass().add("timeline-bar");
        setId("timeline");
        start.setOnAction(e -> listener.stepped(-slider.state().epochs().length));
        play.setOnAction(e -> listener.playPressed());
        setUpSpeed();
        slider.setOn(to -> listener.scrubbed(to), by -> listener.stepped(by));
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label name = new Label(Texts.get("timeline.name"));
        name.getStyleClass().add("value");
        name.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(start, play, speed, name, slider, readout(), stateOrBranch(), film);
        show(TimelineState.EMPTY);
    }

    /// What the user wants; every method may be left out.
    public interface Listener {
        /// The moment nearest to an epoch is to be shown; the newest where it is infinite.
        default void scrubbed(double epoch) {}

        /// A moment so many after the one that is shown, or before where it is negative.
        default void stepped(int by) {}

        /// To play the run from the moment that is shown, or to stop that.
        default void playPressed() {}

        /// @param factor 1 plays the whole run in ten seconds
        default void speedChosen(double factor) {}

        /// To train on from the moment that is shown.
        default void branchPressed() {}

        /// To film the run.
        ///
        /// @param number of the picture among those that were offered
        default void filmWanted(int number) {}

        default void filmCancelled() {}
    }

    public void setListener(Listener next) {
        listener = next;
        film.setOn(next::filmWanted, next::filmCancelled);
    }

    public void setTheme(Palette colors) {
        slider.setTheme(colors);
    }

    /// Shows where the run stands, and which of its moments is shown.
    public void show(TimelineState state) {
        slider.show(state);
        epoch.setText(state.live() ? Counts.epochs(state.epoch(), state.stepsPerEpoch(), false)
                : Counts.moment(state.epoch(), state.last()));
        last.setText(Texts.get("timeline.of", Counts.epochs(state.last(), state.stepsPerEpoch(), false)));
        String steps = Texts.get("timeline.step", Numbers.fixed(state.step(), 0));
        step.setText(steps);
        epoch.getTooltip().setText(steps);
        start.setDisable(!state.hasPast());
        play.setDisable(!state.hasPast());
        film.setDisable(!state.hasPast());
        pill.setVisible(state.live());
        dot.setVisible(state.running());
        dot.setManaged(state.running());
        live.setText(Texts.get(state.running() ? "timeline.live" : "timeline.newest"));
        branch.setVisible(!state.live());
    }

    /// An epoch that is looked back at, in a sentence.
    public static String epochText(double epoch) {
        return Counts.moment(epoch, epoch);
    }

    /// Whether the run is being played.
    public void showPlaying(boolean now) {
        if (playing != now) {
            playing = now;
            ((FontIcon) play.getGraphic()).setIconCode(now ? Feather.PAUSE : Feather.PLAY);
            String key = now ? "timeline.pause" : "timeline.play";
            play.setAccessibleText(Texts.get(key));
            play.getTooltip().setText(Texts.get(key + "Hint"));
        }
    }

    /// The pictures that the run can be filmed as.
    public void offerFilms(List<String> names) {
        film.offer(names);
    }

    /// How much of a film is done, from 0 to 1; NaN while there is none.
    public void showFilming(double share) {
        film.show(share);
    }

    /// Whether there is room for what is only good to know.
    public void setWide(boolean wide) {
        step.setVisible(wide);
        step.setManaged(wide);
    }

    private void setUpSpeed() {
        speed.setId("timeline.speed");
        speed.getStyleClass().addAll("icon-button", "timeline-speed");
        speed.setTooltip(new Tooltip(Texts.get("timeline.speedHint")));
        speed.setAccessibleText(Texts.get("timeline.speed"));
        for (double factor : SPEEDS) {
            MenuItem item = new MenuItem(speedName(factor));
            item.setOnAction(e -> {
                speed.setText(speedName(factor));
                listener.speedChosen(factor);
            });
            speed.getItems().add(item);
        }
    }

    private static String speedName(double factor) {
        return Texts.get("timeline.times", Numbers.exact(factor));
    }

    private HBox readout() {
        epoch.setId("timeline.epoch");
        epoch.getStyleClass().add("value");
        epoch.setMinWidth(USE_PREF_SIZE);
        epoch.setTooltip(new Tooltip());
        last.setId("timeline.last");
        step.setId("timeline.step");
        step.setMinWidth(96);
        step.setAlignment(Pos.CENTER_RIGHT);
        setWide(false);
        HBox readout = new HBox(4, muted(Texts.get("timeline.epoch")), epoch, last, step) {
            /// Digits that come and go do not move the slider, unless they would be painted over it.
            @Override
            protected double computeMinWidth(double height) {
                return Math.max(READOUT, computePrefWidth(height));
            }
        };
        readout.getStyleClass().add("timeline-readout");
        readout.setAlignment(Pos.CENTER_RIGHT);
        return readout;
    }

    /// One of two, in the same room, so that the slider stays where it is under the mouse.
    private StackPane stateOrBranch() {
        dot.getStyleClass().add("live-dot");
        pill.getStyleClass().add("pill");
        pill.setId("timeline.live");
        pill.setAlignment(Pos.CENTER);
        pill.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        pill.getChildren().setAll(dot, live);
        live.setTooltip(new Tooltip(Texts.get("timeline.liveHint")));
        branch.setId("timeline.branch");
        branch.getStyleClass().add("small-control");
        branch.setMinWidth(USE_PREF_SIZE);
        branch.setTooltip(new Tooltip(Texts.get("timeline.branchHint")));
        branch.setOnAction(e -> listener.branchPressed());
        StackPane both = new StackPane(pill, branch);
        both.setAlignment(Pos.CENTER_RIGHT);
        both.setMinWidth(USE_PREF_SIZE);
        return both;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Button icon(Feather icon, String key) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(key);
        button.getStyleClass().addAll("icon-button", "small-control");
        button.setAccessibleText(Texts.get(key));
        button.setTooltip(new Tooltip(Texts.get(key + "Hint")));
        return button;
    }
}

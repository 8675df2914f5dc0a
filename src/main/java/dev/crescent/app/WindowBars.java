package dev.crescent.app;

import dev.crescent.train.Snapshot;
import dev.crescent.ui.Texts;
import dev.crescent.ui.bars.SettingsBar;
import dev.crescent.ui.bars.Strip;
import dev.crescent.ui.bars.TimelineBar;
import dev.crescent.ui.bars.TopBar;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The rows above the room and the timeline below it. Where a race is shown it has them to itself: training's settings and
/// its timeline are not about it, and training waits. All methods run on the JavaFX thread.
final class WindowBars {
    /// Numbers that change faster than this cannot be read.
    private static final long COUNTER_NANOS = 100_000_000;
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
    private static final long NONE = -1;

    private final Workbench bench;
    private final RunActions run;
    private final TopBar top;
    private final SettingsBar settings;
    private final VBox above;
    private final Map<Region, Strip> strips = new IdentityHashMap<>();
    private final TimelineBar timelineBar = new TimelineBar();
    private final Strip below = new Strip(timelineBar);
    private final TimelinePresenter timeline;
    private final Consumer<String> tell;
    private boolean racing; // whether a race is shown
    private long waitingRun = NONE; // the run that waits until the race is left
    private boolean wasRunning;
    private long countedAt;

    /// @param tell tells the user a sentence
    WindowBars(Workbench bench, RunActions run, TopBar top, SettingsBar settings, FilmActions films, Consumer<String> tell) {
        this.bench = bench;
        this.run = run;
        this.top = top;
        this.settings = settings;
        this.tell = tell;
        timeline = new TimelinePresenter(bench, run, timelineBar, films, tell);
        above = new VBox(strip(top), strip(settings));
        above.getStyleClass().add("bars");
    }

    Region above() {
        return above;
    }

    Region below() {
        return below;
    }

    /// Where it has too little room, a bar goes on beyond the window's edge.
    private Strip strip(Region bar) {
        return strips.computeIfAbsent(bar, Strip::new);
    }

    void setTheme(Theme theme) {
        top.setTheme(theme);
        timelineBar.setTheme(Palette.of(theme));
        timeline.setTheme(theme);
    }

    /// Whether there is room for more, and for larger rows.
    void setWide(boolean wide) {
        above.pseudoClassStateChanged(WIDE, wide);
        timelineBar.pseudoClassStateChanged(WIDE, wide);
        timelineBar.setWide(wide);
    }

    /// Whether there is anything that they are about; the timeline follows in the next frame.
    void setShown(boolean shown) {
        above.setVisible(shown);
        above.setManaged(shown);
    }

    /// Shows the rows of a room.
    ///
    /// @param bar the room's own; null for none
    /// @param transport what runs what the room shows; empty where that is the training on the bench
    void showRoom(@Nullable Region bar, List<Node> transport) {
        boolean was = racing;
        racing = !transport.isEmpty();
        if (was != racing) {
            yieldToRace();
        }
        top.setTransport(transport);
        List<Node> rows = new ArrayList<>(List.of(strip(top)));
        if (bar != null) {
            rows.add(strip(bar)); // above the settings, so that it stays where it is when they go
        }
        if (!racing) {
            rows.add(strip(settings));
        }
        if (!above.getChildren().equals(rows)) {
            above.getChildren().setAll(rows);
        }
    }

    /// Training that nobody sees would take from the race what both need: it waits, and goes on afterwards.
    private void yieldToRace() {
        Snapshot newest = bench.trainer().latest();
        if (newest == null) {
            return;
        }
        if (racing && run.isRunning()) {
            run.pause();
            waitingRun = newest.run();
            tell.accept(Texts.get("window.trainingWaits"));
        } else if (!racing && newest.run() == waitingRun) {
            run.go();
        }
        if (!racing) {
            waitingRun = NONE;
        }
    }

    /// Brings the counters and the timeline up to date; called once a frame, before the room is.
    ///
    /// @param newest what the playhead has seen
    /// @param timed whether the room has a timeline
    void frame(@Nullable Snapshot newest, boolean timed, long now) {
        timeline.play(now);
        // What was asked for shows at once, though the first steps of a large network may take seconds.
        boolean running = run.isRunning();
        // The numbers above and below are of one moment.
        boolean due = now - countedAt >= COUNTER_NANOS || running != wasRunning;
        boolean there = timed && !racing;
        if (timelineBar.isVisible() != there) {
            timelineBar.setVisible(there);
        }
        if (there) {
            timeline.frame(due);
        }
        if (newest != null && due) {
            wasRunning = running;
            countedAt = now;
            Snapshot shown = Objects.requireNonNullElse(bench.playhead().held(), newest);
            top.show(running, shown.epoch(), shown.stepsPerEpoch(), newest.samplesPerSecond());
        }
        top.showEarlier(!bench.playhead().isLive());
    }
}

package dev.crescent.ui.bars;

import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.insight.race.Finish;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The settings of a race on the network: its finish, its start, and one more optimizer; and what runs it.
public final class NetworkRaceBar extends HBox {
    private static final double USUAL = 60;
    /// Steps a second just before there is no limit.
    private static final double FASTEST = 2000;
    private static final List<Double> LOSSES = List.of(0.5, 0.3, 0.2, 0.1, 0.08, 0.05, 0.02, 0.01, 0.001);
    private static final List<Double> ACCURACIES = List.of(0.8, 0.9, 0.95, 0.98, 0.99, 1.0);
    private static final int STARTS = 8;
    private static final double MOST_LOSS = 1e6;

    private final SettingButton finish = new SettingButton(Texts.get("networkRace.finish"), Texts.get("networkRace.finishHint"));
    private final SettingButton start = new SettingButton(Texts.get("networkRace.start"), Texts.get("networkRace.startHint"));
    private final RaceControls controls = new RaceControls("networkRace", USUAL, FASTEST, false);
    private final ToggleButton replay = new ToggleButton(Texts.get("networkRace.replay"), new FontIcon(Feather.REPEAT));
    private final List<Node> transport;
    private Listener listener = new Listener() {};

    public NetworkRaceBar() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        finish.setId("networkRace.finish");
        start.setId("networkRace.start");
        replay.setId("networkRace.replay");
        replay.setMinWidth(Region.USE_PREF_SIZE);
        Hint.give(replay, Texts.get("networkRace.replayHint"));
        replay.setOnAction(e -> listener.replaySwitched(replay.isSelected()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.SOMETIMES);
        getChildren().setAll(finish, start, space, controls.add());
        transport = controls.transport(replay);
    }

    /// What runs the race, for the bar on top.
    public List<Node> transport() {
        return transport;
    }

    /// What the user wants; every method may be left out.
    public interface Listener extends RaceControls.Listener {
        default void finishChosen(Finish next) {}

        /// Another start is wanted.
        default void startChosen(long seed) {}

        default void replaySwitched(boolean on) {}
    }

    public void setListener(Listener next) {
        listener = next;
        controls.setListener(next);
    }

    /// Steps a second; infinite for no limit.
    public double stepsPerSecond() {
        return controls.stepsPerSecond();
    }

    /// Shows the finish in force, and others.
    ///
    /// @param accuracies whether the data have classes
    public void showFinish(Finish now, boolean accuracies) {
        List<SettingButton.Choice> choices = new ArrayList<>();
        LOSSES.forEach(loss -> choices.add(choice(Finish.atLoss(loss))));
        if (accuracies) {
            ACCURACIES.forEach(accuracy -> choices.add(choice(Finish.atAccuracy(accuracy))));
        }
        finish.show(name(now), name(now), choices);
        finish.addForm(Texts.get("networkRace.finishOwn"), rows -> rows.getChildren().add(new NumberRow(
                Texts.get("networkRace.finishLossName"), Texts.get("networkRace.finishHint"),
                now.measure() == Finish.Measure.LOSS ? now.value() : LOSSES.getLast(), this::takeLoss)));
    }

    private void takeLoss(double loss) {
        if (!(loss > 0)) {
            throw new InvalidSettingException("", "must be above 0, is " + Numbers.exact(loss));
        }
        listener.finishChosen(Finish.atLoss(NumberRow.within(loss, MOST_LOSS)));
    }

    private SettingButton.Choice choice(Finish of) {
        return new SettingButton.Choice(name(of), () -> listener.finishChosen(of));
    }

    private static String name(Finish of) {
        return of.measure() == Finish.Measure.LOSS ? Texts.get("networkRace.finishLoss", Numbers.tick(of.value()))
                : Texts.get("networkRace.finishAccuracy", Numbers.percent(of.value(), 0));
    }

    /// Shows the start in force, and others.
    ///
    /// @param own seed of the network on the bench
    public void showStart(long now, long own) {
        List<SettingButton.Choice> choices = LongStream.range(0, STARTS).map(i -> own + i)
                .mapToObj(seed -> new SettingButton.Choice(name(seed), () -> listener.startChosen(seed))).toList();
        start.show(name(now), name(now), choices);
    }

    private static String name(long seed) {
        return Texts.get("networkRace.seed", Long.toString(seed));
    }

    public void showRunning(boolean running) {
        controls.showRunning(running);
    }

    /// Whether one more optimizer may join.
    public void showRoom(boolean room) {
        controls.showRoom(room);
    }

    /// @param possible whether there is anything to show again
    public void showReplay(boolean on, boolean possible) {
        replay.setSelected(on);
        replay.setDisable(!possible);
    }
}

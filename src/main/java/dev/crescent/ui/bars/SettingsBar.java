package dev.crescent.ui.bars;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Task;
import dev.crescent.experiment.Training;
import dev.crescent.train.StopCondition;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How the network is trained: learning rate, optimizer, activation, loss, regularization, batch size, when to stop,
/// engine.
public final class SettingsBar extends HBox {
    private final SettingButton network = new SettingButton(Texts.get("set.network"), Texts.get("set.networkHint"));
    private final SettingButton data = new SettingButton(Texts.get("set.data"), Texts.get("set.dataHint"));
    private final Button browse = new Button("", new FontIcon(Feather.GRID));
    private final SettingButton rate = new SettingButton(Texts.get("set.rate"), Texts.get("set.rateHint"));
    private final SettingButton optimizer = new SettingButton(Texts.get("set.optimizer"), Texts.get("set.optimizerHint"));
    private final SettingButton activation =
            new SettingButton(Texts.get("set.activation"), Texts.get("set.activationHint"));
    private final SettingButton loss = new SettingButton(Texts.get("set.loss"), Texts.get("set.lossHint"));
    private final SettingButton penalty = new SettingButton(Texts.get("set.penalty"), Texts.get("set.penaltyHint"));
    private final SettingButton batch = new SettingButton(Texts.get("set.batch"), Texts.get("set.batchHint"));
    private final SettingButton stop = new SettingButton(Texts.get("set.stop"), Texts.get("set.stopHint"));
    private final SettingButton engine = new SettingButton(Texts.get("set.engine"), Texts.get("set.engineHint"));

    private final EngineMenu engines = new EngineMenu(engine, this::setEngine, () -> listener().enginesWanted(),
            () -> listener().engineRaceWanted());

    private Experiment experiment = Experiment.defaults();
    private Task task = Task.CLASSIFICATION;
    private int classes = 2;
    private StopCondition stopAt = StopCondition.NEVER;
    private Listener listener = new Listener() {};

    public SettingsBar() {
        getStyleClass().add("settings-bar");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        browse.setId("settings.browse");
        browse.setMinWidth(Region.USE_PREF_SIZE);
        Hint.give(browse, Texts.get("set.browseHint"));
        browse.setOnAction(e -> listener.browseWanted());
        getChildren().setAll(network, data, rate, optimizer, activation, loss, penalty, batch, space, browse, stop, engine);
        showForImages(false);
        show(experiment, task, classes);
    }

    @Override
    protected void layoutChildren() {
        leaveOutNames();
        super.layoutChildren();
    }

    /// Without any name.
    @Override
    protected double computeMinWidth(double height) {
        return bareWidth() + settings().mapToDouble(setting -> setting.stackedWidth(false)).sum();
    }

    private Stream<SettingButton> settings() {
        return getManagedChildren().stream().filter(SettingButton.class::isInstance).map(SettingButton.class::cast);
    }

    private double bareWidth() {
        double needed = getManagedChildren().stream()
                .mapToDouble(node -> node instanceof SettingButton setting ? setting.bareWidth() : node.minWidth(-1)).sum();
        return needed + getSpacing() * (getManagedChildren().size() - 1) + getInsets().getLeft() + getInsets().getRight();
    }

    /// Where the window is too narrow for all names beside their values, names stand above them. Where it is too narrow for that,
    /// too, those go first that are known by their value; of the others short ones come back where a longer one has left room.
    private void leaveOutNames() {
        List<SettingButton> knownByValue = List.of(loss, activation, optimizer);
        List<SettingButton> all = Stream.concat(knownByValue.stream(), Stream.of(penalty, stop, engine, batch, rate, data, network))
                .filter(Node::isManaged).toList();
        double bare = bareWidth();
        boolean stacked = bare + all.stream().mapToDouble(SettingButton::nameWidth).sum() > getWidth();
        Set<SettingButton> named = new HashSet<>(all);
        if (stacked) {
            double needed = bare + all.stream().mapToDouble(setting -> setting.stackedWidth(true)).sum();
            for (SettingButton setting : all) {
                if (needed > getWidth()) {
                    named.remove(setting);
                    needed -= cost(setting);
                }
            }
            for (SettingButton setting : all.reversed()) {
                if (!named.contains(setting) && !knownByValue.contains(setting) && needed + cost(setting) <= getWidth()) {
                    named.add(setting);
                    needed += cost(setting);
                }
            }
        }
        all.forEach(setting -> {
            setting.setStacked(stacked);
            setting.setNamed(named.contains(setting));
        });
    }

    /// Of a name above its value.
    private static double cost(SettingButton setting) {
        return setting.stackedWidth(true) - setting.stackedWidth(false);
    }

    /// What the user sets; every method may be left out.
    public interface Listener {
        /// Another setting is wanted.
        ///
        /// @param what changed, a few words
        default void experimentChanged(Experiment next, String what) {}

        /// The images of the data set are to be seen.
        default void browseWanted() {}

        /// It is wanted what the engines run on; [SettingsBar#showEngines] says it, as soon as it is known.
        default void enginesWanted() {}

        /// The engines are to race.
        default void engineRaceWanted() {}

        /// Training is to pause by itself then.
        default void stopChanged(StopCondition condition) {}
    }

    public void setListener(Listener next) {
        listener = next;
    }

    private Listener listener() {
        return listener;
    }

    /// Shows which engines there are, and what is known of them.
    public void showEngines(List<EngineLine> lines) {
        engines.show(lines);
    }

    /// One thing to choose from.
    ///
    /// @param detail what the menu says of it beside its name; empty for nothing
    public record Option(String name, String detail, Runnable action) {}

    /// Shows what matters most with images: network and data in the place of activation, loss and regularization.
    public void showForImages(boolean images) {
        for (Node node : List.of(network, data, browse)) {
            node.setVisible(images);
            node.setManaged(images);
        }
        for (Node node : List.of(activation, loss, penalty, stop)) {
            node.setVisible(!images);
            node.setManaged(!images);
        }
    }

    /// Shows which network and data there are, and how many images.
    public void showImages(String networkName, List<Option> networks, String dataName, List<Option> sets, String browseText) {
        network.show(networkName, networkName, choices(networks));
        data.show(dataName, dataName, choices(sets));
        browse.setText(browseText);
    }

    private static List<SettingButton.Choice> choices(List<Option> options) {
        return options.stream().map(option -> new SettingButton.Choice(option.name(), option.detail(), option.action())).toList();
    }

    /// Shows an experiment's settings.
    ///
    /// @param ofClasses how many classes the data have; ignored for regression
    public void show(Experiment newest, Task ofTask, int ofClasses) {
        experiment = newest;
        task = ofTask;
        classes = ofClasses;
        Training training = newest.training();
        showRate(training.optimizer());
        showOptimizer(training.optimizer());
        showActivation();
        showLoss(training.loss());
        showPenalty(training);
        showBatch(training.batchSize());
        showStop();
        engines.show(newest.device());
    }

    private void showRate(Optimizer now) {
        String text = Numbers.exact(now.learningRate());
        rate.show(text, text, Choices.RATES.stream()
                .map(value -> new SettingButton.Choice(Numbers.exact(value), () -> setRate(value))).toList());
        rate.addForm(Texts.get("set.other"), form -> form.getChildren().setAll(
                new NumberRow(Texts.get("set.rate"), Texts.get("set.rateHint"),
                        experiment.training().optimizer().learningRate(), this::setRate)));
    }

    private void setRate(double value) {
        change(experiment.training().withOptimizer(experiment.training().optimizer().withLearningRate(value)),
                Texts.get("mark.rate", Numbers.exact(value)));
    }

    private void showOptimizer(Optimizer now) {
        List<SettingButton.Choice> choices = new ArrayList<>();
        for (Optimizer other : Choices.optimizers(now.learningRate())) {
            choices.add(new SettingButton.Choice(Choices.name(other),
                    () -> change(experiment.training().withOptimizer(other), Choices.name(other))));
        }
        optimizer.show(Choices.name(now), Choices.name(now), choices);
        optimizer.addForm(Texts.get("set.more"), form -> new OptimizerForm(() -> experiment, this::change).fill(form));
    }

    private void showActivation() {
        boolean hidden = experiment.model() instanceof Model.Network network && network.layers().size() > 1;
        String now = Choices.hiddenActivation(experiment).map(Activation::id)
                .orElse(Texts.get(hidden ? "set.mixed" : "set.none"));
        activation.show(now, now, Choices.HIDDEN.stream().map(a -> new SettingButton.Choice(a.id(), () ->
                listener.experimentChanged(Choices.withHiddenActivation(experiment, a), a.id()))).toList());
    }

    private void showLoss(Loss now) {
        List<SettingButton.Choice> choices = new ArrayList<>();
        for (Loss other : Choices.losses(task)) {
            Choices.withLoss(experiment, other, classes).ifPresent(next -> choices.add(new SettingButton.Choice(
                    name(other), () -> listener.experimentChanged(next, name(other)))));
        }
        loss.show(name(now), name(now), choices);
    }

    private static String name(Loss loss) {
        return Texts.get("loss." + loss.id());
    }

    private void showPenalty(Training now) {
        List<SettingButton.Choice> choices = new ArrayList<>();
        choices.add(new SettingButton.Choice(Texts.get("set.none"), () -> setPenalty(0, 0)));
        for (double value : Choices.PENALTIES) {
            choices.add(new SettingButton.Choice("L1 " + Numbers.exact(value), () -> setPenalty(value, 0)));
        }
        for (double value : Choices.PENALTIES) {
            choices.add(new SettingButton.Choice("L2 " + Numbers.exact(value), () -> setPenalty(0, value)));
        }
        String name = penaltyName(now.l1(), now.l2());
        penalty.show(name, name, choices);
        penalty.addForm(Texts.get("set.other"), this::fillPenalties);
    }

    private void fillPenalties(VBox form) {
        form.getChildren().setAll(
                new NumberRow("L1", Texts.get("set.l1Hint"), experiment.training().l1(),
                        value -> setPenalty(value, experiment.training().l2())),
                new NumberRow("L2", Texts.get("set.l2Hint"), experiment.training().l2(),
                        value -> setPenalty(experiment.training().l1(), value)));
    }

    private void setPenalty(double l1, double l2) {
        change(experiment.training().withPenalty(l1, l2), penaltyName(l1, l2));
    }

    private static String penaltyName(double l1, double l2) {
        if (l1 > 0 && l2 > 0) {
            return "L1 " + Numbers.exact(l1) + " L2 " + Numbers.exact(l2);
        }
        return l1 > 0 ? "L1 " + Numbers.exact(l1) : l2 > 0 ? "L2 " + Numbers.exact(l2) : Texts.get("set.none");
    }

    private void showBatch(int now) {
        String text = Numbers.exact(now);
        batch.show(text, text, Choices.BATCHES.stream()
                .map(n -> new SettingButton.Choice(Numbers.exact(n), () -> setBatch(n))).toList());
        batch.addForm(Texts.get("set.other"), form -> form.getChildren().setAll(
                new NumberRow(Texts.get("set.batch"), Texts.get("set.batchHint"),
                        experiment.training().batchSize(), value -> setBatch(NumberRow.whole(value)))));
    }

    private void setBatch(int size) {
        change(experiment.training().withBatchSize(size), Texts.get("mark.batch", Numbers.exact(size)));
    }

    private void showStop() {
        stop.show(stopName(), stopName(), List.of(
                new SettingButton.Choice(Texts.get("set.never"), () -> setStop(StopCondition.NEVER))));
        stop.addForm(Texts.get("set.stopWhen"), form -> form.getChildren().setAll(caption("set.zeroIsNever"),
                new NumberRow(Texts.get("set.stopEpochs"), Texts.get("set.zeroIsNever"), stopAt.epochs(), value ->
                        setStop(new StopCondition(NumberRow.whole(value), stopAt.loss(), stopAt.accuracy()))),
                new NumberRow(Texts.get("set.stopLoss"), Texts.get("set.zeroIsNever"), stopAt.loss(), value ->
                        setStop(new StopCondition(stopAt.epochs(), NumberRow.within(value, 1e9), stopAt.accuracy()))),
                new NumberRow(Texts.get("set.stopAccuracy"), Texts.get("set.zeroIsNever"), 100 * stopAt.accuracy(), value ->
                        setStop(new StopCondition(stopAt.epochs(), stopAt.loss(), NumberRow.within(value, 100) / 100)))));
    }

    private static Label caption(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().addAll("caption", "muted");
        return label;
    }

    /// Sets when training pauses by itself, as the user would.
    public void setStop(StopCondition condition) {
        stopAt = condition;
        showStop();
        listener.stopChanged(condition);
    }

    private String stopName() {
        List<String> parts = new ArrayList<>();
        if (stopAt.epochs() > 0) {
            parts.add(Texts.get("set.atEpoch", Numbers.exact((double) stopAt.epochs())));
        }
        if (stopAt.loss() > 0) {
            parts.add(Texts.get("set.atLoss", Numbers.exact(stopAt.loss())));
        }
        if (stopAt.accuracy() > 0) {
            parts.add(Texts.get("set.atAccuracy", Numbers.exact(Math.round(stopAt.accuracy() * 1e4) / 100.0)));
        }
        return parts.isEmpty() ? Texts.get("set.never") : String.join(", ", parts);
    }

    private void setEngine(Device device) {
        listener.experimentChanged(experiment.withDevice(device), Texts.get("mark.engine", EngineMenu.name(device)));
    }

    private void change(Training next, String what) {
        listener.experimentChanged(experiment.withTraining(next), what);
    }
}

package dev.crescent.ui.bars;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Task;
import dev.crescent.experiment.Training;
import dev.crescent.train.StopCondition;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class SettingsBarTest {
    private static final Training BEFORE = Experiment.defaults().training();

    private final List<Experiment> heard = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<StopCondition> stops = new ArrayList<>();
    private Experiment experiment = Experiment.defaults();
    private SettingsBar bar;
    private Stage stage;

    @BeforeEach
    void show() {
        bar = new SettingsBar();
        bar.setListener(new Ear());
        bar.show(experiment, Task.CLASSIFICATION, 2);
        stage = FxEvents.stage(bar, 1200, 400);
    }

    @AfterEach
    void hide() {
        popovers().forEach(Window::hide);
        stage.hide();
    }

    /// Answers as the program does: it goes on with what is wanted.
    private int browses;
    private int wanted;
    private int races;

    private final class Ear implements SettingsBar.Listener {
        @Override
        public void browseWanted() {
            browses++;
        }

        @Override
        public void experimentChanged(Experiment next, String what) {
            heard.add(next);
            words.add(what);
            experiment = next;
            bar.show(next, Task.CLASSIFICATION, 2);
        }

        @Override
        public void enginesWanted() {
            wanted++;
        }

        @Override
        public void engineRaceWanted() {
            races++;
        }

        @Override
        public void stopChanged(StopCondition condition) {
            stops.add(condition);
        }
    }

    private SettingButton setting(String name) {
        return bar.lookupAll(".setting").stream().map(SettingButton.class::cast)
                .filter(button -> button.getAccessibleText().startsWith(name)).findFirst().orElseThrow();
    }

    private String value(String name) {
        return ((Label) Objects.requireNonNull(setting(name).getGraphic().lookup(".setting-value"))).getText();
    }

    private void choose(String name, String item) {
        setting(name).getItems().stream().filter(i -> item.equals(i.getText())).findFirst().orElseThrow().fire();
    }

    private List<Window> popovers() {
        return Window.getWindows().stream().filter(PopOver.class::isInstance).toList();
    }

    /// Opens a setting's form from the last item of its menu.
    private Parent form(String name) {
        setting(name).getItems().getLast().fire();
        assertThat(popovers()).hasSize(1);
        Parent root = popovers().getFirst().getScene().getRoot();
        FxExtension.pulse(root.getScene());
        return root;
    }

    private static TextField field(Parent form, String row) {
        return form.lookupAll(".label").stream().filter(node -> row.equals(((Label) node).getText()))
                .map(node -> ((Label) node).getLabelFor()).filter(TextField.class::isInstance).map(TextField.class::cast)
                .findFirst().orElseThrow(() -> new AssertionError("No row " + row));
    }

    private static void type(TextField field, String text) {
        field.requestFocus();
        field.setText(text);
        Event.fireEvent(field, new ActionEvent());
    }

    private static List<String> errors(Parent form) {
        Set<Node> labels = form.lookupAll(".danger-text");
        return labels.stream().filter(Node::isVisible).map(node -> ((Label) node).getText()).toList();
    }

    private void heardOnly(Training training) {
        assertThat(heard).containsExactly(Experiment.defaults().withTraining(training));
    }

    @Test
    void aMenuShowsItsChoicesAndMarksTheOneInForce() {
        setting("Learning rate").show();
        assertThat(setting("Learning rate").isShowing()).isTrue();
        assertThat(setting("Learning rate").getItems()).filteredOn(i -> i instanceof RadioMenuItem r && r.isSelected())
                .extracting(MenuItem::getText).containsExactly("0.01");
        setting("Learning rate").hide();
        assertThat(value("Learning rate")).isEqualTo("0.01");
    }

    @Test
    void aLearningRateFromTheMenu() {
        choose("Learning rate", "0.3");
        heardOnly(BEFORE.withOptimizer(new Optimizer.Adam(0.3, 0.9, 0.999)));
        assertThat(words).containsExactly("rate 0.3");
        assertThat(value("Learning rate")).isEqualTo("0.3");
    }

    @Test
    void anotherLearningRateIsTypedAndNonsenseIsAnsweredWithASentence() {
        Parent form = form("Learning rate");
        TextField field = field(form, "Learning rate");
        assertThat(field.getText()).isEqualTo("0.01");
        type(field, "fast");
        assertThat(errors(form)).containsExactly("\"fast\" is not a number; write one such as 0.01.");
        type(field, "-1");
        assertThat(errors(form)).hasSize(1).first().asString().startsWith("The number must be above 0");
        assertThat(heard).isEmpty();
        assertThat(popovers()).as("there is something to be mended").hasSize(1);
        FxEvents.press(field, KeyCode.ESCAPE);
        assertThat(field.getText()).isEqualTo("0.01");
        assertThat(errors(form)).isEmpty();
        type(field, " 0,025 ");
        heardOnly(BEFORE.withOptimizer(new Optimizer.Adam(0.025, 0.9, 0.999)));
        assertThat(field.getText()).isEqualTo("0.025");
        assertThat(popovers()).as("done").isEmpty();
    }

    @Test
    void aFormOfSeveralNumbersStaysForTheNext() {
        type(field(form("Regularization"), "L1"), "0.5");
        assertThat(popovers()).hasSize(1);
    }

    @Test
    void leavingAFieldTakesItsNumberOver() {
        Parent form = form("Regularization");
        TextField l1 = field(form, "L1");
        l1.requestFocus();
        l1.setText("0.5");
        field(form, "L2").requestFocus();
        heardOnly(BEFORE.withPenalty(0.5, 0));
        assertThat(value("Regularization")).isEqualTo("L1 0.5");
    }

    @Test
    void anotherOptimizerKeepsTheRate() {
        choose("Optimizer", "RMSprop");
        heardOnly(BEFORE.withOptimizer(new Optimizer.RmsProp(0.01, 0.99, false)));
        assertThat(words).containsExactly("RMSprop");
        assertThat(value("Optimizer")).isEqualTo("RMSprop");
    }

    @Test
    void anActivationIsForAllHiddenLayers() {
        choose("Activation", "relu");
        assertThat(heard).containsExactly(Choices.withHiddenActivation(Experiment.defaults(), Activation.RELU));
        assertThat(value("Activation")).isEqualTo("relu");
    }

    @Test
    void aLossAndAPenaltyAndABatchSize() {
        choose("Loss", "mean-squared-error");
        choose("Regularization", "L2 0.001");
        choose("Batch", "50");
        choose("Regularization", "none");
        assertThat(experiment.training()).isEqualTo(BEFORE.withLoss(Loss.MEAN_SQUARED_ERROR).withBatchSize(50));
        assertThat(heard.get(1).training()).isEqualTo(BEFORE.withLoss(Loss.MEAN_SQUARED_ERROR).withPenalty(0, 0.001));
        assertThat(words).containsExactly("mean-squared-error", "L2 0.001", "batch 50", "none");
    }

    @Test
    void aBatchIsAWholeNumber() {
        Parent form = form("Batch");
        type(field(form, "Batch"), "7.5");
        assertThat(errors(form)).containsExactly("The number must be a whole number, is 7.5.");
        type(field(form, "Batch"), "7");
        heardOnly(BEFORE.withBatchSize(7));
    }

    @Test
    void oneStopConditionDoesNotForgetTheOthers() {
        Parent form = form("Stop");
        type(field(form, "Epochs reach"), "300");
        type(field(form, "Accuracy in % reaches"), "99.5");
        assertThat(stops).containsExactly(new StopCondition(300, 0, 0), new StopCondition(300, 0, 0.995));
        assertThat(value("Stop")).isEqualTo("epoch 300, 99.5 %");
        type(field(form, "Accuracy in % reaches"), "101");
        assertThat(errors(form)).hasSize(1).first().asString().contains("from 0 to 100");
        choose("Stop", "never");
        assertThat(stops).last().isEqualTo(StopCondition.NEVER);
        assertThat(heard).isEmpty();
    }

    private MenuItem engine(String id) {
        return setting("Engine").getItems().stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
    }

    @Test
    void anEngine() {
        engine("engine.cpu").fire();
        engine("engine.nd4j").fire();
        assertThat(heard).containsExactly(Experiment.defaults().withDevice(Device.CPU),
                Experiment.defaults().withDevice(Device.ND4J));
        assertThat(value("Engine")).isEqualTo("ND4J");
        assertThat(words).as("marks on the curves").containsExactly("engine CPU", "engine ND4J");
    }

    /// The reason is a line of the menu, as legible as the others; only the name fades.
    @Test
    void anEngineThatCannotBeChosenSaysWhy() {
        setting("Engine").show();
        assertThat(wanted).as("asked when the menu opens").isEqualTo(1);
        MenuItem nd4j = engine("engine.nd4j");
        bar.showEngines(List.of(new EngineLine(Device.AUTO, "", true), new EngineLine(Device.CPU, "2 threads", true),
                new EngineLine(Device.ND4J, "It has no libraries", false)));
        assertThat(engine("engine.nd4j")).as("changed in place, under the mouse").isSameAs(nd4j);
        assertThat(nd4j.isDisable()).isTrue();
        assertThat(engine("engine.cpu").isDisable()).isFalse();
        Node graphic = Objects.requireNonNull(nd4j.getGraphic());
        assertThat(graphic.getAccessibleText()).isEqualTo("ND4J, It has no libraries");
        FxExtension.pulse(graphic.getScene());
        Label about = (Label) graphic.lookup(".caption");
        assertThat(about.getText()).isEqualTo("It has no libraries");
        for (Node node = about; node != null; node = node.getParent()) {
            assertThat(node.getOpacity()).as("%s", node).isEqualTo(1);
        }
        assertThat(graphic.lookup(".value").getOpacity()).isLessThan(0.6);
        setting("Engine").hide();
        bar.showEngines(List.of(new EngineLine(Device.AUTO, "", true), new EngineLine(Device.CUDA, "a GPU", true)));
        assertThat(setting("Engine").getItems()).extracting(MenuItem::getId).containsExactly("engine.auto", "engine.cuda",
                null, "engine.race");
        engine("engine.cuda").fire();
        assertThat(value("Engine")).isEqualTo("CUDA");
        engine("engine.race").fire();
        assertThat(races).isEqualTo(1);
    }

    @Test
    void anOptimizersOwnNumbersAreTyped() {
        choose("Optimizer", "AdamW");
        heard.clear();
        Parent form = form("Optimizer");
        type(field(form, "Weight decay"), "0.1");
        assertThat(heard).containsExactly(Experiment.defaults()
                .withTraining(BEFORE.withOptimizer(new Optimizer.AdamW(0.01, 0.9, 0.999, 0.1))));
        type(field(form, "\u03b2\u2081"), "0.8");
        assertThat(heard).hasSize(2).last()
                .isEqualTo(Experiment.defaults().withTraining(BEFORE.withOptimizer(new Optimizer.AdamW(0.01, 0.8, 0.999, 0.1))));
        type(field(form, "Clip gradients at"), "5");
        assertThat(experiment.training().clip()).isEqualTo(5);
    }

    @Test
    void nesterovNeedsAMomentum() {
        choose("Optimizer", "SGD");
        Parent form = form("Optimizer");
        assertThat(nesterov(form).isDisabled()).isTrue();
        type(field(form, "Momentum"), "0.5");
        assertThat(nesterov(form).isDisabled()).isFalse();
        nesterov(form).setSelected(true);
        assertThat(experiment.training().optimizer()).isEqualTo(new Optimizer.Sgd(0.01, 0.5, true));
        assertThat(value("Optimizer")).isEqualTo("Nesterov");
        assertThat(heard).hasSize(3);
    }

    private static ToggleSwitch nesterov(Parent form) {
        return (ToggleSwitch) Objects.requireNonNull(form.lookup(".toggle-switch"));
    }

    @Test
    void aScheduleHasItsOwnNumbers() {
        Parent form = form("Optimizer");
        ComboBox<?> kind = (ComboBox<?>) Objects.requireNonNull(form.lookup(".combo-box"));
        kind.getSelectionModel().select(3);
        assertThat(experiment.training().schedule()).isEqualTo(new Schedule.Cosine(1000, 0));
        FxExtension.pulse(form.getScene());
        type(field(form, "Epochs"), "50");
        type(field(form, "Warm-up epochs"), "2");
        assertThat(experiment.training()).isEqualTo(BEFORE.withSchedule(new Schedule.Cosine(50, 2)));
        assertThat(heard).hasSize(3);
    }

    @Test
    void regressionOffersOnlyItsLosses() {
        bar.show(experiment, Task.REGRESSION, 0);
        assertThat(setting("Loss").getItems()).extracting(MenuItem::getText)
                .containsExactly("mean-squared-error", "half-squared-error", "huber");
    }

    private List<String> named() {
        return bar.lookupAll(".setting").stream().filter(Node::isManaged).map(SettingButton.class::cast)
                .map(button -> (Label) Objects.requireNonNull(button.getGraphic().lookup(".setting-name")))
                .filter(Node::isVisible).map(Label::getText).toList();
    }

    @Test
    void withImagesNetworkAndDataComeFirstAndCanBeChosen() {
        List<String> chosen = new ArrayList<>();
        bar.showForImages(true);
        bar.showImages("small", List.of(new SettingsBar.Option("small", "", () -> chosen.add("small")),
                new SettingsBar.Option("old", "large", () -> chosen.add("old"))), "MNIST",
                List.of(new SettingsBar.Option("digits", "", () -> chosen.add("digits"))), "Browse 70 images");
        bar.resize(2000, 48);
        bar.layout();
        assertThat(named()).containsExactly("Network", "Data", "Learning rate", "Optimizer", "Batch", "Engine");
        assertThat(value("Network")).isEqualTo("small");
        choose("Network", "old · large");
        choose("Data", "digits");
        assertThat(chosen).containsExactly("old", "digits");
        Button browse = (Button) Objects.requireNonNull(bar.lookupAll("Button").stream()
                .filter(node -> "settings.browse".equals(node.getId())).findFirst().orElse(null));
        browse.fire();
        assertThat(browses).isEqualTo(1);
        bar.showForImages(false);
        bar.layout();
        assertThat(named()).contains("Loss", "Activation").doesNotContain("Network");
    }

    @Test
    void whereTheWindowIsNarrowNamesGoOneAfterTheOther() {
        int before = 8;
        for (int width = 2000; width >= 200; width -= 20) {
            bar.resize(width, 48);
            bar.layout();
            List<String> named = named();
            if (named.contains("Learning rate")) {
                assertThat(named.size()).isLessThanOrEqualTo(before);
            }
            before = named.size();
            if (named.size() < 8) {
                assertThat(named).as("known by its value").doesNotContain("Loss");
            }
            if (named.size() > 2) {
                assertThat(named).as("auto says nothing by itself").contains("Engine");
            }
            if (!named.isEmpty()) {
                SettingButton last = setting("Engine");
                assertThat(last.getLayoutX() + last.getWidth()).isLessThanOrEqualTo(width);
            }
        }
        assertThat(before).isZero();
    }

    @Test
    void namesStandAboveTheirValuesBeforeAnyGoes() {
        boolean above = false;
        for (int width = 2000; width >= 200 && named().size() == 8; width -= 20) {
            bar.resize(width, 48);
            bar.layout();
            SettingButton rate = setting("Learning rate");
            Node name = Objects.requireNonNull(rate.getGraphic().lookup(".setting-name"));
            Node value = Objects.requireNonNull(rate.getGraphic().lookup(".setting-value"));
            above |= named().size() == 8 && value.getBoundsInParent().getMinY() > name.getBoundsInParent().getMinY();
            assertThat(bar.getHeight()).isGreaterThanOrEqualTo(rate.getHeight());
        }
        assertThat(above).isTrue();
    }

    @Test
    void whereTheLongestNameHasGoneShortOnesComeBack() {
        int width = 2000;
        do {
            width -= 4;
            bar.resize(width, 48);
            bar.layout();
        } while (named().contains("Learning rate"));
        assertThat(named()).contains("Batch").doesNotContain("Loss", "Activation", "Optimizer");
    }

    @Test
    void aNumberMayBeTypedAsItIsWritten() {
        Parent form = form("Batch");
        type(field(form, "Batch"), "1,000");
        heardOnly(BEFORE.withBatchSize(1000));
        assertThat(words).containsExactly("batch 1,000");
        assertThat(value("Batch")).isEqualTo("1,000");
        assertThat(field(form, "Batch").getText()).isEqualTo("1,000");
        type(field(form, "Batch"), "2e9");
        assertThat(errors(form)).containsExactly("The number must be from 0 to 1,000,000,000, is 2,000,000,000.");
        type(field(form, "Batch"), "\u22121");
        assertThat(errors(form)).hasSize(1).first().asString().startsWith("The number must be");
    }

    @Test
    void withoutMomentumThereIsNoNesterov() {
        experiment = experiment.withTraining(BEFORE.withOptimizer(new Optimizer.Sgd(0.01, 0.5, true)));
        bar.show(experiment, Task.CLASSIFICATION, 2);
        Parent form = form("Optimizer");
        type(field(form, "Momentum"), "0");
        assertThat(experiment.training().optimizer()).isEqualTo(new Optimizer.Sgd(0.01, 0, false));
        assertThat(nesterov(form).getAccessibleText()).isEqualTo("Nesterov");
    }

    @Test
    void everyOptimizerKeepsTheNumbersThatAreNotTyped() {
        Map<Optimizer, Map.Entry<String, Optimizer>> cases = Map.of(
                new Optimizer.RmsProp(0.1, 0.9, true), Map.entry("Decay \u03c1", new Optimizer.RmsProp(0.1, 0.7, true)),
                new Optimizer.AdaDelta(0.1, 0.9), Map.entry("Decay \u03c1", new Optimizer.AdaDelta(0.1, 0.7)),
                new Optimizer.Adam(0.1, 0.8, 0.9), Map.entry("\u03b2\u2082", new Optimizer.Adam(0.1, 0.8, 0.7)),
                new Optimizer.AdamW(0.1, 0.8, 0.9, 0.2), Map.entry("\u03b2\u2082", new Optimizer.AdamW(0.1, 0.8, 0.7, 0.2)),
                new Optimizer.NAdam(0.1, 0.8, 0.9), Map.entry("\u03b2\u2081", new Optimizer.NAdam(0.1, 0.7, 0.9)),
                new Optimizer.Lion(0.1, 0.8, 0.9), Map.entry("\u03b2\u2082", new Optimizer.Lion(0.1, 0.8, 0.7)));
        cases.forEach((first, next) -> {
            experiment = experiment.withTraining(BEFORE.withOptimizer(first));
            bar.show(experiment, Task.CLASSIFICATION, 2);
            type(field(form("Optimizer"), next.getKey()), "0.7");
            assertThat(experiment.training().optimizer()).isEqualTo(next.getValue());
            popovers().forEach(Window::hide);
        });
    }

    @Test
    void aStepScheduleKeepsItsWarmUp() {
        experiment = experiment.withTraining(BEFORE.withSchedule(new Schedule.Step(100, 0.5, 2)));
        bar.show(experiment, Task.CLASSIFICATION, 2);
        Parent form = form("Optimizer");
        type(field(form, "Factor"), "0.3");
        type(field(form, "Epochs between"), "1,000");
        assertThat(experiment.training().schedule()).isEqualTo(new Schedule.Step(1000, 0.3, 2));
        type(field(form, "Epochs between"), "1.5");
        assertThat(errors(form)).containsExactly("The number must be a whole number, is 1.5.");
    }
}

package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.TinyMnist;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Source;
import dev.crescent.insight.Confusion;
import dev.crescent.train.History;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.points.OutputPanel;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class ScorePresenterTest {
    private static final String COUNTING = "The 20 test samples are being counted\u2026";
    private static final String COUNTED = "Rows are the true class, columns what the network says.";

    @TempDir
    private Path folder = Path.of("");
    private OutputPanel panel;
    private Stage stage;
    private ScorePresenter presenter;
    private Experiment experiment;
    private Dataset data;
    private boolean onBench = true;
    private long now;

    @BeforeEach
    void show() throws Exception {
        Experiment shipped = Builtins.read("mnist-softmax");
        experiment = shipped.withData(shipped.data().withSource(
                new Source.Images(ImageSet.MNIST, TinyMnist.write(folder, 30, 20).toString(), 0)));
        data = Datasets.load(experiment.data(), List.of(), folder);
        panel = new OutputPanel();
        panel.expect(data);
        panel.showScores();
        stage = FxEvents.stage(panel, 480, 800);
        presenter = new ScorePresenter(panel, snapshot -> onBench);
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    private Snapshot moment(long run, long step, boolean running, double accuracy) {
        return new Snapshot(experiment, data, run, step, step / 10.0, new float[0], OptimizerState.START, Metrics.NONE,
                new Metrics(0.5, accuracy), 0, running, History.EMPTY);
    }

    /// So many of ten samples are recognized.
    private static OutcomePace.Counted counted(Snapshot of, int right, int total) {
        int[][] counts = new int[10][10];
        counts[3][3] = right;
        counts[3][4] = total - right;
        return new OutcomePace.Counted(of, new Confusion(counts, 0));
    }

    private String text(String id) {
        return panel.lookupAll(".label").stream().filter(node -> id.equals(node.getId())).map(node -> ((Label) node).getText())
                .findFirst().orElseThrow();
    }

    private List<String> titles() {
        return panel.lookupAll(".panel-title").stream().map(node -> ((Label) node).getText()).toList();
    }

    @Test
    void theHeadlineIsThatOfTheMatrix() {
        Snapshot first = moment(1, 10, true, 0.9);
        presenter.frame(first, null, now);
        assertThat(text("output.accuracy")).isEqualTo("90.0\u00a0%");
        assertThat(text("confusion.text")).isEqualTo(COUNTING);
        presenter.frame(moment(1, 20, true, 0.8), counted(first, 7, 10), now);
        assertThat(text("output.accuracy")).isEqualTo("70.0\u00a0%");
        assertThat(titles()).contains("Confusion, 10 test samples");
        presenter.frame(moment(1, 30, true, 0.2), null, now);
        assertThat(text("output.accuracy")).as("until the next count").isEqualTo("70.0\u00a0%");
    }

    @Test
    void anotherRunEmptiesTheMatrixAtOnceAndALateCountOfTheFormerIsLeft() {
        Snapshot before = moment(1, 10, true, 0.9);
        presenter.frame(before, counted(before, 7, 10), now);
        assertThat(text("confusion.text")).isEqualTo(COUNTED);

        Snapshot after = moment(2, 0, true, 0.1);
        presenter.frame(after, null, now + 1);
        assertThat(text("confusion.text")).isEqualTo(COUNTING);
        assertThat(titles()).contains("Confusion, test part");
        assertThat(text("output.accuracy")).isEqualTo("10.0\u00a0%");

        presenter.frame(after, counted(before, 7, 10), now + 2);
        assertThat(text("confusion.text")).isEqualTo(COUNTING);
        presenter.frame(after, counted(after, 3, 10), now + 3);
        assertThat(text("confusion.text")).isEqualTo(COUNTED);
        assertThat(text("output.accuracy")).isEqualTo("30.0\u00a0%");
    }

    @Test
    void otherImagesOfTheSameClassesEmptyTheMatrixToo() throws Exception {
        Snapshot before = moment(1, 10, false, 0.9);
        presenter.frame(before, counted(before, 7, 10), now);
        data = Datasets.load(experiment.data(), List.of(), folder);
        panel.expect(data);
        presenter.frame(moment(1, 10, false, 0.4), null, now + 1);
        assertThat(text("confusion.text")).isEqualTo(COUNTING);
        assertThat(text("output.accuracy")).isEqualTo("40.0\u00a0%");
    }

    @Test
    void atRestWhatIsOfAnEarlierStepGoesUnlessTheNextCountIsThereSoon() {
        Snapshot running = moment(1, 10, true, 0.9);
        presenter.frame(running, counted(running, 7, 10), now);
        Snapshot paused = moment(1, 12, false, 0.6);
        presenter.frame(paused, null, now + 1);
        assertThat(text("output.accuracy")).as("it does not blink").isEqualTo("70.0\u00a0%");
        presenter.frame(paused, null, now + 1 + ScorePresenter.GRACE_NANOS);
        assertThat(text("confusion.text")).isEqualTo(COUNTING);
        assertThat(text("output.accuracy")).isEqualTo("60.0\u00a0%");
        presenter.frame(paused, counted(paused, 12, 20), now + 2 + ScorePresenter.GRACE_NANOS);
        assertThat(text("confusion.text")).isEqualTo(COUNTED);
        assertThat(titles()).contains("Confusion, 20 test samples");
    }

    @Test
    void whileTheTrainerIsNotAtTheNetworkOnTheBenchNothingIsSaidOfIt() {
        Snapshot before = moment(1, 10, false, 0.9);
        presenter.frame(before, counted(before, 7, 10), now);
        onBench = false;
        presenter.frame(before, null, now + 1);
        presenter.frame(before, null, now + 1 + ScorePresenter.GRACE_NANOS);
        assertThat(text("confusion.text")).isEqualTo(COUNTING);
        assertThat(text("output.accuracy")).isEqualTo("\u2013");
        onBench = true;
        presenter.frame(before, null, now + 2 + ScorePresenter.GRACE_NANOS);
        assertThat(text("confusion.text")).as("after a change that was refused").isEqualTo(COUNTED);
        assertThat(text("output.accuracy")).isEqualTo("70.0\u00a0%");
    }
}

package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.TinyMnist;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.Part;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Spread;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlanceTest {
    @TempDir
    private Path folder = Path.of("");

    private static int looked(String name, int count) throws Exception {
        return Glance.samples(Builtins.read(name), Datasets.awaited(ImageSet.MNIST), count);
    }

    @Test
    void howManySamplesAreLookedAtFollowsFromTheWorkOfEach() throws Exception {
        assertThat(looked("mnist-softmax", 60_000)).isEqualTo(2000);
        assertThat(looked("mnist-modern", 60_000)).isEqualTo(2000);
        assertThat(looked("mnist-conv", 60_000)).isBetween(256, 500);
        assertThat(looked("mnist-conv", 300)).as("a part that is small").isEqualTo(300);
        Experiment moons = Builtins.read("moons");
        assertThat(Glance.samples(moons, Experiments.data(moons), 1_000_000)).as("points").isEqualTo(1_000_000);
    }

    @Test
    void theSamplesAreSpreadEvenlyWithTheirTargetsAndLabels() {
        Samples all = new Samples(10, 2, 1, new float[] {0, 0, 1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60, 7, 70, 8, 80, 9, 90},
                new float[] {0, -1, -2, -3, -4, -5, -6, -7, -8, -9}, new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        Samples some = Glance.spread(all, 4);
        assertThat(some.count()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            int place = Spread.place(i, 4, 10);
            assertThat(Arrays.copyOfRange(some.inputs(), 2 * i, 2 * i + 2)).containsExactly(place, 10 * place);
            assertThat(some.targets()[i]).isEqualTo(-place);
            assertThat(Objects.requireNonNull(some.labels())[i]).isEqualTo(place);
        }
        assertThat(Glance.spread(all, 10)).isSameAs(all);
    }

    @Test
    void aRunIsMeasuredOnThemWithTheWeightsItHasNow() throws Exception {
        Experiment digits = Builtins.read("mnist-softmax").withModel(new Model.Network(1, List.of(
                new Layer.Dense(10, Activation.SOFTMAX))));
        Experiment found = digits.withData(digits.data().withSource(
                new Source.Images(ImageSet.MNIST, TinyMnist.write(folder, 3000, 20).toString(), 0)));
        Dataset data = Experiments.data(found);
        try (Run run = Run.start(found, data, Experiments.ENGINES)) {
            Metrics before = run.glance(Part.TRAINING);
            assertThat(run.glance(Part.TEST)).as("few samples are measured whole").isEqualTo(run.evaluate(Part.TEST));
            for (int i = 0; i < 100; i++) {
                run.train();
            }
            Metrics after = run.glance(Part.TRAINING);
            Metrics whole = run.evaluate(Part.TRAINING);
            assertThat(after.loss()).isLessThan(before.loss()).isNotEqualTo(whole.loss())
                    .isBetween(0.98 * whole.loss(), 1.02 * whole.loss());
        }
    }

    @Test
    void runLooksAgainForImagesThatWereNotThere() throws Exception {
        Path images = folder.resolve("images");
        Experiment softmax = Builtins.read("mnist-softmax");
        Driven driven = new Driven(Experiments.ENGINES, (data, features, base) -> Files.exists(images)
                ? Datasets.load(data.withSource(new Source.Images(ImageSet.MNIST, images.toString(), 0)), features, base)
                : Datasets.awaited(ImageSet.MNIST)).ask(new Command.Become(softmax, ""), new Command.Go()).toTheEnd();
        assertThat(driven.notice().text()).startsWith("There are no images yet");

        Files.createDirectories(images);
        driven.ask(new Command.Go()).toTheEnd();
        assertThat(driven.notice().kind()).as("half of them").isEqualTo(Notice.Kind.REFUSED);
        assertThat(driven.notice().text()).contains("has no file train-");
        assertThat(driven.latest().running()).isFalse();

        TinyMnist.write(images, 300, 20);
        driven.epochs(1);
        assertThat(driven.latest().dataset().train().count()).isEqualTo(300);
        assertThat(driven.latest().epoch()).isEqualTo(1);
        assertThat(driven.latest().train().loss()).isLessThan(Math.log(10));
        assertThat(driven.latest().history().marks()).isEmpty();
    }

    @Test
    void withoutImagesThereIsNothingToTrainUntilTheirFolderIsKnown() throws Exception {
        Experiment digits = Builtins.read("mnist-conv");
        Driven driven = Driven.of(digits);
        assertThat(driven.latest().dataset().train().count()).isZero();
        assertThat(driven.latest().dataset().inputShape()).containsExactly(1, 28, 28);
        assertThat(driven.latest().parameters()).hasSize(819_557);
        driven.ask(new Command.Go()).toTheEnd();
        assertThat(driven.notice().text()).isEqualTo("There are no images yet: download them, or choose the folder that holds them.");

        Experiment softmax = Builtins.read("mnist-softmax");
        driven.ask(new Command.Become(softmax, ""), new Command.Become(softmax.withData(softmax.data().withSource(
                new Source.Images(ImageSet.MNIST, TinyMnist.write(folder, 300, 20).toString(), 0))), ""));
        assertThat(driven.latest().dataset().train().count()).isEqualTo(300);
        driven.epochs(1);
        assertThat(driven.latest().train().loss()).isLessThan(Math.log(10));
    }
}

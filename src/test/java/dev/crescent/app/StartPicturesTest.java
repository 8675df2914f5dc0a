package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.export.ExperimentFile;
import dev.crescent.train.Engines;
import dev.crescent.train.History;
import dev.crescent.train.Run;
import dev.crescent.ui.start.DigitsThumbnail;
import dev.crescent.ui.start.PlaneThumbnail;
import dev.crescent.ui.start.Thumbnail;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartPicturesTest {
    private static final Palette LIGHT = Palette.of(Theme.LIGHT);
    private static final int WIDTH = 124;
    private static final int HEIGHT = 80;

    @TempDir
    private Path folder = Path.of("");

    private static int[] paint(Thumbnail picture, int moment) {
        return picture.paint(moment, LIGHT, WIDTH, HEIGHT, 1);
    }

    /// How much of a picture is in the color of the end of the ramp, up to rounding.
    private static double share(int[] pixels, int color) {
        return Arrays.stream(pixels).filter(pixel -> near(pixel, color)).count() / (double) pixels.length;
    }

    private static boolean near(int a, int b) {
        return Math.abs((a >> 16 & 255) - (b >> 16 & 255)) + Math.abs((a >> 8 & 255) - (b >> 8 & 255))
                + Math.abs((a & 255) - (b & 255)) < 24;
    }

    /// The shipped experiment with its own seeds: the same picture each time, unsure at first, and of two colors at last.
    @Test
    void aCardShowsWhatItsExperimentLearns() {
        Thumbnail moons = StartPictures.trained("moons", () -> false);
        assertThat(moons).isInstanceOf(PlaneThumbnail.class);
        int last = moons.moments() - 1;
        assertThat(last).isGreaterThan(20);
        int[] learned = paint(moons, last);
        assertThat(share(learned, LIGHT.fieldArgb(-1))).isBetween(0.2, 0.6);
        assertThat(share(learned, LIGHT.fieldArgb(1))).isBetween(0.2, 0.6);
        int[] begun = paint(moons, 0);
        assertThat(share(begun, LIGHT.fieldArgb(-1)) + share(begun, LIGHT.fieldArgb(1))).isLessThan(0.3);
        assertThat(paint(StartPictures.trained("moons", () -> false), last)).isEqualTo(learned);
    }

    @Test
    void allOfThemCanBeMade() {
        for (StartOffer offer : StartOffer.ALL) {
            assertThat(paint(offer.first().get(), offer.first().get().moments() - 1)).as(offer.id()).hasSize(WIDTH * HEIGHT);
            Thumbnail picture = offer.then().apply(() -> false);
            assertThat(picture.moments()).as(offer.id()).isGreaterThan(1);
            assertThat(paint(picture, 0)).as(offer.id()).isNotEqualTo(paint(picture, picture.moments() - 1));
        }
    }

    @Test
    void nobodyTrainsForAPictureThatIsNotWanted() {
        assertThatThrownBy(() -> StartPictures.trained("spiral", () -> true)).isInstanceOf(CancellationException.class);
    }

    /// A file with its training shows what its network says, settings alone show their points.
    @Test
    void aFileShowsWhatItHolds() throws Exception {
        Experiment experiment = Builtins.read("moons");
        Dataset data = Datasets.load(experiment.data(), experiment.features(), Path.of(""));
        Path trained = folder.resolve("trained.crescent");
        float[] reached;
        try (Run run = Run.start(experiment, data, new Engines(List.of(new CpuEngine(1))))) {
            while (run.epochsDone() < 40) {
                run.train(100);
            }
            reached = run.parameters();
            new ExperimentFile(experiment, run.progress(History.EMPTY), Map.of(), List.of(), Map.of()).write(trained);
        }
        Path settings = WindowBench.write(folder.resolve("settings.crescent"), experiment);
        Thumbnail expected = PlaneThumbnail.fields(experiment, data,
                new CpuEngine(1).evaluator((Model.Network) experiment.model(), data.inputShape()),
                List.of(reached));
        assertThat(paint(made(trained), 0)).isEqualTo(paint(expected, 0));
        assertThat(paint(made(settings), 0)).isEqualTo(paint(PlaneThumbnail.points(data), 0));
    }

    private static Thumbnail made(Path file) {
        return Objects.requireNonNull(StartPictures.ofFile(file));
    }

    @Test
    void filesOfOtherKindsHaveTheirOwnPictureOrNone() throws Exception {
        Experiment digits = Builtins.read("digits-small");
        assertThat(made(WindowBench.write(folder.resolve("digits.crescent"), digits))).isInstanceOf(DigitsThumbnail.class);
        Path images = WindowBench.write(folder.resolve("images.crescent"), Builtins.read("mnist-softmax"));
        assertThat(StartPictures.ofFile(images)).isNull();
        assertThat(StartPictures.ofFile(folder.resolve("gone.crescent"))).isNull();
        assertThat(StartPictures.ofFile(Files.writeString(folder.resolve("damaged.crescent"), "{"))).isNull();
        Path table = Files.writeString(folder.resolve("t.csv"), "a,b,kind\n0,0,x\n1,1,y\n0,1,x\n1,0,y\n");
        Source.Csv csv = new Source.Csv(table.toString(), "", Task.CLASSIFICATION,
                List.of(), List.of(), null);
        Experiment ofTable = Experiment.defaults().withData(new Data(csv, 1, 0, Scaling.NONE));
        assertThat(made(WindowBench.write(folder.resolve("table.crescent"), ofTable))).isInstanceOf(PlaneThumbnail.class);
    }

    @Test
    void aTableOfManyColumnsShowsItsClasses() throws Exception {
        StringBuilder rows = new StringBuilder("a,b,c,kind\n");
        for (int i = 0; i < 40; i++) {
            rows.append(i % 2 * 9 + 0.01 * i).append(',').append(i % 5).append(',').append(i % 7).append(i % 2 == 0 ? ",x\n" : ",y\n");
        }
        Path table = Files.writeString(folder.resolve("many.csv"), rows);
        Source.Csv csv = new Source.Csv(table.toString(), "", Task.CLASSIFICATION, List.of(), List.of(), null);
        Experiment of = Experiment.defaults().withData(new Data(csv, 1, 0, Scaling.NONE));
        int[] pixels = paint(made(WindowBench.write(folder.resolve("many.crescent"), of)), 0);
        assertThat(share(pixels, LIGHT.classArgb(0))).isPositive();
        assertThat(share(pixels, LIGHT.classArgb(1))).isPositive();
    }
}

package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.train.Command;
import dev.crescent.train.Engines;
import dev.crescent.train.Snapshot;
import dev.crescent.train.Timeline;
import dev.crescent.train.Trainer;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import dev.crescent.ui.picture.Look;
import dev.crescent.ui.picture.PictureKind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Films of a run that was recorded.
class FilmTest {
    private static final Timeline RUN = new Timeline();

    @TempDir
    private Path folder = Path.of("");

    private final List<String> said = new ArrayList<>();

    /// Thirty steps, and after the first ten another activation.
    @BeforeAll
    static void train() throws Exception {
        FxExtension.start();
        Experiment moons = Experiment.defaults();
        Model.Network network = (Model.Network) moons.model();
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.set(0, ((Layer.Dense) layers.getFirst()).withActivation(Activation.RELU));
        try (Trainer trainer = new Trainer(moons, new Engines(List.of(new CpuEngine())), Path.of(""), error -> {
            throw new AssertionError(error);
        })) {
            RUN.see(await(trainer, s -> s.step() == 0));
            for (long step = 1; step <= 30; step++) {
                long wanted = step;
                if (step == 11) {
                    trainer.send(new Command.Become(moons.withModel(new Model.Network(network.seed(), layers)), "relu"));
                }
                trainer.send(new Command.Step());
                RUN.see(await(trainer, s -> s.step() == wanted && !s.running()));
            }
        }
    }

    private static Snapshot await(Trainer trainer, Predicate<Snapshot> condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            Snapshot latest = trainer.latest();
            if (latest != null && condition.test(latest)) {
                return latest;
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new AssertionError("Not seen in time");
    }

    private static Snapshot last() {
        return RUN.moment(RUN.size() - 1);
    }

    private record Read(List<BufferedImage> frames, List<Integer> delays) {}

    private static Read read(Path file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(stream);
            List<BufferedImage> frames = new ArrayList<>();
            List<Integer> delays = new ArrayList<>();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                frames.add(reader.read(i));
                IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(i)
                        .getAsTree(reader.getImageMetadata(i).getNativeMetadataFormatName());
                IIOMetadataNode control = (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
                delays.add(10 * Integer.parseInt(control.getAttribute("delayTime")));
            }
            return new Read(frames, delays);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void everyMomentIsAFrameAtMostOnceAndTheLastIsTheNewest() {
        List<Snapshot> frames = Film.frames(RUN);
        assertThat(frames).hasSize(31).last().isSameAs(last());
        assertThat(frames.stream().map(Snapshot::step)).isSorted().doesNotHaveDuplicates();
        Timeline first = new Timeline();
        first.see(RUN.moment(0));
        assertThat(Film.frames(first)).hasSize(1);
        assertThat(Film.frames(new Timeline())).isEmpty();
    }

    @Test
    void aLongRunHasAHundredFramesEvenlySpread() {
        Timeline run = new Timeline();
        Snapshot like = last();
        for (long step = 0; step <= 400; step++) {
            run.see(new Snapshot(like.experiment(), like.dataset(), 1, step, step / 4.0, like.parameters(), like.optimizer(),
                    like.train(), like.test(), 0, false, like.history()));
        }
        List<Snapshot> frames = Film.frames(run);
        assertThat(frames).hasSize(100);
        for (int i = 1; i < frames.size(); i++) {
            assertThat(frames.get(i).epoch() - frames.get(i - 1).epoch()).isBetween(0.7, 1.3);
        }
    }

    @Test
    void aFilmHasItsFramesAndItsPace() throws IOException {
        Path file = folder.resolve("run.gif");
        List<Double> progress = new ArrayList<>();
        List<Snapshot> frames = Film.frames(RUN);
        Film.write(file, PictureKind.BOUNDARY, Look.LIGHT, frames, 2, progress::add);
        Read film = read(file);
        assertThat(film.frames()).hasSize(31);
        assertThat(film.frames().getFirst().getWidth()).isEqualTo(Film.WIDTH);
        assertThat(film.frames().getFirst().getHeight()).isEqualTo(Film.HEIGHT);
        assertThat(film.delays().subList(0, 30)).as("eight seconds at the usual speed").containsOnly(130);
        assertThat(film.delays().getLast()).isEqualTo(2000);
        assertThat(progress).hasSize(31 + 12).isSorted().startsWith(0.0).allMatch(share -> share < 1);
        assertThat(colors(film.frames().get(12))).as("something has moved").isGreaterThan(3);
    }

    private static long colors(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct().count();
    }

    @Test
    void networksAndCurvesAreFilmedToo() throws IOException {
        Path file = folder.resolve("run.gif");
        List<Snapshot> few = List.of(RUN.moment(0), RUN.moment(8), RUN.moment(20), last());
        for (PictureKind kind : Film.kinds(last().experiment(), last().dataset())) {
            Film.write(file, kind, Look.DARK, few, 1, done -> { });
            assertThat(read(file).frames()).as(kind.id()).hasSize(4);
        }
        assertThat(Film.kinds(last().experiment(), last().dataset()))
                .containsExactly(PictureKind.BOUNDARY, PictureKind.NETWORK, PictureKind.LOSS,
                        PictureKind.LANDSCAPE, PictureKind.DESCENT, PictureKind.HIDDEN);
    }

    @Test
    void aFilmThatIsStoppedLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("run.gif"), "before");
        assertThatThrownBy(() -> Film.write(file, PictureKind.LOSS, Look.LIGHT, Film.frames(RUN), 1, done -> {
            if (done > 0.6) {
                throw new CancellationException();
            }
        })).isInstanceOf(CancellationException.class);
        assertThat(file).hasContent("before");
        assertThat(files()).containsExactly(file);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    /// With answers in place of the dialogs.
    private final class Answers extends FileDialogs {
        private final @Nullable Path answer;

        Answers(Stage stage, @Nullable Path answer) {
            super(stage, Preferences.read(folder.resolve("none")));
            this.answer = answer;
        }

        @Override
        Optional<Path> toSave(String title, FileChooser.ExtensionFilter kind, String name) {
            said.add(Texts.get(title) + " " + name);
            return Optional.ofNullable(answer);
        }
    }

    /// A bench that has the run, and a window to draw frames.
    private interface Body {
        void run(FilmActions films, Scene scene) throws Exception;
    }

    private void onStage(@Nullable Path answer, Body body) throws Throwable {
        FxExtension.onFx(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new Pane(), 100, 100));
            stage.show();
            try (Workbench bench = new Workbench(Document.begun(Experiment.defaults()), new Engines(List.of(new CpuEngine())),
                    error -> said.add("failed " + error))) {
                for (int i = 0; i < RUN.size(); i++) {
                    bench.playhead().see(RUN.moment(i));
                }
                body.run(new FilmActions(bench, new Answers(stage, answer), text -> said.add("told " + text),
                        text -> said.add("warned " + text), new Failures()), stage.getScene());
            } finally {
                stage.hide();
            }
        });
    }

    private static void end(FilmActions films, Scene scene) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Double.isNaN(films.share()) && System.nanoTime() < end) {
            FxExtension.pulse(scene);
        }
        assertThat(films.share()).isNaN();
        FxExtension.drain();
    }

    @Test
    void theUserChoosesAFileAndIsToldWhenItIsThere() throws Throwable {
        Path file = folder.resolve("run.gif");
        onStage(folder.resolve("run"), (films, scene) -> {
            films.film(PictureKind.LOSS, Look.LIGHT, 1);
            assertThat(films.share()).isZero();
            end(films, scene);
        });
        assertThat(said).containsExactly("Film the run " + Titles.fileName(Experiment.defaults().title()) + ".gif",
                "told " + file + " has the run in 31 frames.");
        assertThat(read(file).frames()).hasSize(31);
    }

    @Test
    void theUserCanStopIt() throws Throwable {
        onStage(folder.resolve("run.gif"), (films, scene) -> {
            films.film(PictureKind.BOUNDARY, Look.LIGHT, 1);
            films.cancel();
            end(films, scene);
        });
        assertThat(said).last().isEqualTo("told " + Texts.get("timeline.filmStopped"));
        assertThat(files()).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenTheUserIsTold() throws Throwable {
        Path missing = folder.resolve("none").resolve("run.gif");
        onStage(missing, (films, scene) -> {
            films.film(PictureKind.LOSS, Look.LIGHT, 1);
            end(films, scene);
        });
        assertThat(said.getLast()).startsWith("warned " + missing + " could not be written (");
        onStage(null, (films, scene) -> {
            films.film(PictureKind.LOSS, Look.LIGHT, 1);
            assertThat(films.share()).as("no file, no film").isNaN();
        });
    }

    @Test
    void aWindowThatIsClosedStopsItsFilm() throws Throwable {
        onStage(folder.resolve("run.gif"), (films, scene) -> {
            films.film(PictureKind.BOUNDARY, Look.LIGHT, 1);
            films.close();
            end(films, scene);
        });
        assertThat(files()).isEmpty();
        assertThat(Objects.requireNonNull(said.getLast())).doesNotStartWith("failed");
    }
}

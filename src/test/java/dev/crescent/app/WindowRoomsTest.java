package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.train.Command;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxDrops;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.input.DragEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The ways between playground and digit room, and what waits meanwhile.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowRoomsTest {
    @TempDir
    private Path folder = Path.of("");
    private Path home;
    private WindowBench app;
    private RoomHands room;

    @AfterEach
    void close() {
        app.close();
    }

    private void start(String... arguments) {
        home = folder.resolve("home");
        app = new WindowBench(home, arguments);
        room = new RoomHands(app);
    }

    private void startWith(Experiment experiment) {
        home = folder.resolve("home");
        app = WindowBench.on(home, experiment);
        room = new RoomHands(app);
    }

    private void again() {
        app.close();
        app = new WindowBench(home);
        room = new RoomHands(app);
    }

    /// What the thread for files was given before is done afterwards.
    private void awaitFiles() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.crescent"), "{");
        FxDrops.file(app.scene().getRoot(), DragEvent.DRAG_DROPPED, damaged.toFile());
        app.await("an answer", () -> app.line().contains("damaged.crescent"));
    }

    private void awaitShipped(Experiment experiment) {
        app.await("the shipped weights", () -> app.latest().experiment().equals(experiment)
                && Arrays.equals(app.latest().parameters(), ShippedWeights.of(experiment)));
    }

    @Test
    void trainingGoesOnWhereItWasLeftAndTheWayThereIsNothingToUndo() throws Exception {
        start();
        for (int epoch = 1; epoch <= 3; epoch++) {
            int end = epoch;
            app.press("Shift+S");
            app.awaitSnapshot("an epoch", s -> s.epoch() == end && !s.running());
        }
        Snapshot left = app.latest();
        app.click("rail.digits");
        awaitShipped(Builtins.read("digits"));
        assertThat(room.inDigits()).isTrue();
        app.click("rail.playground");
        assertThat(room.inDigits()).isFalse();
        Snapshot back = app.awaitSnapshot("the moons", s -> s.experiment().equals(left.experiment()));
        assertThat(back.step()).isEqualTo(75);
        assertThat(back.parameters()).isEqualTo(left.parameters());

        Experiment faster = left.experiment().withTraining(left.experiment().training().withBatchSize(5));
        app.bench().change(faster, "", true);
        app.click("rail.digits");
        awaitShipped(Builtins.read("digits"));
        assertThat(app.bench().canUndo()).as("nothing was done here").isFalse();
        app.press("Ctrl+Z");
        assertThat(room.inDigits()).isTrue();
        app.click("rail.playground");
        app.awaitSnapshot("the moons", s -> s.experiment().equals(faster));
        app.press("Ctrl+Z");
        assertThat(room.inDigits()).isFalse();
        Snapshot undone = app.awaitSnapshot("before the change", s -> s.experiment().equals(left.experiment()));
        assertThat(undone.step()).isEqualTo(75);
        assertThat(undone.parameters()).isEqualTo(left.parameters());
        assertThat(app.bench().canUndo()).isFalse();
    }

    @Test
    void whatWaitedComesBackWithAnUndoWhenWhatIsInTheDigitRoomTakesItsPlace() throws Exception {
        start();
        app.press("S");
        app.awaitSnapshot("a step", s -> s.step() == 1);
        Experiment moons = app.experiment();
        app.click("rail.digits");
        Experiment digits = Builtins.read("digits");
        awaitShipped(digits);
        app.bench().change(digits.withData(digits.data().withSource(new Source.Digits(200, false)).withScaling(Scaling.STANDARDIZE)),
                "", true);
        assertThat(room.inDigits()).as("the pad cannot feed it").isFalse();
        app.settle();
        app.press("Ctrl+Z");
        app.settle();
        assertThat(app.experiment()).isEqualTo(digits);
        app.press("Ctrl+Z");
        assertThat(app.awaitSnapshot("the moons", s -> s.experiment().equals(moons)).step()).isEqualTo(1);
        assertThat(app.bench().canUndo()).isFalse();
    }

    @Test
    void whoTurnsBackAtOnceFindsEverythingAsItWas() throws Exception {
        start();
        app.press("S");
        app.awaitSnapshot("a step", s -> s.step() == 1);
        // In one turn, before anything can have been read.
        ((ToggleButton) app.find("rail.digits")).fire();
        ((ToggleButton) app.find("rail.playground")).fire();
        awaitFiles();
        assertThat(room.inDigits()).isFalse();
        assertThat(app.experiment()).isEqualTo(Experiment.defaults());
        assertThat(app.bench().canUndo()).isFalse();
        assertThat(app.latest().step()).isEqualTo(1);
        assertThat(new UserFolder(home).waiting(1)).doesNotExist();
    }

    @Test
    void whatWaitsIsThereAfterAnotherStartInItsRoom() throws Exception {
        Experiment mine = Experiment.defaults().withTitle("Mine");
        Experiment few = RoomHands.few().withModel(
                ((Model.Network) RoomHands.few().model()).withSeed(5)); // comes without weights
        home = folder.resolve("home");
        UserFolder user = new UserFolder(home);
        WindowBench.keep(user.waiting(1), Document.recovered(RoomHands.few()));
        startWith(mine);
        awaitFiles();
        app.click("rail.digits");
        awaitShipped(RoomHands.few());
        app.bench().change(few, "", true);
        again();
        app.await("the room that was left", room::inDigits);
        assertThat(app.experiment()).isEqualTo(few);
        app.click("rail.playground");
        app.await("what waited", () -> app.experiment().equals(mine));
        again();
        awaitFiles();
        assertThat(room.inDigits()).isFalse();
        assertThat(app.experiment()).isEqualTo(mine);
        app.click("rail.digits");
        assertThat(app.experiment()).isEqualTo(few);
    }

    @Test
    void anExampleThatComesTrainedIsShownInTheDigitRoom() throws Exception {
        start();
        MenuButton menu = (MenuButton) Objects.requireNonNull(app.scene().lookup(".file-menu"));
        Menu examples = (Menu) menu.getItems().stream().filter(item -> "Examples".equals(item.getText())).findFirst()
                .orElseThrow();
        app.await("the examples' titles", () -> !examples.getItems().isEmpty());
        examples.getItems().stream().filter(item -> item.getText().equals("Digits")).findFirst().orElseThrow().fire();
        app.await("the digit room", room::inDigits);
        assertThat(app.experiment()).isEqualTo(Builtins.read("digits"));
    }

    @Test
    void whatThePadCannotFeedGoesToThePlayground() throws Exception {
        startWith(RoomHands.few());
        app.await("the digit room", room::inDigits);
        Experiment few = app.experiment();
        app.bench().change(few.withData(few.data().withScaling(Scaling.STANDARDIZE)), "", true);
        assertThat(room.inDigits()).isFalse();
        app.settle();
        app.press("Ctrl+Z");
        app.settle();
        app.click("rail.digits");
        assertThat(room.inDigits()).isTrue();
        Experiment small = few.withTitle("Small").withModel(((Model.Network) Builtins.read("digits-mlp").model()))
                .withData(few.data().withSource(new Source.Images(ImageSet.IDX, smallImages().toString(), 0)));
        app.bench().open(Document.begun(small));
        app.settle();
        assertThat(app.latest().dataset().inputShape()).containsExactly(1, 8, 8);
        assertThat(room.inDigits()).as("known with the images").isFalse();
        assertThat(app.line()).isEmpty();
    }

    private Path smallImages() throws IOException {
        Path images = Files.createDirectories(folder.resolve("small"));
        for (String part : List.of("train", "t10k")) {
            ByteBuffer pixels = ByteBuffer.allocate(16 + 40 * 64).putInt(0x803).putInt(40).putInt(8).putInt(8);
            ByteBuffer labels = ByteBuffer.allocate(8 + 40).putInt(0x801).putInt(40);
            for (int i = 0; i < 40; i++) {
                labels.put((byte) (i % 10));
                pixels.put(16 + i * 64 + i % 10, (byte) 255);
            }
            Files.write(images.resolve(part + "-images-idx3-ubyte"), pixels.array());
            Files.write(images.resolve(part + "-labels-idx1-ubyte"), labels.array());
        }
        return images;
    }

    @Test
    void withoutItsImagesANetworkStillReadsAndTheirDownloadIsOffered() throws Exception {
        start("builtin:mnist-softmax");
        app.click("rail.digits");
        assertThat(room.inDigits()).isTrue();
        app.await("the offer", () -> RoomHands.isShown(app.find("output.download")));
        assertThat(room.text("output.offer.sentence")).startsWith("MNIST is not on this machine yet");
        room.draw(RoomHands.FOUR);
        room.frame();
        assertThat(room.said()).as("untrained, but it reads").startsWith("not sure: ");
        app.await("why", () -> RoomHands.isFilled(room.called(Texts.get("digits.accessible.counterfactual"))));
        assertThat(room.texts("muted")).as("nobody has looked for mistakes").doesNotContain("No mistakes among these");
        assertThat(app.line()).isEmpty();

        float[] weights = app.latest().parameters().clone();
        Arrays.fill(weights, 0.25f);
        app.send(new Command.Load(weights));
        app.awaitSnapshot("other weights", s -> s.parameters()[0] == 0.25f);
        app.bench().open(Document.begun(Experiment.defaults()));
        app.settle();
        app.press("Ctrl+Z");
        app.settle();
        assertThat(app.awaitSnapshot("as it was", s -> s.dataset().hasImages() && s.parameters()[0] != 0).parameters())
                .isEqualTo(weights);
    }

    @Test
    void aClosedWindowLeavesNoThreadsBehind() throws Exception {
        startWith(RoomHands.few());
        app.await("the digit room", room::inDigits);
        room.draw(RoomHands.FOUR);
        room.frame();
        assertThat(threads()).contains("crescent-why", "crescent-mistakes");
        app.close();
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!threads().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(threads()).isEmpty();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).map(Thread::getName)
                .filter(name -> name.equals("crescent-why") || name.equals("crescent-mistakes")).toList();
    }
}

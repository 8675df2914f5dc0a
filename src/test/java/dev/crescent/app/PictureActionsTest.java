package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.train.Engines;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import dev.crescent.ui.picture.PictureWish.Shade;
import dev.crescent.ui.picture.PictureWish;
import dev.crescent.ui.picture.Sheet;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of what is shown, as files and on the clipboard.
@ExtendWith(FxExtension.class)
class PictureActionsTest {
    @TempDir
    private Path folder = Path.of("");
    private final List<String> said = new ArrayList<>();
    private final List<PictureWish> asked = new ArrayList<>();
    private @Nullable PictureWish wish; // null to take what is proposed

    private final class Answers extends FileDialogs {
        private final Path answer;

        Answers(Path answer) {
            super(new Stage(), new Preferences(folder.resolve("none")));
            this.answer = answer;
        }

        @Override
        void askAboutPicture(String of, PictureWish before, Consumer<PictureWish> picture) {
            asked.add(before);
            picture.accept(Objects.requireNonNullElse(wish, before));
        }

        @Override
        Optional<Path> toSave(String title, FileChooser.ExtensionFilter kind, String name) {
            said.add(name);
            return Optional.of(answer);
        }
    }

    private interface Body {
        void run(PictureActions pictures, Workbench bench) throws Exception;
    }

    private void on(Experiment experiment, Path answer, Body body) throws Exception {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try (Workbench bench = new Workbench(Document.begun(experiment), new Engines(List.of(new CpuEngine())), error -> {
            throw new AssertionError(error);
        })) {
            await(() -> bench.trainer().latest() != null);
            bench.playhead().see(bench.trainer().latest());
            body.run(new PictureActions(bench, new Answers(answer), worker, said::add, said::add, new Failures(),
                    new PictureWishes(new Preferences(folder.resolve("none")), () -> { })), bench);
        } finally {
            worker.shutdownNow();
        }
    }

    /// Lets JavaFX draw meanwhile.
    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            FxExtension.drain();
        }
    }

    private static long colors(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct().count();
    }

    @Test
    void everyPictureIsWrittenAtItsSizeAndInItsTheme() throws Exception {
        on(Builtins.read("moons"), folder.resolve("a"), (pictures, bench) -> {
            List<String> names = pictures.offer();
            assertThat(names).contains(Texts.get("pictures.boundary"), Texts.get("pictures.confusion")).hasSize(8);
            File file = folder.resolve("a.png").toFile();
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                pictures.setTheme(theme);
                for (int i = 0; i < names.size(); i++) {
                    Files.deleteIfExists(file.toPath());
                    said.clear();
                    pictures.save(i);
                    await(() -> said.size() == 2);
                    assertThat(said.getFirst()).startsWith("two-moons-").endsWith(".png");
                    assertThat(said.getLast()).isEqualTo(Texts.get("picture.saved", file));
                    BufferedImage image = ImageIO.read(file);
                    assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1600, 1200);
                    assertThat(colors(image)).as(names.get(i)).isGreaterThan(20);
                    assertThat((image.getRGB(2, 2) & 0xff) < 0x80).as("dark").isEqualTo(theme == Theme.DARK);
                }
            }
        });
    }

    @Test
    void whatTheScreenShowsIsTakenAsItIs() throws Exception {
        on(Builtins.read("moons"), folder.resolve("s"), (pictures, bench) -> {
            Pane shown = new Pane(new Rectangle(30, 20, Color.web("#12ab34")));
            Stage stage = FxEvents.stage(new StackPane(shown), 300, 200);
            pictures.setTheme(Theme.DARK);
            pictures.setScreen(shown);
            List<String> names = pictures.offer();
            assertThat(names).hasSize(9).last().isEqualTo(Texts.get("pictures.screen"));
            pictures.save(8);
            await(() -> said.size() == 2);
            assertThat(said.getFirst()).isEqualTo("two-moons-screen.png");
            BufferedImage image = ImageIO.read(folder.resolve("s.png").toFile());
            assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(300, 200);
            assertThat(image.getRGB(10, 10)).isEqualTo(0xff12ab34);
            assertThat(image.getRGB(100, 100)).isEqualTo(Palette.argb(Palette.of(Theme.DARK).bg()));
            pictures.copy(8);
            assertThat(said.getLast()).isEqualTo(Texts.get("picture.copied"));
            assertThat(Clipboard.getSystemClipboard().getImage().getWidth()).isEqualTo(300);
            stage.hide();
        });
    }

    @Test
    void aPictureIsWrittenAsItIsWishedAndTheWishIsRemembered() throws Exception {
        on(Builtins.read("moons"), folder.resolve("b"), (pictures, bench) -> {
            pictures.offer();
            wish = new PictureWish(2000, 1500, Shade.DARK, false, true);
            pictures.save(1);
            await(() -> said.size() == 2);
            BufferedImage image = ImageIO.read(folder.resolve("b.png").toFile());
            assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(2000, 1500);
            assertThat(image.getRGB(2, 2)).isZero();
            said.clear();
            wish = new PictureWish(1600, 1200, Shade.LIGHT, true, false);
            pictures.save(1);
            await(() -> said.size() == 2);
            assertThat(said.getFirst()).endsWith("-network.svg");
            assertThat(Files.readString(folder.resolve("b.svg"))).startsWith("<?xml").contains("</svg>");
            assertThat(asked).containsExactly(PictureWish.USUAL, new PictureWish(2000, 1500, Shade.DARK, false, true));
        });
    }

    @Test
    void viewsOfTheRoomComeFirstAndAreDrawnAsTheyAreThen() throws Exception {
        on(Builtins.read("moons"), folder.resolve("v"), (pictures, bench) -> {
            String[] now = {"as it was offered"};
            Function<Palette, Sheet> sheet = colors -> new Sheet("Race", "lanes", "", new StackPane(new Label(now[0])), 400, 300);
            pictures.setViews(() -> List.of(new ShownView("lanes", "himmelblau", sheet), new ShownView("map", sheet)));
            assertThat(pictures.offer()).startsWith(Texts.get("pictures.lanes"), Texts.get("pictures.map"),
                    Texts.get("pictures.boundary"));
            now[0] = "as it is now";
            wish = new PictureWish(1000, 500, Shade.DARK, true, false);
            pictures.save(0);
            await(() -> said.size() == 2);
            assertThat(said.getFirst()).isEqualTo("himmelblau-lanes.svg");
            assertThat(Files.readString(folder.resolve("v.svg"))).contains("width=\"1000\"", "as it is now", "<title>Race: lanes");
            said.clear();
            wish = new PictureWish(1000, 500, Shade.DARK, false, false);
            pictures.save(1);
            await(() -> said.size() == 2);
            assertThat(said.getFirst()).isEqualTo("two-moons-map.png");
            BufferedImage image = ImageIO.read(folder.resolve("v.png").toFile());
            assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1000, 500);
            assertThat(image.getRGB(2, 2)).isEqualTo(Palette.argb(Palette.of(Theme.DARK).bg()));
        });
    }

    @Test
    void theFormatIsThatOfTheNameThatIsTyped() throws Exception {
        on(Builtins.read("moons"), folder.resolve("c.svg"), (pictures, bench) -> {
            pictures.offer();
            pictures.save(1);
            await(() -> said.size() == 2);
            assertThat(said).containsExactly("two-moons-network.png", Texts.get("picture.saved", folder.resolve("c.svg")));
            assertThat(Files.readString(folder.resolve("c.svg"))).startsWith("<?xml").contains("</svg>");
        });
    }

    @Test
    void wishesAreReadAgainAndNonsenseIsPassedOver() {
        Preferences preferences = new Preferences(folder.resolve("preferences"));
        new PictureWishes(preferences, preferences::write).write(new PictureWish(8192, 200, Shade.LIGHT, true, true));
        Preferences again = Preferences.read(folder.resolve("preferences"));
        assertThat(new PictureWishes(again, () -> { }).read()).isEqualTo(new PictureWish(8192, 200, Shade.LIGHT, true, true));
        again.setNumber("picture.width", 1e6);
        again.setText("picture.theme", "PINK");
        assertThat(new PictureWishes(again, () -> { }).read()).isEqualTo(new PictureWish(1600, 200, Shade.SHOWN, true, true));
    }

    @Test
    void whatThereIsNoPictureOfIsNotOffered() throws Exception {
        on(Builtins.read("regression"), folder, (pictures, bench) -> assertThat(pictures.offer())
                .doesNotContain(Texts.get("pictures.confusion"))
                .contains(Texts.get("pictures.network"), Texts.get("pictures.predictions")));
    }

    @Test
    void aFileThatCannotBeWrittenIsToldInASentence() throws Exception {
        Path blocked = Files.writeString(folder.resolve("file"), "").resolve("a.png");
        on(Builtins.read("moons"), blocked, (pictures, bench) -> {
            pictures.offer();
            pictures.save(0);
            await(() -> said.size() == 2);
            assertThat(said.getLast()).contains("a.png").contains("nothing is lost");
        });
    }

    @Test
    void theMenuPutsAPictureOnTheClipboard() throws IOException {
        try (WindowBench app = new WindowBench(folder.resolve("home"))) {
            ClipboardContent before = new ClipboardContent();
            before.putString("before");
            Clipboard.getSystemClipboard().setContent(before);
            MenuButton menu = (MenuButton) Objects.requireNonNull(app.scene().lookup(".file-menu"));
            menu.show();
            Menu copy = (Menu) menu.getItems().stream().filter(item -> "file.copyPicture".equals(item.getId())).findFirst()
                    .orElseThrow();
            assertThat(copy.getItems().stream().map(MenuItem::getText)).startsWith(Texts.get("pictures.boundary"));
            copy.getItems().getFirst().fire();
            menu.hide();
            app.await("the sentence", () -> app.line().equals(Texts.get("picture.copied")));
            @Nullable Image image = Clipboard.getSystemClipboard().getImage();
            assertThat(image).isNotNull();
            assertThat(image == null ? 0 : image.getWidth()).isEqualTo(1600);
        }
    }
}

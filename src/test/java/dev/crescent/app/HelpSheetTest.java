package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Language;
import dev.crescent.ui.Texts;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The help over a whole window.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class HelpSheetTest {
    @TempDir
    private Path home = Path.of("");
    private WindowBench app;
    private Scene sheet;

    @AfterEach
    void close() {
        Texts.use(Language.ENGLISH);
        if (app != null) {
            hide();
            app.close();
        }
    }

    private void hide() {
        Window.getWindows().stream().filter(window -> window != app.stage).toList().forEach(Window::hide);
    }

    private void help() {
        app.press("F1");
        sheet = Window.getWindows().stream().filter(window -> window != app.stage && window.isShowing()).map(Window::getScene)
                .filter(scene -> scene.lookup(".help") != null).findFirst().orElseThrow();
        FxExtension.pulse(sheet);
    }

    @Test
    void aSystemThatGivesItTheLeastHeightIsAskedOnceMore() {
        app = new WindowBench(home);
        help();
        Window window = sheet.getWindow();
        double asked = window.getHeight();
        window.setHeight(320);
        FxExtension.pulse(sheet);
        FxExtension.drain();
        assertThat(window.getHeight()).isEqualTo(asked);
        window.setHeight(320);
        FxExtension.pulse(sheet);
        FxExtension.drain();
        assertThat(window.getHeight()).as("as its user wants it").isEqualTo(320);
    }

    private void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            FxEvents.press(Objects.requireNonNull(sheet.getFocusOwner()), key);
        }
        FxExtension.pulse(sheet);
    }

    private HelpPage page() {
        return Arrays.stream(HelpPage.values()).filter(page -> ((ToggleButton) Objects.requireNonNull(
                sheet.lookup("#help-" + page.ordinal()))).isSelected()).findFirst().orElseThrow();
    }

    private List<String> names() {
        return sheet.getRoot().lookupAll(".help-name").stream().map(node -> ((Label) node).getText()).toList();
    }

    private List<ImageView> pictures() {
        return sheet.getRoot().lookupAll(".help-picture").stream().flatMap(node -> node.lookupAll(".image-view").stream())
                .map(ImageView.class::cast).toList();
    }

    private ScrollPane scroll() {
        return (ScrollPane) Objects.requireNonNull(sheet.lookup(".scroll-pane"));
    }

    @Test
    void everyEntryHasAPictureOfItsOwnInBothThemesAndLanguages() {
        for (Language language : Texts.languages()) {
            Texts.use(language);
            Set<String> seen = new HashSet<>();
            for (HelpPage page : HelpPage.values()) {
                for (HelpPage.Entry entry : page.entries()) {
                    if (page == HelpPage.KEYS) {
                        assertThat(entry.picture()).as("a key").isEmpty();
                        continue;
                    }
                    assertThat(entry.picture()).as(page + ", " + entry.name()).isNotEmpty();
                    assertThat(seen.add(entry.picture())).as("only once: " + entry.picture()).isTrue();
                    for (boolean dark : new boolean[] {false, true}) {
                        Image image = new Image(Objects.requireNonNull(HelpPicture.file(entry.picture(), dark, language),
                                entry.picture() + (dark ? ", dark" : ", light")).toExternalForm());
                        assertThat(image.isError()).as(entry.picture()).isFalse();
                        assertThat(image.getWidth()).as("twice the frame: " + entry.picture()).isEqualTo(2 * HelpPicture.WIDTH);
                        assertThat(image.getHeight()).as(entry.picture()).isEqualTo(2 * HelpPicture.HEIGHT);
                    }
                }
            }
        }
    }

    /// A picture that is renamed must not be left behind, and all are to be downloaded with the program.
    @Test
    void thereAreNoOtherPicturesAndTheyAreSmall() throws IOException, URISyntaxException {
        List<String> named = Arrays.stream(HelpPage.values()).flatMap(page -> page.entries().stream()).map(HelpPage.Entry::picture).toList();
        Path folder = Path.of(Objects.requireNonNull(HelpPicture.file("data", false, Language.ENGLISH)).toURI()).getParent();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(Objects.requireNonNull(folder))) {
            all.forEach(files::add);
        }
        long bytes = 0;
        for (Path file : files) {
            assertThat(named).contains(file.getFileName().toString().replaceAll("-(light|dark)(_de)?\\.png$", ""));
            bytes += Files.size(file);
        }
        assertThat(bytes).isLessThan(1_500_000);
    }

    @Test
    void itOpensAtThePageOfWhatIsSeenAndShowsItsPictures() {
        app = new WindowBench(home);
        help();
        assertThat(page()).isEqualTo(HelpPage.PLAYGROUND);
        assertThat(names()).contains("Data", "Network").doesNotContain("Pad");
        assertThat(pictures()).hasSameSizeAs(HelpPage.PLAYGROUND.entries());
        app.await("its pictures", () -> pictures().stream().allMatch(view -> view.getImage().getProgress() == 1));
        assertThat(pictures()).allSatisfy(view -> {
            assertThat(view.getImage().isError()).isFalse();
            assertThat(view.getImage().getUrl()).contains("-light");
            assertThat(view.getLayoutBounds().getWidth()).isEqualTo(HelpPicture.WIDTH);
        });
        hide();
        app.click("rail.descent");
        app.window.appearance().setDark(true);
        help();
        assertThat(page()).isEqualTo(HelpPage.DESCENT);
        assertThat(pictures()).isNotEmpty().allSatisfy(view -> assertThat(view.getImage().getUrl()).contains("-dark"));
        hide();
        app.click("rail.home");
        help();
        assertThat(page()).isEqualTo(HelpPage.FILES);
    }

    @Test
    void keysTurnThePagesAndScrollThem() {
        app = new WindowBench(home);
        help();
        double first = scroll().getVvalue();
        press(KeyCode.PAGE_DOWN);
        assertThat(scroll().getVvalue()).isGreaterThan(first);
        press(KeyCode.END);
        assertThat(scroll().getVvalue()).isEqualTo(1);
        press(KeyCode.RIGHT);
        assertThat(page()).isEqualTo(HelpPage.DIGITS);
        assertThat(scroll().getVvalue()).as("a page begins at its top").isZero();
        assertThat(names()).contains("Pad");
        press(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(page()).isEqualTo(HelpPage.KEYS);
        assertThat(names()).isEmpty();
        assertThat(sheet.getRoot().lookupAll(".key")).hasSizeGreaterThan(30);
        press(KeyCode.LEFT);
        assertThat(page()).isEqualTo(HelpPage.STAGE);
    }

    @Test
    void whoDoesNotSeeIsReadEveryEntry() {
        app = new WindowBench(home);
        help();
        List<Node> entries = List.copyOf(sheet.getRoot().lookupAll(".help-entry"));
        assertThat(entries).isNotEmpty().allSatisfy(entry -> assertThat(entry.isFocusTraversable()).isTrue());
        assertThat(entries.getFirst().getAccessibleText()).startsWith("Data: Choose a point set");
    }

    @Test
    void nothingIsBesideTheSheetWhereEverythingIsLarge() {
        app = new WindowBench(home);
        app.stage.setMinWidth(0); // the headless screen has 1000 pixels
        app.stage.setWidth(960);
        app.stage.setHeight(700);
        app.window.appearance().setFontScale(200);
        FxExtension.pulse(app.scene());
        help();
        for (HelpPage page : HelpPage.values()) {
            Bounds seen = scroll().localToScene(scroll().getLayoutBounds());
            assertThat(seen.getMaxX()).isLessThanOrEqualTo(sheet.getWidth());
            for (Node label : scroll().getContent().lookupAll(".label")) {
                Bounds at = label.localToScene(label.getLayoutBounds());
                assertThat(at.getMaxX()).as(page + ": " + ((Label) label).getText()).isLessThanOrEqualTo(seen.getMaxX());
                assertThat(at.getWidth()).isPositive();
            }
            press(KeyCode.RIGHT);
        }
    }
}

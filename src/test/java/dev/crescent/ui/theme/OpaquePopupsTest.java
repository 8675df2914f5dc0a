package dev.crescent.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Where the system has no transparent windows.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class OpaquePopupsTest {
    private Stage stage;

    @BeforeEach
    void show() {
        stage = FxEvents.stage(new Pane(), 300, 300);
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    @Test
    void whereBesideAPopupAllWouldBeWhiteItFillsItsWindow() {
        Theme.DARK.apply(stage.getScene(), 0, false);
        Tooltip tip = new Tooltip("Saves it");
        tip.show(stage, stage.getX() + 10, stage.getY() + 10);
        FxExtension.pulse(tip.getScene());
        Region root = (Region) tip.getScene().getRoot();
        root.applyCss();
        assertThat(root.getBackground().getFills()).singleElement()
                .satisfies(fill -> assertThat(fill.getFill()).isEqualTo(Palette.of(Theme.DARK).color("bg-overlay")));
        assertThat(root.lookupAll("*")).allSatisfy(node -> assertThat(node.getEffect()).as("a shadow").isNull());
        tip.hide();
    }

    @Test
    void elsewhereNothingChanges() {
        Theme.DARK.apply(stage.getScene(), 0, true);
        assertThat(stage.getScene().getStylesheets()).isEqualTo(Theme.DARK.stylesheets());
        assertThat(Theme.hasClearPopups()).as("without a screen").isTrue();
    }

    @Test
    void aThemeThatIsAppliedAloneDrawsPicturesTheSameWayEverywhere() {
        Theme.DARK.applyAlone(stage.getScene());
        assertThat(stage.getScene().getStylesheets()).noneMatch(sheet -> sheet.contains("opaque"));
    }
}

package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class BannersTest {
    private Banners banners;
    private Stage stage;

    @BeforeEach
    void show() {
        banners = new Banners();
        stage = FxEvents.stage(banners, 600, 120);
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    private Banner banner(String id) {
        FxExtension.pulse(stage.getScene());
        return banners.lookupAll(".danger-line").stream().filter(node -> node.getId().equals("banner." + id))
                .map(Banner.class::cast).findFirst().orElseThrow();
    }

    private static List<Button> buttons(Banner banner) {
        return banner.lookupAll(".button").stream().map(Button.class::cast).toList();
    }

    private static String sentence(Banner banner) {
        return ((Label) banner.lookup(".label")).getText();
    }

    @Test
    void whatOnlyHappenedGoesAwayWhenItWasReadAndWhatWentWrongStays() {
        banners.tell("Stopped after 3 epochs.");
        Banner banner = banner("passing");
        assertThat(banner.reading().getStatus()).isEqualTo(Animation.Status.RUNNING);
        assertThat(banner.reading().getTotalDuration()).isBetween(Duration.seconds(7), Duration.seconds(8));
        FxEvents.move(banner, 5, 5);
        assertThat(banner.reading().getStatus()).as("under the pointer").isEqualTo(Animation.Status.PAUSED);
        FxEvents.exit(banner);
        assertThat(banner.reading().getStatus()).isEqualTo(Animation.Status.RUNNING);
        Objects.requireNonNull(banner.reading().getOnFinished()).handle(new ActionEvent());
        assertThat(banner.isVisible()).isFalse();

        banners.tell("Stopped again.");
        banners.warn("Refused.");
        assertThat(banner.isVisible()).isTrue();
        assertThat(banner.reading().getStatus()).isEqualTo(Animation.Status.STOPPED);
        FxEvents.exit(banner);
        assertThat(banner.reading().getStatus()).isEqualTo(Animation.Status.STOPPED);
    }

    @Test
    void aBannerTakesNoRoomUntilThereIsSomethingToSay() {
        assertThat(banner("passing").isManaged()).isFalse();
        banners.tell("Stopped after 3 epochs.");
        assertThat(banner("passing").isManaged()).isTrue();
        assertThat(sentence(banner("passing"))).isEqualTo("Stopped after 3 epochs.");
        assertThat(banner("passing").getStyleClass()).containsOnlyOnce("info");
        banners.tell("Stopped again.");
        banners.warn("Refused.");
        assertThat(banner("passing").getStyleClass()).doesNotContain("info");
        assertThat(banner("standing").isManaged()).isFalse();
    }

    @Test
    void anOfferIsTakenOnceAndItsBannerGoes() {
        List<String> taken = new ArrayList<>();
        banners.offer("It diverged.", List.of(new Banner.Action("Lower", () -> taken.add("lower")),
                new Banner.Action("Again", () -> taken.add("again"))));
        assertThat(banner("standing").getStyleClass()).doesNotContain("info");
        FxEvents.click(buttons(banner("standing")).getFirst(), 5, 5);
        assertThat(taken).containsExactly("lower");
        assertThat(banner("standing").isVisible()).isFalse();
    }

    @Test
    void anOfferOutlivesWhatIsOnlyToBeRead() {
        banners.offer("It diverged.", List.of(new Banner.Action("Lower", () -> { })));
        banners.tell("Stopped.");
        assertThat(sentence(banner("passing"))).isEqualTo("Stopped.");
        assertThat(buttons(banner("standing"))).extracting(Button::getText).containsExactly("Lower", "");
        assertThat(banner("passing").getLayoutY()).isGreaterThanOrEqualTo(
                banner("standing").getLayoutY() + banner("standing").getHeight());
        banners.pass();
        assertThat(banner("passing").isVisible()).isFalse();
        assertThat(banner("standing").isVisible()).isTrue();
        banners.tell("Stopped.");
        banners.clear();
        assertThat(banner("standing").isVisible() || banner("passing").isVisible()).isFalse();
    }

    @Test
    void theCrossClosesOne() {
        banners.offer("It diverged.", List.of());
        banners.warn("Refused.");
        FxEvents.click(buttons(banner("passing")).getLast(), 5, 5);
        assertThat(banner("passing").isManaged()).isFalse();
        assertThat(banner("standing").isManaged()).isTrue();
    }
}

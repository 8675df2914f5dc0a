package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
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
        List<Banner> all = banners.getChildren().stream().filter(node -> node.getId().equals("banner." + id))
                .map(Banner.class::cast).toList();
        return all.stream().filter(Node::isVisible).reduce((older, newer) -> newer).orElse(all.getFirst());
    }

    private List<Banner> shown() {
        FxExtension.pulse(stage.getScene());
        return banners.getChildren().stream().map(Banner.class::cast).filter(Node::isVisible).toList();
    }

    private List<String> said() {
        return shown().stream().map(BannersTest::sentence).toList();
    }

    @Test
    void aSecondSentenceStandsBelowTheFirstAndOneThatIsToldAgainStaysWhereItIs() {
        banners.warn("The table is damaged.");
        banners.tell("Stopped.");
        assertThat(said()).containsExactly("The table is damaged.", "Stopped.");
        assertThat(shown().getLast().getLayoutY()).isGreaterThanOrEqualTo(
                shown().getFirst().getLayoutY() + shown().getFirst().getHeight());
        banners.warn("The table is damaged.");
        assertThat(said()).containsExactly("The table is damaged.", "Stopped.");
    }

    @Test
    void ofMoreThanThreeWhatWentWrongStaysLongest() {
        banners.tell("Stopped.");
        banners.warn("First.");
        banners.warn("Second.");
        banners.warn("Third.");
        assertThat(said()).containsExactly("First.", "Second.", "Third.");
        banners.tell("Copied.");
        assertThat(said()).containsExactly("Second.", "Third.", "Copied.");
        banners.pass("Copied.");
        assertThat(said()).containsExactly("Second.", "Third.");
    }

    @Test
    void whatIsOfferedAndWhatIsSuggestedStandBesideEachOther() {
        banners.suggest("Another window has left work.", List.of(new Banner.Action("Open", () -> { })));
        banners.offer("It diverged.", List.of(new Banner.Action("Lower", () -> { })));
        assertThat(said()).containsExactly("It diverged.", "Another window has left work.");
        banners.withdraw();
        assertThat(said()).containsExactly("Another window has left work.");
    }

    /// As at a size of 200 %, where half of the window is out of sight.
    @Test
    void aLongSentenceIsWrappedWithinWhatIsInSight() {
        Pane wide = new Pane();
        banners.setManaged(false);
        stage.getScene().setRoot(wide);
        wide.getChildren().add(banners);
        banners.resize(900, 400);
        banners.setLayoutX(-150);
        banners.warn("The table cannot be read: ".repeat(8));
        banners.offer("Training diverged: ".repeat(8), List.of(new Banner.Action("Go on from epoch 12", () -> { }),
                new Banner.Action("Start again", () -> { })));
        FxExtension.pulse(stage.getScene());
        assertThat(shown()).hasSize(2).allSatisfy(banner -> {
            Bounds at = banner.localToScene(banner.getLayoutBounds());
            assertThat(at.getMinX()).isGreaterThanOrEqualTo(0);
            assertThat(at.getMaxX()).isLessThanOrEqualTo(600);
            Label sentence = (Label) banner.lookup(".label");
            assertThat(sentence.getHeight()).as("wrapped").isGreaterThan(30);
            assertThat(sentence.getWidth()).as("the buttons are below it").isGreaterThan(400);
            Node close = banner.lookupAll(".button").stream().reduce((a, b) -> b).orElseThrow();
            assertThat(close.localToScene(close.getLayoutBounds()).getMaxX()).isLessThanOrEqualTo(at.getMaxX());
        });
        banners.setLayoutX(-300);
        FxExtension.pulse(stage.getScene());
        assertThat(shown()).allSatisfy(banner -> assertThat(banner.localToScene(banner.getLayoutBounds()).getMinX()).isNotNegative());
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

        banners.warn("Refused.");
        banner = banner("passing");
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

    @Test
    void theyStandAtTheLowerEdgeAboveWhatMustStayInReach() {
        banners.warn("Refused.");
        banners.tell("Stopped.");
        Banner last = shown().getLast();
        assertThat(last.getLayoutY() + last.getHeight()).isBetween(100.0, 120.0);
        banners.setFoot(40);
        last = shown().getLast();
        assertThat(last.getLayoutY() + last.getHeight()).isBetween(60.0, 80.0);
    }

    @Test
    void theTimelineGivesItsRightEnd() {
        banners.tell("Stopped.");
        banners.setTimeline(44);
        Banner last = shown().getLast();
        assertThat(last.getLayoutY()).as("nothing above the timeline is hidden").isGreaterThanOrEqualTo(120 - 44);
        assertThat(last.getLayoutY() + last.getHeight()).isLessThanOrEqualTo(120);
        assertThat(last.getLayoutX() + last.getWidth()).isBetween(580.0, 600.0);
        assertThat(last.getLayoutX()).as("the left end stays in reach").isGreaterThan(200);
        banners.setTimeline(0);
        last = shown().getLast();
        assertThat(last.getLayoutX()).isCloseTo(600 - last.getLayoutX() - last.getWidth(), within(1.0));
    }

    @Test
    void theUppermostIsDismissedFirst() {
        banners.warn("Refused.");
        banners.offer("It diverged.", List.of(new Banner.Action("Lower", () -> { })));
        assertThat(banners.dismiss()).isTrue();
        assertThat(said()).containsExactly("Refused.");
        assertThat(banners.dismiss()).isTrue();
        assertThat(said()).isEmpty();
        assertThat(banners.dismiss()).isFalse();
    }
}

package dev.crescent.ui.lesson;

import dev.crescent.ui.theme.Motion;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.Zoom;
import java.util.List;
import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Transform;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The whole stage: pictures to the edges, one sentence below, dots that tell how far the talk is; above them a spotlight,
/// black, and controls that are there while the mouse moves. All methods run on the JavaFX thread.
public final class StageView extends Pane {
    private static final Duration CHANGE = Duration.millis(500);
    /// Shares of the height: where the darkness begins, the caption's middle, the dots' middle.
    private static final double SCRIM = 0.66;
    private static final double CAPTION = 0.875;
    private static final double DOTS = 0.952;
    /// Where the caption ends at the latest, so that it stays off the dots.
    private static final double WORDS = 0.935;
    /// Pictures that do not reach to the edges end here.
    private static final double FLOOR = 0.79;
    /// Free between the caption and the line of numbers at the left.
    private static final double ABOVE_READOUT = 0.01;
    private static final double MARGIN = 0.04;
    /// Of the height, for the letters of what went wrong: they are read from the last row, too, and may be a path.
    private static final double PROBLEM = 36.0 / 1080;
    /// Of the width, for the caption.
    private static final double SENTENCE = 0.86;

    private final Pane pictures = new Pane() {
        @Override
        protected void layoutChildren() {
            layoutShots(getWidth(), getHeight());
        }
    };
    private final ImageView before = new ImageView();
    private final Region scrim = new Region();
    private final CaptionView caption = new CaptionView();
    private final Label readout = new Label();
    private final FontIcon danger = new FontIcon(Feather.ALERT_TRIANGLE);
    private final Label problem = new Label("", danger);
    private final SceneDots dots = new SceneDots();
    private final Spotlight spotlight = new Spotlight();
    private final Region black = new Region();
    private final StageControls controls;
    private final StageKeys keys = new StageKeys();
    private final FadeTransition change = new FadeTransition(CHANGE, before);
    private List<Framed> shots = List.of();

    /// A picture on stage.
    ///
    /// @param share of the width, relative to the others' shares
    /// @param bleeds whether it reaches to the edges, behind the caption
    public record Framed(Region picture, double share, boolean bleeds) {}

    /// @param listener told of what is clicked in the controls
    public StageView(StageControls.Listener listener) {
        controls = new StageControls(listener);
        getStyleClass().add("stage-view");
        scrim.getStyleClass().add("stage-scrim");
        scrim.setMouseTransparent(true);
        black.getStyleClass().add("stage-black");
        black.setId("stage.blackout");
        black.setVisible(false);
        readout.getStyleClass().add("stage-readout");
        readout.setId("stage.readout");
        readout.setMouseTransparent(true);
        problem.getStyleClass().add("stage-problem");
        problem.setId("stage.problem");
        problem.setContentDisplay(ContentDisplay.TOP);
        problem.setTextAlignment(TextAlignment.CENTER);
        problem.setAlignment(Pos.CENTER);
        problem.setWrapText(true);
        problem.setMouseTransparent(true);
        problem.setVisible(false);
        before.setMouseTransparent(true);
        before.setManaged(false);
        before.setVisible(false);
        change.setFromValue(1);
        change.setToValue(0);
        change.setOnFinished(e -> forget());
        keys.setVisible(false);
        getChildren().setAll(pictures, problem, before, scrim, caption, readout, dots, spotlight, keys, controls, black);
        addEventFilter(MouseEvent.MOUSE_MOVED, this::moved);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, this::moved);
        addEventFilter(ScrollEvent.SCROLL, e -> {
            if (spotlight.isVisible() && e.getDeltaY() != 0) {
                spotlight.scale(e.getDeltaY() > 0 ? 1.1 : 1 / 1.1);
                e.consume();
            }
        });
        controls.shownProperty().subscribe(shown -> setCursor(shown ? Cursor.DEFAULT : Cursor.NONE));
    }

    private void moved(MouseEvent event) {
        spotlight.point(event.getX(), event.getY());
        controls.wake();
    }

    /// Puts other pictures on stage, in the place of those that were there, which fade.
    public void show(List<Framed> next) {
        fade();
        shots = List.copyOf(next);
        pictures.getChildren().setAll(shots.stream().map(Framed::picture).toList());
        // What is behind the caption must let it be read.
        scrim.setVisible(shots.stream().anyMatch(Framed::bleeds));
        requestLayout();
    }

    private void fade() {
        forget();
        if (shots.isEmpty() || getWidth() < 1 || Motion.isReduced()) {
            return;
        }
        SnapshotParameters all = new SnapshotParameters();
        all.setFill(Color.TRANSPARENT);
        double zoom = Zoom.of(this);
        all.setTransform(Transform.scale(zoom, zoom));
        all.setViewport(new Rectangle2D(0, 0, zoom * getWidth(), zoom * getHeight()));
        before.setImage(pictures.snapshot(all, null));
        before.setFitWidth(getWidth());
        before.setFitHeight(getHeight());
        before.setOpacity(1);
        before.setVisible(true);
        change.playFromStart();
    }

    private void forget() {
        change.stop();
        before.setVisible(false);
        before.setImage(null);
    }

    /// Says the sentence, in Markdown.
    public void showCaption(String markdown) {
        caption.show(markdown);
        requestLayout();
    }

    /// The sentence's view.
    public CaptionView caption() {
        return caption;
    }

    /// Says in a line below the caption how training goes; nothing if it is empty.
    public void showReadout(String text) {
        if (!text.equals(readout.getText())) {
            readout.setText(text);
            requestLayout();
        }
    }

    /// Says in the place of the pictures why there are none; shows them if it is empty.
    public void showProblem(String sentence) {
        if (!sentence.equals(problem.getText())) {
            problem.setText(sentence);
            problem.setVisible(!sentence.isEmpty());
            pictures.setVisible(sentence.isEmpty());
            requestLayout();
        }
    }

    /// Tells how far the talk is.
    public void showProgress(int scene, int scenes) {
        dots.show(scene, scenes);
        controls.showPlace(scene, scenes);
    }

    public void showRunning(boolean running) {
        controls.showRunning(running);
    }

    public void setTheme(Theme theme) {
        controls.setTheme(theme);
    }

    /// Whether nothing is to be seen, so that all look at the speaker.
    public void setBlack(boolean on) {
        black.setVisible(on);
    }

    public boolean isBlack() {
        return black.isVisible();
    }

    public void setSpotlight(boolean on) {
        spotlight.setVisible(on);
    }

    public boolean isSpotlight() {
        return spotlight.isVisible();
    }

    /// Whether the keys are listed.
    public void setKeysShown(boolean on) {
        keys.setVisible(on);
        caption.setVisible(!on); // a part of it would stand out from under them
    }

    public boolean isKeysShown() {
        return keys.isVisible();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        pictures.resizeRelocate(0, 0, width, height);
        scrim.resizeRelocate(0, Math.floor(SCRIM * height), width, Math.ceil((1 - SCRIM) * height));
        readout.setStyle("-fx-font-size: " + Math.max(18, Math.rint(height * 22 / 1080)) + "px;");
        readout.applyCss();
        readout.autosize();
        readout.relocate(Math.floor(MARGIN / 2 * width), Math.floor(DOTS * height - readout.getHeight() / 2));
        double words = Math.floor(SENTENCE * width);
        double end = readout.getText().isEmpty() ? WORDS * height
                : Math.min(WORDS * height, readout.getLayoutY() - ABOVE_READOUT * height);
        double high = caption.fit(height, words, end - FLOOR * height);
        caption.resizeRelocate((width - words) / 2, Math.floor(Math.min(CAPTION * height - high / 2, end - high)), words, high);
        double letters = Math.max(18, Math.rint(PROBLEM * height));
        problem.setStyle("-fx-font-size: " + letters + "px;");
        danger.setStyle("-fx-icon-size: " + Math.rint(1.6 * letters) + "px;");
        problem.resizeRelocate(Math.floor((width - words) / 2), Math.rint(MARGIN * height), words,
                Math.floor((FLOOR - MARGIN) * height));
        dots.fit(height);
        dots.applyCss();
        dots.autosize();
        dots.relocate(Math.floor((width - dots.getWidth()) / 2), Math.floor(DOTS * height - dots.getHeight() / 2));
        spotlight.resizeRelocate(0, 0, width, height);
        black.resizeRelocate(0, 0, width, height);
        keys.autosize();
        keys.relocate(Math.floor((width - keys.getWidth()) / 2), Math.floor((height - keys.getHeight()) / 2));
        controls.autosize();
        controls.relocate(Math.floor(width - controls.getWidth() - 16), 16);
    }

    private void layoutShots(double width, double height) {
        double margin = Math.rint(MARGIN * height);
        boolean edges = shots.size() == 1 && shots.getFirst().bleeds();
        double gaps = edges ? 0 : (shots.size() + 1) * margin;
        double all = shots.stream().mapToDouble(Framed::share).sum();
        double x = edges ? 0 : margin;
        for (Framed shot : shots) {
            double wide = Math.floor((width - gaps) * shot.share() / all);
            if (edges) {
                shot.picture().resizeRelocate(0, 0, width, height);
            } else {
                shot.picture().resizeRelocate(x, margin, wide, Math.floor(FLOOR * height) - margin);
            }
            x += wide + margin;
        }
    }
}

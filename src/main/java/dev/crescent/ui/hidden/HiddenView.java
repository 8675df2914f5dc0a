package dev.crescent.ui.hidden;

import dev.crescent.insight.hidden.HiddenSpace;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.theme.Motion;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The hidden space of every layer: the samples and the input plane as the network sees them, bent from the inputs to the
/// outputs by a slider, or by itself.
///
/// Shows the newest space it is given, painted at most once a frame. All methods run on the JavaFX thread.
public final class HiddenView extends VBox {
    /// So fast a space turns by itself: once in half a minute.
    private static final double TURN_PER_NANO = Math.toRadians(12) / 1e9;
    /// The longest time between two frames that is taken as one.
    private static final long LONGEST = 100_000_000;

    private static final double ROW = 16;
    private static final double SNAP = 0.02;

    private final SpacePicture picture = new SpacePicture();
    private final SpaceOptions options = new SpaceOptions(this::optionsChanged);
    private final SampleLabel label = new SampleLabel();
    private final Label empty = new Label();
    private final Label place = caption("hidden.place");
    private final Label lines = caption("hidden.lines");
    private final SampleLegend legend = new SampleLegend();
    private final MorphBar bar = new MorphBar();
    private final Morph morph = new Morph();
    private final StackPane stack = new StackPane(picture, empty, options);
    private Listener listener = new Listener() {};
    private Palette palette = Palette.of(Theme.LIGHT);
    private @Nullable Boolean reduced; // null: as the system says
    private boolean followed; // whether the slider is moved by the way, not by the user
    private boolean placed; // whether the user, or the first space, has chosen a place
    private long frameAt;

    /// What the user does with the picture; every method may be left out.
    public interface Listener {
        /// A sample is pointed at; -1 when none is any more.
        ///
        /// @param sample its number among those that are shown
        default void pointed(int sample) {}

        /// A sample was clicked on; -1 for a click beside all samples.
        default void clicked(int sample) {}
    }

    public HiddenView() {
        super(8);
        getStyleClass().add("hidden-view");
        VBox.setVgrow(stack, Priority.ALWAYS);
        StackPane.setAlignment(options, Pos.TOP_RIGHT);
        options.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        options.setVisible(false);
        empty.getStyleClass().add("muted");
        empty.setId("hidden.empty");
        empty.setWrapText(true);
        empty.setVisible(false);
        picture.setId("hidden.space");
        picture.getChildren().add(label);
        getChildren().setAll(stack, bar, new VBox(place, lines), legend);
        new SpaceInput(this, picture);
        bar.slider().valueProperty().addListener((of, before, value) -> {
            if (!followed) {
                goTo(snapped(value.doubleValue()));
            }
        });
        bar.slider().addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (stepped(e.getCode())) {
                e.consume();
            }
        });
        bar.play().setOnAction(e -> playOrPause());
        showWay();
    }

    private static Label caption(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("caption");
        label.setMinHeight(ROW);
        label.setPrefHeight(ROW);
        return label;
    }

    public void setListener(Listener next) {
        listener = next;
    }

    public void setTheme(Palette colors) {
        palette = colors;
        picture.setTheme(colors);
        legend.show(picture.points(), palette);
    }

    /// The arrow keys are the picture's.
    @Override
    public void requestFocus() {
        picture.requestFocus();
    }

    /// Says what the samples are that spaces are of from now on.
    ///
    /// @param points in the spaces' order; their own places do not matter
    /// @param inputNames of the axes of the inputs
    public void showPoints(PointsModel points, List<String> inputNames) {
        picture.setPoints(points, inputNames);
        legend.show(points, palette);
        label.setVisible(false);
    }

    /// Shows a space. The first one is seen as the last hidden layer sees it.
    public void show(HiddenSpace next) {
        boolean more = next.stages().stream().anyMatch(stage -> stage.units() > 2);
        options.setVisible(more);
        empty.setVisible(false);
        picture.show(next);
        bar.setDisable(false);
        followed = true;
        bar.setStages(SpaceCaption.names(next));
        followed = false;
        if (!placed) {
            placed = true;
            morph.set(Math.max(0, next.end() - 1.0));
        } else if (morph.at() > next.end()) {
            morph.set(next.end());
        }
        showWay();
    }

    /// A sentence in place of the picture.
    public void showEmpty(String sentence) {
        empty.setText(sentence);
        empty.setVisible(true);
        options.setVisible(false);
        picture.clear();
        place.setText("");
        lines.setText("");
        label.setVisible(false);
        morph.pause();
        bar.setDisable(true);
    }

    /// The place on the way: 0 the inputs, 1 the first layer, and so on.
    public double at() {
        return morph.at();
    }

    /// Goes to a place on the way at once.
    public void goTo(double t) {
        placed = true;
        morph.set(t);
        showWay();
    }

    /// By hand a stage is hardly ever met to the pixel.
    private static double snapped(double value) {
        double stage = Math.rint(value);
        return Math.abs(value - stage) < SNAP ? stage : value;
    }

    /// Whether layers of more than two units are drawn on three axes.
    public boolean isDeep() {
        return options.isDeep();
    }

    /// Width of the picture, in its heights.
    public double aspect() {
        return picture.aspect();
    }

    /// The slider's value, for those who want to know when it changes.
    public ReadOnlyDoubleProperty placeProperty() {
        return bar.slider().valueProperty();
    }

    /// Leaves out what a picture without hands has no use for.
    public void simplify() {
        getChildren().remove(bar);
        stack.getChildren().remove(options);
    }

    /// The same once more, as it is bent and turned now, for a picture.
    public HiddenView again(Palette colors) {
        HiddenView other = new HiddenView();
        other.simplify();
        other.setTheme(colors);
        other.showPoints(picture.points(), picture.inputNames());
        HiddenSpace shown = picture.space();
        if (shown != null) {
            other.show(shown);
            other.picture.setCamera(picture.camera());
            other.goTo(morph.at());
        }
        return other;
    }

    /// Whether there is no space to be seen.
    public boolean isEmpty() {
        return picture.space() == null;
    }

    /// Leaves only the picture, its marks so many times as large, for the eye alone: on a stage.
    public void setBare(double times) {
        picture.setBare(times);
        stack.getChildren().remove(options);
        getChildren().setAll(stack);
    }

    /// How much of the picture's height and width the space is fitted into, from above 0 to 1.
    public void setReach(double share) {
        picture.setReach(share);
    }

    /// Plays the way from the inputs to a stage; without motion it is there at once.
    ///
    /// @param stage as of [#at]
    public void playTo(double stage) {
        goTo(isMoving() ? 0 : stage);
        if (isMoving()) {
            morph.play(stage);
        }
    }

    /// Whether motion is unwanted, whatever the system says.
    void setReducedMotion(boolean unwanted) {
        reduced = unwanted;
        showWay();
    }

    private boolean isMoving() {
        Boolean told = reduced;
        return !(told != null ? told : Motion.isReduced());
    }

    /// Goes on with what moves by itself; called once a frame.
    public void frame(long now) {
        long passed = Math.clamp(now - frameAt, 0, LONGEST);
        frameAt = now;
        boolean moving = isMoving();
        if (!moving && morph.playing()) {
            morph.pause();
            showWay();
        }
        boolean was = morph.playing();
        if (morph.frame(now) || was != morph.playing()) {
            showWay();
        }
        if (moving && options.isTurning()) {
            picture.setCamera(picture.camera().turned(TURN_PER_NANO * passed, 0));
        }
    }

    private void playOrPause() {
        HiddenSpace shown = picture.space();
        if (morph.playing()) {
            morph.pause();
        } else if (shown != null && isMoving()) {
            if (morph.at() >= shown.end()) {
                morph.set(0);
            }
            morph.play(shown.end());
        }
        showWay();
    }

    /// Left and right go to the stage before and after, moving there where there is motion.
    boolean stepped(KeyCode key) {
        HiddenSpace shown = picture.space();
        int by = switch (key) {
            case LEFT, KP_LEFT -> -1;
            case RIGHT, KP_RIGHT -> 1;
            default -> 0;
        };
        boolean ends = key == KeyCode.HOME || key == KeyCode.END;
        if (shown == null || by == 0 && !ends) {
            return false;
        }
        double stage = key == KeyCode.HOME ? 0 : key == KeyCode.END ? shown.end()
                : by > 0 ? Math.floor(morph.at() + 1e-6) + 1 : Math.ceil(morph.at() - 1e-6) - 1;
        double goal = Math.clamp(stage, 0, shown.end());
        if (isMoving() && !ends && !morph.playing()) {
            morph.play(goal);
        } else {
            morph.set(goal); // a second press does not wait for the first
        }
        showWay();
        return true;
    }

    private void showWay() {
        if (morph.playing()) {
            endHover(); // what was pointed at moves away
        }
        followed = true;
        bar.slider().setValue(morph.at());
        followed = false;
        bar.showPlaying(morph.playing(), isMoving());
        options.allowMotion(isMoving());
        picture.setPlace(morph.at());
        HiddenSpace shown = picture.space();
        if (shown != null) {
            double t = Math.min(morph.at(), shown.end());
            place.setText(SpaceCaption.place(shown, t));
            lines.setText(SpaceCaption.lines(shown, t));
        }
    }

    private void optionsChanged() {
        picture.setCursor(isDeep() ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    void turn(double yaw, double pitch) {
        if (isDeep()) {
            picture.setCamera(picture.camera().turned(yaw, pitch));
            endHover();
        }
    }

    void zoom(double factor) {
        picture.setCamera(picture.camera().zoomed(factor));
        endHover();
    }

    void showAll() {
        picture.setCamera(SpacePicture.HOME);
    }

    void hover(double x, double y) {
        point(picture.sampleAt(x, y), x, y);
    }

    void endHover() {
        point(-1, 0, 0);
    }

    private void point(int sample, double x, double y) {
        boolean other = sample != picture.hovered();
        picture.setHovered(sample);
        if (sample < 0) {
            label.setVisible(false);
        } else {
            label.show(picture.points(), sample);
            label.place(x, y, picture.getWidth(), picture.getHeight());
        }
        if (other) {
            listener.pointed(sample);
        }
    }

    void click(double x, double y) {
        listener.clicked(picture.sampleAt(x, y));
    }

    SpacePicture picture() {
        return picture;
    }
}

package dev.crescent.app;

import dev.crescent.ui.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;

/// What the user is told, in the language of the window, over the timeline's right end, where no heading, no curve and no axis is
/// hidden and nothing moves away from under the mouse; without a timeline, over the lower edge of the panels. Above stands
/// what stays until it is settled, because something can be done about it, and below what is only to be read, the newest last.
final class Banners extends Pane {
    /// So many sentences that are only to be read are there at a time; who reads them slower has something else to do.
    private static final int MOST = 3;
    private static final double GAP = 8;
    private static final double BELOW = 12;
    private static final double BESIDE = 16;
    /// What a sentence of one line takes.
    private static final double LINE = 40;

    private final Banner offered = new Banner();
    private final Banner left = new Banner();
    private final Banner suggested = new Banner();
    private final List<Banner> passing = new ArrayList<>(Stream.generate(Banner::new).limit(MOST).toList());
    private double foot;
    private double timeline;

    Banners() {
        getStyleClass().add("banners");
        setPickOnBounds(false);
        offered.setId("banner.standing");
        left.setId("banner.left");
        suggested.setId("banner.suggested");
        passing.forEach(banner -> banner.setId("banner.passing"));
        getChildren().setAll(offered, left, suggested);
        getChildren().addAll(passing);
        localToSceneTransformProperty().subscribe(moved -> requestLayout()); // another part of the window may be in sight
    }

    /// Something went wrong, and this can be done about it.
    void offer(String text, List<Banner.Action> offers) {
        offered.show(true, Sentences.local(text), offers);
    }

    /// There is work that a window left behind, with which this can be done.
    void offerLeft(String text, List<Banner.Action> offers) {
        left.show(false, Sentences.local(text), offers);
    }

    /// Nothing went wrong, but this could be done.
    void suggest(String text, List<Banner.Action> offers) {
        suggested.show(false, Sentences.local(text), offers);
    }

    /// Something went wrong.
    void warn(String text) {
        pass(true, Sentences.local(text), List.of());
    }

    /// Something worth knowing happened.
    void tell(String text) {
        tell(text, List.of());
    }

    /// Something worth knowing happened, with which this can be done until the user changes something.
    void tell(String text, List<Banner.Action> offers) {
        pass(false, Sentences.local(text), offers);
    }

    /// What is told again stays where it is. Where there is no room left, what only happened goes first, and of that the oldest.
    private void pass(boolean wrong, String text, List<Banner.Action> offers) {
        Banner known = first(shown -> shown.isVisible() && shown.says(text)).orElse(null);
        if (known != null) {
            known.show(wrong, text, offers);
            return;
        }
        Banner next = first(free -> !free.isVisible()).or(() -> first(shown -> !shown.isWrong())).orElseGet(passing::getFirst);
        passing.remove(next);
        passing.add(next);
        next.toFront();
        next.show(wrong, text, offers);
    }

    private Optional<Banner> first(Predicate<Banner> such) {
        return passing.stream().filter(such).findFirst();
    }

    /// What was only to be read is settled: the user has changed something.
    void pass() {
        passing.forEach(Banner::hide);
    }

    /// One sentence that was only to be read is not true any more.
    void pass(String text) {
        passing.stream().filter(banner -> banner.says(Sentences.local(text))).forEach(Banner::hide);
    }

    /// What was offered is not possible any more.
    void withdraw() {
        offered.hide();
    }

    /// Whether this is suggested, and was not settled yet.
    boolean suggests(String text) {
        return suggested.isVisible() && suggested.says(Sentences.local(text));
    }

    /// What was suggested has no meaning any more.
    void passSuggestion(String text) {
        if (suggests(text)) {
            suggested.hide();
        }
    }

    /// All is settled: training goes on.
    void clear() {
        pass();
        offered.hide();
        left.hide();
        suggested.hide();
    }

    /// The uppermost is settled, as with its cross.
    ///
    /// @return whether there was any
    boolean dismiss() {
        Optional<Banner> uppermost = shown().stream().findFirst();
        uppermost.ifPresent(Banner::hide);
        return uppermost.isPresent();
    }

    /// What stands at the foot of the panels stays in reach.
    ///
    /// @param height in pixels, from the lower edge up
    void setFoot(double height) {
        if (foot != height) {
            foot = height;
            requestLayout();
        }
    }

    /// The timeline at the lower edge, which gives its place.
    ///
    /// @param height in pixels; 0 where there is none
    void setTimeline(double height) {
        if (timeline != height) {
            timeline = height;
            requestLayout();
        }
    }

    private List<Banner> shown() {
        return getManagedChildren().stream().map(Banner.class::cast).toList();
    }

    /// Below each other, in the middle of what is in sight or at the timeline's right end: a window that is zoomed may be
    /// scrolled.
    @Override
    protected void layoutChildren() {
        Bounds seen = getScene() == null ? getLayoutBounds()
                : sceneToLocal(new BoundingBox(0, 0, getScene().getWidth(), getScene().getHeight()));
        double left = Math.max(0, seen.getMinX()) + BESIDE;
        double room = Math.max(0, Math.min(getWidth(), seen.getMaxX()) - BESIDE - left);
        double below = timeline > 0 ? Math.max(0, (timeline - LINE) / 2) : BELOW;
        double y = Math.min(getHeight() - foot, seen.getMaxY()) - below;
        for (Banner banner : shown().reversed()) {
            banner.fit(room);
            double width = Math.min(room, Math.ceil(banner.prefWidth(-1)));
            double height = banner.prefHeight(width);
            y -= height;
            banner.resizeRelocate(snapPositionX(left + (timeline > 0 ? room - width : (room - width) / 2)), snapPositionY(y), width, height);
            y -= GAP;
        }
    }
}
